/// A stretch of a scalar's text, and the bytes of the file that it stands for.
public struct ScalarPiece: Sendable, Equatable {
  /// UTF-8 offsets in the scalar's text.
  public let text: Range<Int>
  /// UTF-8 offsets in the file; as long as `text` where the bytes stand for themselves.
  public let source: Range<Int>
  /// Whether the file's bytes are the text's, and not an escape or a fold.
  public let isVerbatim: Bool
}

extension YAMLNode {
  /// Where the bytes of a scalar's text stand in the file; nothing for other nodes.
  ///
  /// Takes linear time. Line breaks stand for the break and the white space around it.
  public var scalarPieces: [ScalarPiece] {
    guard case .scalar(let text, let style) = content else { return [] }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var aligner = ScalarAligner(
        source: bytes, range: range.lowerBound..<min(range.upperBound, bytes.count), style: style)
      return aligner.pieces(of: Array(text.utf8))
    }
  }
}

/// Walks a scalar's text and its bytes in the file side by side.
private struct ScalarAligner {
  let source: UnsafeBufferPointer<UInt8>
  let style: YAMLNode.ScalarStyle
  private let end: Int
  private var position: Int
  private var pieces: [ScalarPiece] = []

  init(source: UnsafeBufferPointer<UInt8>, range: Range<Int>, style: YAMLNode.ScalarStyle) {
    self.source = source
    self.style = style
    self.end = range.upperBound
    self.position = range.lowerBound
    skipOpening()
  }

  /// Moves behind the quote, or behind the line of the `|` or `>`.
  private mutating func skipOpening() {
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted:
      let quote = style == .singleQuoted ? UInt8(ascii: "'") : UInt8(ascii: "\"")
      while position < end, source[position] != quote { position += 1 }
      position = min(position + 1, end)
    case .literal, .folded:
      while position < end, source[position] != UInt8(ascii: "\n"), source[position] != UInt8(ascii: "\r") {
        position += 1
      }
    }
  }

  mutating func pieces(of text: [UInt8]) -> [ScalarPiece] {
    var index = 0
    while index < text.count {
      let start = index
      let from = position
      while index < text.count, position < end, text[index] == source[position], text[index] > 0x20, !isEscape {
        index += 1
        position += 1
      }
      add(start..<index, from..<position, isVerbatim: true)
      guard index < text.count else { break }
      index = text[index] <= 0x20 ? passSpace(text, index) : passEscape(text, index)
    }
    return pieces
  }

  /// Whether an escape begins at the position.
  private var isEscape: Bool {
    switch style {
    case .doubleQuoted: source[position] == UInt8(ascii: "\\")
    case .singleQuoted:
      source[position] == UInt8(ascii: "'") && position + 1 < end && source[position + 1] == UInt8(ascii: "'")
    case .plain, .literal, .folded: false
    }
  }

  /// Passes over all white space in the text and in the file; the index behind it.
  private mutating func passSpace(_ text: [UInt8], _ index: Int) -> Int {
    let from = position
    var next = index
    while next < text.count, text[next] <= 0x20 { next += 1 }
    while position < end {
      if source[position] <= 0x20 {
        position += 1
      } else if style == .doubleQuoted, source[position] == UInt8(ascii: "\\"), position + 1 < end,
        Self.spaces.contains(source[position + 1])
      {
        position += 2
      } else {
        break
      }
    }
    let isVerbatim = position - from == next - index && text[index..<next].elementsEqual(source[from..<position])
    add(index..<next, from..<position, isVerbatim: isVerbatim)
    return next
  }

  /// What stands behind the backslash of an escape that means white space.
  private static let spaces = Set("nrt \t\n\r".utf8)

  /// Passes over an escape, or white space that folding left nothing of; the index behind what it stands for.
  private mutating func passEscape(_ text: [UInt8], _ index: Int) -> Int {
    let from = position
    guard position < end else {
      add(index..<text.count, end..<end, isVerbatim: false)
      return text.count
    }
    guard isEscape else {
      // A byte that the parser left out, or changed.
      position += 1
      if source[from] <= 0x20 || source[from] == UInt8(ascii: "\\") { return index }
      add(index..<(index + 1), from..<position, isVerbatim: false)
      return index + 1
    }
    position += style == .singleQuoted ? 2 : escapeLength
    if source[from] == UInt8(ascii: "\\"), from + 1 < end, source[from + 1] <= 0x20 { return index }
    var next = index + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    add(index..<next, from..<min(position, end), isVerbatim: false)
    return next
  }

  private var escapeLength: Int {
    guard position + 1 < end else { return 1 }
    return switch source[position + 1] {
    case UInt8(ascii: "x"): 4
    case UInt8(ascii: "u"): 6
    case UInt8(ascii: "U"): 10
    default: 2
    }
  }

  private mutating func add(_ text: Range<Int>, _ source: Range<Int>, isVerbatim: Bool) {
    guard !text.isEmpty else { return }
    pieces.append(ScalarPiece(text: text, source: source, isVerbatim: isVerbatim))
  }
}
