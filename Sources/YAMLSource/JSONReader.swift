import Diagnostics

/// Builds a node tree from JSON (RFC 8259) without recursion, so that nesting costs no stack.
struct JSONReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var nodes = 0
  private let mostNodes: Int

  /// A list or an object that is still open.
  private struct Open {
    let start: Int
    let isObject: Bool
    var key: YAMLNode?
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
  }

  /// Why reading stopped.
  private struct Mistake: Error {
    let summary: String
    let offset: Int
    var id = DiagnosticID.jsonSyntax
  }

  init(file: SourceFile, range: SourceRange, mostNodes: Int) {
    self.mostNodes = mostNodes
    self.file = file
    self.bytes = file.bytes
    self.end = range.upperBound
    let hasMark = file.bytes[range.lowerBound..<range.upperBound].starts(with: [0xEF, 0xBB, 0xBF])
    self.index = range.lowerBound + (hasMark ? 3 : 0)
  }

  /// Reads the document; nil, with a diagnostic, where it is none.
  mutating func read() -> YAMLNode? {
    do {
      if let damaged = bytes[index..<end].firstInvalidUTF8 {
        throw Mistake(
          summary: "byte 0x\(String(bytes[damaged], radix: 16)) is not valid UTF-8", offset: damaged,
          id: .encodingInvalidUTF8)
      }
      let root = try document()
      skipBlanks()
      if index < end { throw Mistake(summary: "something stands behind the end of the document", offset: index) }
      return root
    } catch {
      let mistake = error as? Mistake ?? Mistake(summary: "unreadable JSON", offset: index)
      diagnostics.append(
        Diagnostic(
          mistake.id, mistake.summary,
          at: SourceLocation(file, SourceRange(mistake.offset, mistake.offset))))
      return nil
    }
  }

  private mutating func document() throws -> YAMLNode {
    var open: [Open] = []
    while true {
      skipBlanks()
      var value: YAMLNode
      switch peek {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < JSONDocument.deepest else {
          throw Mistake(
            summary: "nested more than \(JSONDocument.deepest) levels deep", offset: index, id: .jsonTooDeep)
        }
        open.append(Open(start: index, isObject: peek == UInt8(ascii: "{")))
        index += 1
        skipBlanks()
        guard peek == (open[open.count - 1].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          try readKey(of: &open[open.count - 1])
          continue
        }
        value = close(open.removeLast())
      default: value = try scalar()
      }
      // A value is complete; it may complete what it stands in.
      while true {
        nodes += 1
        guard nodes <= mostNodes else {
          throw Mistake(summary: "more than \(mostNodes) values", offset: index, id: .jsonTooLarge)
        }
        guard !open.isEmpty else { return value }
        add(value, to: &open[open.count - 1])
        skipBlanks()
        if peek == UInt8(ascii: ",") {
          index += 1
          try readKey(of: &open[open.count - 1])
          break
        }
        guard peek == (open[open.count - 1].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw Mistake(summary: "a comma or the end of the list is expected here", offset: index)
        }
        value = close(open.removeLast())
      }
    }
  }

  /// The next byte; 0 at the end.
  private var peek: UInt8 { index < end ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while index < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  /// Reads `"key":` where an object is open.
  private mutating func readKey(of open: inout Open) throws {
    guard open.isObject else { return }
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else {
      throw Mistake(summary: "a key in quotation marks is expected here", offset: index)
    }
    open.key = try string()
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw Mistake(summary: "a colon is expected here", offset: index) }
    index += 1
  }

  private mutating func add(_ value: YAMLNode, to open: inout Open) {
    guard open.isObject, let key = open.key else {
      open.items.append(value)
      return
    }
    open.entries.append(.init(key: key, value: value))
    open.key = nil
  }

  private mutating func close(_ open: Open) -> YAMLNode {
    index += 1
    if open.isObject { diagnostics += YAMLNode.duplicateKeys(in: open.entries) }
    return YAMLNode(
      open.isObject ? .mapping(open.entries) : .sequence(open.items), file: file,
      range: SourceRange(open.start, index))
  }

  private mutating func scalar() throws -> YAMLNode {
    if peek == UInt8(ascii: "\"") { return try string() }
    let start = index
    while index < end, Self.isPlain(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    // Python writes NaN and Infinity, which JSON does not know.
    guard ["true", "false", "null", "NaN", "Infinity", "-Infinity"].contains(text) || Double(text) != nil else {
      throw Mistake(summary: start == end ? "the document ends too early" : "no JSON value stands here", offset: start)
    }
    return YAMLNode(.scalar(text, style: .plain), file: file, range: SourceRange(start, index))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric
      || [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")].contains(byte)
  }

  private mutating func string() throws -> YAMLNode {
    let start = index
    index += 1
    var text: [UInt8] = []
    while true {
      let plain = index
      while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"), bytes[index] >= 0x20 {
        index += 1
      }
      text += bytes[plain..<index]
      switch peek {
      case UInt8(ascii: "\""):
        index += 1
        return YAMLNode(
          .scalar(String(decoding: text, as: UTF8.self), style: .doubleQuoted), file: file,
          range: SourceRange(start, index))
      case UInt8(ascii: "\\"): try escape(into: &text)
      default:
        throw Mistake(
          summary: index < end ? "a control character is in a string" : "a string does not end", offset: index)
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    let start = index
    index += 1
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let byte = plain[peek] {
      text.append(byte)
      index += 1
      return
    }
    guard peek == UInt8(ascii: "u"), let first = unit(at: index + 1) else {
      throw Mistake(summary: "no JSON escape stands here", offset: start)
    }
    index += 5
    var scalar = UInt32(first)
    if (0xD800...0xDBFF).contains(first), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u"), let second = unit(at: index + 2), (0xDC00...0xDFFF).contains(second)
    {
      scalar = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
      index += 6
    }
    // A half of a pair alone is no character.
    text += String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8
  }

  private func unit(at start: Int) -> UInt16? {
    guard start + 4 <= end else { return nil }
    return UInt16(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
  }
}
