import Diagnostics
import YAMLSource

/// The keys and values at the start of a GGUF file (ggml's `docs/gguf.md`, versions 2 and 3 in either byte order).
///
/// The file is shown as a listing with a line for each key, `general.license = "llama3.1"`: the line of a place is the
/// number of its key. Long texts are cut in it, and arrays other than short lists of texts only counted.
struct GGUFHeader {
  /// The listing.
  let file: SourceFile
  /// Why the header could not be read to its end.
  let stop: HeaderCursor.Stop?
  /// How many keys were read.
  let count: Int
  private let nodes: [String: YAMLNode]

  /// How far into a file its header may go, in bytes: vocabularies stand between the keys.
  static let mostBytes = 64 << 20
  /// Most keys of a header.
  static let mostKeys = 10_000
  /// Longest key, in bytes.
  private static let longestKey = 1 << 10
  /// How much of a text is kept, in bytes.
  private static let longestText = 4 << 10
  /// Most texts of a list that are kept, where it is a vocabulary rather than what `general.` keys say of the model.
  private static let mostTexts = 256
  /// Deepest nesting of arrays.
  private static let deepestArray = 4

  /// The value of a key; nil where the header has no such key, or its value is a vocabulary.
  subscript(key: String) -> YAMLNode? { nodes[key] }

  /// Why a file has no header that can be read.
  enum Failure: Error {
    /// It is no GGUF file: a pointer of git-lfs, something else of that name.
    case otherFile
    case version(UInt64)
  }

  /// Reads a file's header as far as it goes.
  init(_ file: consuming OpenFile, path: String, in folder: String? = nil) throws(Failure) {
    var cursor = HeaderCursor(file, limit: Self.mostBytes)
    var counts: UInt64 = 0
    do {
      guard try cursor.bytes(4, keeping: 4).elementsEqual("GGUF".utf8) else { throw Failure.otherFile }
      var version = try cursor.integer(4)
      if version & 0xFFFF == 0, version != 0 {
        // Written by a machine with the other byte order.
        cursor.isBigEndian = true
        version = UInt64(UInt32(version).byteSwapped)
      }
      guard version == 2 || version == 3 else { throw Failure.version(version) }
      _ = try cursor.integer(8)
      counts = try cursor.integer(8)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .otherFile
    }
    var listing = Listing()
    var stop: HeaderCursor.Stop?
    while listing.count < counts {
      guard listing.count < Self.mostKeys else {
        stop = .limit
        break
      }
      do {
        let length = try cursor.integer(8)
        guard length <= Self.longestKey else { throw HeaderCursor.Stop.broken("a key has \(length) bytes") }
        let key = String(decoding: try cursor.bytes(length, keeping: Self.longestKey), as: UTF8.self)
        let isAboutModel = key.hasPrefix("general.")
        let value = try Self.value(
          of: try cursor.integer(4), &cursor, depth: 0,
          keeping: isAboutModel ? ProvenanceDocument.mostStatements : Self.mostTexts)
        if isAboutModel, case .manyTexts = value { throw HeaderCursor.Stop.limit }
        listing.add(key, value)
      } catch {
        stop = error as? HeaderCursor.Stop ?? .cutOff
        break
      }
    }
    let shown = SourceFile(path: path, bytes: listing.text, in: folder)
    self.file = shown
    self.stop = stop
    self.count = listing.count
    self.nodes = listing.nodes(in: shown)
  }

  fileprivate enum Value {
    case text(String)
    case texts([String])
    /// A list with more texts than are kept.
    case manyTexts(UInt64)
    /// Numbers, and what is said of arrays in place of their contents.
    case other(String)
  }

  private static func value(
    of type: UInt64, _ cursor: inout HeaderCursor, depth: Int, keeping mostTexts: Int
  ) throws(HeaderCursor.Stop) -> Value {
    switch type {
    case 8: return .text(try text(&cursor))
    case 9: return try array(&cursor, depth: depth + 1, keeping: mostTexts)
    default:
      guard let width = width(of: type) else { throw .broken("a value has the unknown type \(type)") }
      let bits = try cursor.integer(width)
      return .other(number(bits, type: type))
    }
  }

  private static func text(_ cursor: inout HeaderCursor) throws(HeaderCursor.Stop) -> String {
    let length = try cursor.integer(8)
    return String(decoding: try cursor.bytes(length, keeping: longestText), as: UTF8.self)
  }

  private static func array(
    _ cursor: inout HeaderCursor, depth: Int, keeping mostTexts: Int
  ) throws(HeaderCursor.Stop) -> Value {
    guard depth <= deepestArray else { throw .broken("arrays are nested more than \(deepestArray) deep") }
    let type = try cursor.integer(4)
    let count = try cursor.integer(8)
    if let width = width(of: type) {
      let (size, isTooLarge) = count.multipliedReportingOverflow(by: UInt64(width))
      guard !isTooLarge else { throw .cutOff }
      try cursor.skip(size)
      return .other("[\(count) values]")
    }
    guard type == 8 || type == 9 else { throw .broken("an array has the unknown type \(type)") }
    var texts: [String] = []
    // Each element takes up bytes of the file, so a count that lies ends with it.
    var index: UInt64 = 0
    while index < count {
      if type == 9 {
        _ = try array(&cursor, depth: depth + 1, keeping: mostTexts)
      } else if count <= mostTexts {
        texts.append(try text(&cursor))
      } else {
        try cursor.skip(try cursor.integer(8))
      }
      index += 1
    }
    guard type == 8 else { return .other("[\(count) arrays]") }
    return count <= mostTexts ? .texts(texts) : .manyTexts(count)
  }

  /// Bytes of a value of a type of fixed size; nil for texts, arrays and what there is not.
  private static func width(of type: UInt64) -> Int? {
    switch type {
    case 0, 1, 7: 1
    case 2, 3: 2
    case 4, 5, 6: 4
    case 10, 11, 12: 8
    default: nil
    }
  }

  private static func number(_ bits: UInt64, type: UInt64) -> String {
    switch type {
    case 1: "\(Int8(truncatingIfNeeded: bits))"
    case 3: "\(Int16(truncatingIfNeeded: bits))"
    case 5: "\(Int32(truncatingIfNeeded: bits))"
    case 6: "\(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))"
    case 7: bits == 0 ? "false" : "true"
    case 11: "\(Int64(bitPattern: bits))"
    case 12: "\(Double(bitPattern: bits))"
    default: "\(bits)"
    }
  }
}

/// The lines that show a header.
private struct Listing {
  private(set) var text: [UInt8] = []
  private(set) var count = 0
  private var values: [String: Item] = [:]

  private struct Item {
    let range: SourceRange
    /// Nil for a number, which is read off the listing.
    var text: String?
    var items: [Item]?
  }

  mutating func add(_ key: String, _ value: GGUFHeader.Value) {
    text += Self.escaped(key) + Array(" = ".utf8)
    values[key] = write(value)
    text.append(UInt8(ascii: "\n"))
    count += 1
  }

  private mutating func write(_ value: GGUFHeader.Value) -> Item {
    let start = text.count
    switch value {
    case .text(let own):
      text += Array("\"".utf8) + Self.escaped(own) + Array("\"".utf8)
      return Item(range: SourceRange(start, text.count), text: own)
    case .texts(let list):
      var items: [Item] = []
      text.append(UInt8(ascii: "["))
      for own in list {
        if !items.isEmpty { text += Array(", ".utf8) }
        items.append(write(.text(own)))
      }
      text.append(UInt8(ascii: "]"))
      return Item(range: SourceRange(start, text.count), items: items)
    case .manyTexts(let count): return write(.other("[\(count) texts]"))
    case .other(let shown):
      text += Array(shown.utf8)
      return Item(range: SourceRange(start, text.count))
    }
  }

  /// Text on one line, with the escapes of JSON.
  private static func escaped(_ text: String) -> [UInt8] {
    var escaped: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += Array("\\\(scalar)".utf8)
      case "\n": escaped += Array("\\n".utf8)
      case "\t": escaped += Array("\\t".utf8)
      case "\r": escaped += Array("\\r".utf8)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        escaped += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: escaped += Array(String(scalar).utf8)
      }
    }
    return escaped
  }

  func nodes(in file: SourceFile) -> [String: YAMLNode] {
    func node(_ item: Item) -> YAMLNode {
      if let items = item.items {
        return YAMLNode(.sequence(items.map(node)), file: file, range: item.range)
      }
      let content: YAMLNode.Content =
        item.text.map { .scalar($0, style: .doubleQuoted) } ?? .scalar(file.text(in: item.range), style: .plain)
      return YAMLNode(content, file: file, range: item.range)
    }
    return values.mapValues(node)
  }
}
