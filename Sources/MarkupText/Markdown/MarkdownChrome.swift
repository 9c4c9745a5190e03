/// What surrounds the text of a page that was saved as Markdown: menus, language lists, links to skip over them.
struct MarkdownChrome {
  private var dropped: Set<Int> = []
  private let bytes: UnsafeBufferPointer<UInt8>

  /// So many blocks in a row that hold nothing but links are a menu.
  private static let menuLength = 3

  init(bytes: UnsafeBufferPointer<UInt8>, pieces: [MarkdownPiece]) {
    self.bytes = bytes
    var run: [Int] = []
    for (index, piece) in pieces.enumerated() {
      switch linkage(of: piece) {
      case .all: run.append(index)
      case .nothing: continue
      case .some:
        drop(run, below: run.first.flatMap { $0 > 0 ? pieces[$0 - 1] : nil })
        run = []
      }
    }
    drop(run, below: run.first.flatMap { $0 > 0 ? pieces[$0 - 1] : nil })
  }

  /// Whether the block with this index is left out.
  func contains(_ index: Int) -> Bool { dropped.contains(index) }

  private mutating func drop(_ run: [Int], below above: MarkdownPiece?) {
    // A list behind a colon belongs to the sentence before it.
    let isIntroduced = above.flatMap { $0.lines.last }.flatMap { bytes[$0].last } == UInt8(ascii: ":")
    if run.count >= Self.menuLength, !isIntroduced { dropped.formUnion(run) }
  }

  private enum Linkage {
    /// Nothing but links and pictures.
    case all
    /// Words stand outside of links.
    case some
    /// Rules and the like.
    case nothing
  }

  private func linkage(of piece: MarkdownPiece) -> Linkage {
    switch piece.kind {
    case .rule: return .nothing
    case .code, .row, .heading: return .some
    case .paragraph, .item:
      return piece.lines.allSatisfy(isLinks) ? .all : .some
    }
  }

  /// Whether a line holds links and nothing else, `[words](address)`.
  private func isLinks(_ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    var links = 0
    while index < line.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "["), let end = linkEnd(from: index, before: line.upperBound) {
        links += 1
        index = end
      } else if byte <= 0x20 || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "*") {
        index += 1
      } else {
        return false
      }
    }
    return links > 0
  }

  /// The index behind the link whose bracket stands at `start`.
  private func linkEnd(from start: Int, before end: Int) -> Int? {
    guard let close = partner(of: start, UInt8(ascii: "["), UInt8(ascii: "]"), before: end), close + 1 < end,
      bytes[close + 1] == UInt8(ascii: "("),
      let stop = partner(of: close + 1, UInt8(ascii: "("), UInt8(ascii: ")"), before: end)
    else { return nil }
    return stop + 1
  }

  private func partner(of start: Int, _ open: UInt8, _ close: UInt8, before end: Int) -> Int? {
    var depth = 0
    for index in start..<end {
      if bytes[index] == open { depth += 1 }
      if bytes[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
