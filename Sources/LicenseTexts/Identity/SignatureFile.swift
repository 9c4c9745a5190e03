import Diagnostics

/// A file of `licenses/signatures/`: the signatures of licences whose ids begin alike.
///
/// Later texts name the words that they share with earlier ones of the file instead of repeating
/// them. The file is YAML of one plain shape, so that it can be read line by line: a run of the
/// program may need all of them.
public struct SignatureFile: Sendable {
  /// The signatures in the order of the file.
  public let signatures: [LicenseSignature]

  /// A file of these signatures.
  public init(_ signatures: [LicenseSignature]) {
    self.signatures = signatures
  }

  /// Reads a file; nil where it is none.
  public init?(reading bytes: [UInt8]) {
    var reader = SignatureReader()
    guard let signatures = reader.read(bytes) else { return nil }
    self.signatures = signatures
  }

  /// The name of the file for a licence: the first word of its id, since makers quote themselves.
  public static func stem(of id: String) -> String {
    String(id.prefix { $0 != "-" })
  }

  /// The file as YAML.
  public var yaml: String {
    var history: [UInt16] = []
    var lines = ["texts:"]
    for signature in signatures {
      lines.append("  - id: \(signature.id)")
      if !signature.also.isEmpty { lines.append("    also: \(signature.also.joined(separator: " "))") }
      if !signature.version.isEmpty { lines.append("    version: \(Self.quoted(signature.version))") }
      lines.append("    title-words: \(signature.titleCount)")
      if !signature.clauses.isEmpty {
        lines.append("    clauses: >-")
        lines += Self.folded(
          signature.clauses.map { clause in
            let name = clause.citation.utf8.map { $0 <= 0x20 ? UInt8(ascii: "_") : $0 }
            return "\(clause.start)=" + String(decoding: name, as: UTF8.self)
          })
      }
      if !signature.slots.isEmpty {
        lines.append("    slots: >-")
        lines += Self.folded(signature.slots.map(Self.token))
      }
      lines.append("    words: >-")
      lines += Self.folded(WordCoding.tokens(signature.words, after: history))
      history += signature.words
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// `12-15=AbCd,`: the slot's words, and what may stand there instead; nothing behind a comma for no words.
  private static func token(_ slot: LicenseSignature.Slot) -> String {
    "\(slot.words.lowerBound)-\(slot.words.upperBound)=" + slot.wordings.map(WordCoding.literal).joined(separator: ",")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static func folded(_ tokens: [String]) -> [String] {
    var lines: [String] = []
    for token in tokens {
      if let last = lines.last, last.utf8.count + token.utf8.count < 118 {
        lines[lines.count - 1] += " \(token)"
      } else {
        lines.append("      \(token)")
      }
    }
    return lines
  }
}

/// Reads the lines of a `SignatureFile`.
private struct SignatureReader {
  private var signatures: [LicenseSignature] = []
  private var history: [UInt16] = []
  private var entry: Entry?
  /// Words of the entries before the open one, which it may repeat.
  private var known = 0
  private var key = Key.none

  /// What the tokens of the following lines are.
  private enum Key {
    case clauses, slots, words, none
  }

  private struct Entry {
    var id: String
    var also: [String] = []
    var version = ""
    var titleCount = 0
    var clauses: [LicenseSignature.Clause] = []
    var slots: [LicenseSignature.Slot] = []
  }

  mutating func read(_ bytes: [UInt8]) -> [LicenseSignature]? {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        guard line(bytes, start..<end) else { return nil }
        start = end + 1
      }
      finish()
      return signatures.isEmpty ? nil : signatures
    }
  }

  private mutating func line(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    let indent = start - range.lowerBound
    guard start < range.upperBound, bytes[start] != UInt8(ascii: "#"), indent > 0 else { return true }
    if indent >= 6 { return tokens(bytes, start..<range.upperBound) }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]), as: UTF8.self)
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    key = .none
    let value = Self.scalar(parts[1].drop { $0 == " " })
    switch parts[0] {
    case "- id":
      finish()
      entry = Entry(id: value)
    case "also": entry?.also = value.split(separator: " ").map(String.init)
    case "version": entry?.version = value
    case "title-words": entry?.titleCount = Int(value) ?? 0
    case "clauses": key = .clauses
    case "slots": key = .slots
    case "words": key = .words
    default: return false
    }
    return entry != nil && (key == .none || value == ">-")
  }

  private mutating func tokens(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
      let token = UnsafeBufferPointer(rebasing: bytes[start..<end])
      switch key {
      case .words:
        guard WordCoding.decode(token, history: &history, before: known) else { return false }
      case .clauses:
        guard let clause = Self.clause(token) else { return false }
        entry?.clauses.append(clause)
      case .slots:
        guard let slot = Self.slot(token) else { return false }
        entry?.slots.append(slot)
      case .none: return false
      }
      start = end + 1
    }
    return true
  }

  private mutating func finish() {
    guard let entry else { return }
    let words = Array(history[known...])
    known = history.count
    signatures.append(
      LicenseSignature(
        id: entry.id, also: entry.also, version: entry.version, words: words,
        titleCount: min(entry.titleCount, words.count), clauses: entry.clauses,
        slots: entry.slots.filter { $0.words.upperBound <= words.count }))
    self.entry = nil
  }

  private static func slot(_ token: UnsafeBufferPointer<UInt8>) -> LicenseSignature.Slot? {
    let text = String(decoding: token, as: UTF8.self)
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: "-").map { Int($0) }
    guard parts.count == 2, ends.count == 2, let start = ends[0], let end = ends[1], start <= end else { return nil }
    var wordings: [[UInt16]] = []
    for part in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
      var words: [UInt16] = []
      guard Array(part.utf8).withUnsafeBufferPointer({ WordCoding.decode($0, history: &words, before: 0) }) else {
        return nil
      }
      wordings.append(words)
    }
    return LicenseSignature.Slot(words: start..<end, wordings: wordings)
  }

  private static func clause(_ token: UnsafeBufferPointer<UInt8>) -> LicenseSignature.Clause? {
    var start = 0
    var index = 0
    while index < token.count, token[index].isDigit, start < 1 << 32 {
      start = start * 10 + Int(token[index] - 0x30)
      index += 1
    }
    guard index > 0, index + 1 < token.count, token[index] == UInt8(ascii: "=") else { return nil }
    let name = token[(index + 1)...].map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    return LicenseSignature.Clause(start: start, citation: String(decoding: name, as: UTF8.self))
  }

  private static func scalar(_ text: Substring) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") else { return String(text) }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "'", !isEscaped {
        isEscaped = true
        continue
      }
      isEscaped = false
      result.append(character)
    }
    return result
  }
}
