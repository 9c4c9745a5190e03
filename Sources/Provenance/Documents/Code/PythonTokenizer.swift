import Diagnostics

/// A word, string or sign of a Python program; comments and blanks are none.
struct PythonToken {
  enum Kind: Equatable {
    case name
    /// A string; `isPlain` unless it is formatted or holds bytes or escapes.
    case string(isPlain: Bool)
    case number
    /// A sign of one byte. Operators of several bytes are `assigning` or `other`.
    case sign(UInt8)
    /// An operator such as `+=`.
    case assigning
    case other
    /// The end of a statement's line, outside of all brackets.
    case newline
  }

  let kind: Kind
  /// Its bytes in the file, quotes and prefix included.
  let range: Range<Int>
  /// The bytes between the quotes of a string; else `range`.
  let content: Range<Int>
}

/// Cuts a Python program into tokens, in one pass.
///
/// Never fails: a string that is not closed ends with its line, or with the file if it is triple-quoted.
struct PythonTokenizer {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private(set) var tokens: [PythonToken] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count { step() }
    add(.newline, from: position)
  }

  private mutating func step() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\n"):
      position += 1
      if depth == 0 { add(.newline, from: start) }
    case UInt8(ascii: "#"):
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    case UInt8(ascii: "\\"):
      // A statement goes on in the next line.
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
      if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): string(from: start)
    case _ where Self.isWord(byte):
      while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
      let isQuoted = position < bytes.count && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position])
      if isQuoted, Self.isPrefix(bytes[start..<position]) {
        string(from: start)
      } else {
        add(byte.isDigit ? .number : .name, from: start)
      }
    case 0...0x20: position += 1
    default: sign(byte, from: start)
    }
  }

  private mutating func sign(_ byte: UInt8, from start: Int) {
    position += 1
    if "([{".utf8.contains(byte) { depth += 1 }
    if ")]}".utf8.contains(byte) { depth = max(0, depth - 1) }
    var length = 1
    while position < bytes.count, Self.operators.contains(byte), Self.operators.contains(bytes[position]), length < 3 {
      position += 1
      length += 1
    }
    guard length > 1 else { return add(.sign(byte), from: start) }
    let compares: Set<UInt8> = Set("=!<>".utf8)
    let assigns = bytes[position - 1] == UInt8(ascii: "=") && !(length == 2 && compares.contains(byte))
    add(assigns ? .assigning : .other, from: start)
  }

  /// Reads a string whose quotes begin at the position, `start` being that of its prefix.
  private mutating func string(from start: Int) {
    let quote = bytes[position]
    let isTriple = position + 2 < bytes.count && bytes[position + 1] == quote && bytes[position + 2] == quote
    let prefix = bytes[start..<position]
    position += isTriple ? 3 : 1
    let first = position
    var hasEscapes = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        position += 2
        continue
      }
      if byte == UInt8(ascii: "\n"), !isTriple { break }
      if byte == quote {
        if !isTriple { break }
        if position + 2 < bytes.count, bytes[position + 1] == quote, bytes[position + 2] == quote { break }
      }
      position += 1
    }
    let last = min(position, bytes.count)
    position = min(bytes.count, last + (last < bytes.count && bytes[last] == quote ? (isTriple ? 3 : 1) : 0))
    let isSpecial = prefix.contains { "fFbBtT".utf8.contains($0) }
    tokens.append(
      PythonToken(
        kind: .string(isPlain: !isSpecial && !hasEscapes), range: start..<position, content: first..<max(first, last)))
  }

  private mutating func add(_ kind: PythonToken.Kind, from start: Int) {
    tokens.append(PythonToken(kind: kind, range: start..<position, content: start..<position))
  }

  private static let operators = Set("=!<>+-*/%&|^@:".utf8)

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isPrefix(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 2 && word.allSatisfy { "rRuUbBfFtT".utf8.contains($0) }
  }
}
