/// A pattern of the SPDX License List that says how copies may put something: `Software|Materials`, `.+`.
///
/// The patterns are regular expressions, of which the list uses few forms. What stands for any words at all becomes
/// `TextVariation.anything`.
struct CopyPattern {
  private let bytes: [UInt8]
  private var index = 0

  /// All wordings that a pattern allows; nil where it has a form that is unknown, or too many of them.
  static func wordings(of pattern: String) -> [String]? {
    var reader = CopyPattern(bytes: Array(pattern.utf8))
    guard let wordings = reader.alternatives(), reader.index == reader.bytes.count else { return nil }
    return wordings
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// More wordings than this are no closed set any more.
  private static let most = 64

  private mutating func alternatives() -> [String]? {
    var all: [String] = []
    while true {
      guard let wordings = sequence() else { return nil }
      all += wordings
      guard index < bytes.count, bytes[index] == UInt8(ascii: "|") else { break }
      index += 1
    }
    return all.count <= Self.most ? all : nil
  }

  private mutating func sequence() -> [String]? {
    var wordings = [""]
    while index < bytes.count, bytes[index] != UInt8(ascii: "|"), bytes[index] != UInt8(ascii: ")") {
      guard var next = element() else { return nil }
      if let isOptional = repetition() { if isOptional { next.append("") } } else { return nil }
      wordings = wordings.flatMap { start in next.map { start + $0 } }
      guard wordings.count <= Self.most else { return nil }
    }
    return wordings
  }

  /// What one element stands for, without what says how often it comes.
  private mutating func element() -> [String]? {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "("):
      guard let inner = alternatives(), index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
      index += 1
      return inner
    case UInt8(ascii: "["):
      var members: [UInt8] = []
      while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
        if bytes[index] == UInt8(ascii: "\\") { index += 1 }
        if index < bytes.count { members.append(bytes[index]) }
        index += 1
      }
      guard index < bytes.count else { return nil }
      index += 1
      // White space, however much.
      return members.contains(UInt8(ascii: " ")) ? [" "] : members.map { String(UnicodeScalar($0)) }
    case UInt8(ascii: "\\"):
      guard index < bytes.count else { return nil }
      index += 1
      return bytes[index - 1] == UInt8(ascii: "s") ? [" "] : [String(UnicodeScalar(bytes[index - 1]))]
    case UInt8(ascii: "."): return [" \(TextVariation.anything) "]
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return nil
    default: return [String(UnicodeScalar(byte))]
    }
  }

  /// Passes what says how often an element comes: whether it may be left out; nil for what cannot be read.
  private mutating func repetition() -> Bool? {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "?"), UInt8(ascii: "*"):
      index += 1
      return true
    case UInt8(ascii: "+"):
      index += 1
      return false
    case UInt8(ascii: "{"):
      let isOptional = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "0")
      while index < bytes.count, bytes[index] != UInt8(ascii: "}") { index += 1 }
      guard index < bytes.count else { return nil }
      index += 1
      return isOptional
    default: return false
    }
  }
}
