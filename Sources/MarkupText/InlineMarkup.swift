import Diagnostics

/// Takes inline Markdown and HTML off a run of text: emphasis, code, links, images, tags, comments.
struct InlineMarkup {
  private(set) var text = MappedText()
  private(set) var links: [MarkdownBlock.Link] = []
  private let bytes: [UInt8]
  /// Start of the text and destination of an HTML anchor that is still open.
  private var openAnchor: (start: Int, destination: String)?
  private var brackets = BracketPairs()
  /// The first `>` behind `from` in the whole run that is being added; behind everything if there is none.
  private var closing = (from: 0, index: -1)
  /// End of the run that is being added, links' words included.
  private var runEnd = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Adds the text of `range`; lines are joined by blanks.
  mutating func append(_ range: Range<Int>) {
    brackets = BracketPairs(bytes, range)
    closing = (0, -1)
    runEnd = range.upperBound
    appendInner(range)
  }

  private mutating func appendInner(_ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < end && Self.isPunctuation(bytes[index + 1]):
        text.append(bytes[index + 1], from: index + 1)
        index += 2
      case UInt8(ascii: "!") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "["):
        index = link(from: index + 1, end: end, isImage: true) ?? plain(index)
      case UInt8(ascii: "["):
        index = link(from: index, end: end, isImage: false) ?? plain(index)
      case UInt8(ascii: "<"):
        index = tag(from: index, end: end) ?? plain(index)
      case UInt8(ascii: "*"), UInt8(ascii: "`"):
        index += 1
      case UInt8(ascii: "_") where isEmphasis(index, in: range):
        index += 1
      case UInt8(ascii: "h") where startsAddress(index, end: end):
        index = bareAddress(from: index, end: end)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        text.appendSpace(from: index)
        index += 1
      case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0:
        text.appendSpace(from: index)
        index += 2
      default:
        index = plain(index)
      }
    }
  }

  /// Adds a blank between two pieces.
  mutating func appendSpace(from offset: Int) {
    text.appendSpace(from: offset)
  }

  private mutating func plain(_ index: Int) -> Int {
    text.append(bytes[index], from: index)
    return index + 1
  }

  /// `[words](destination)` or `![words](destination)`, from the bracket; the index behind it.
  private mutating func link(from bracket: Int, end: Int, isImage: Bool) -> Int? {
    guard let close = brackets.partner(of: bracket, before: end), close + 1 < end,
      bytes[close + 1] == UInt8(ascii: "("), let stop = brackets.partner(of: close + 1, before: end)
    else { return nil }
    let start = text.bytes.count
    appendInner((bracket + 1)..<close)
    var destination = bytes[(close + 2)..<stop].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "<") }
    destination = destination.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
    links.append(
      .init(
        destination: String(decoding: destination, as: UTF8.self), range: start..<text.bytes.count,
        isImage: isImage))
    return stop + 1
  }

  /// An HTML tag, comment or `<address>`; the index behind it.
  private mutating func tag(from start: Int, end: Int) -> Int? {
    if bytes[start..<end].starts(with: Array("<!--".utf8)) {
      // Not searched behind the line: a file of unclosed comments would take quadratic time.
      return Array(bytes[start..<end]).firstRange(of: Array("-->".utf8)).map { start + $0 + 3 } ?? end
    }
    guard let stop = closingBracket(from: start, end: end) else { return nil }
    let inner = start + 1
    guard inner < stop else { return nil }
    if startsAddress(inner, end: stop) {
      _ = bareAddress(from: inner, end: stop)
      return stop + 1
    }
    let first = bytes[inner]
    guard first == UInt8(ascii: "/") || Self.isLetter(first) else { return nil }
    let tag = HTMLTag(bytes[inner..<stop])
    switch tag.name {
    case "img":
      if let alt = tag.attribute("alt") {
        text.appendSpace(from: start)
        let begin = text.bytes.count
        for index in alt { text.append(bytes[index], from: index) }
        let source = tag.attribute("src").map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
        links.append(.init(destination: source, range: begin..<text.bytes.count, isImage: true))
        text.appendSpace(from: stop)
      }
    case "a":
      closeAnchor()
      if let href = tag.attribute("href") {
        openAnchor = (text.bytes.count, String(decoding: bytes[href], as: UTF8.self))
      }
    case "/a":
      closeAnchor()
    case "b", "/b", "i", "/i", "em", "/em", "strong", "/strong", "code", "/code", "span", "/span", "sup", "/sup", "u",
      "/u":
      break
    default:
      text.appendSpace(from: start)
    }
    return stop + 1
  }

  private mutating func closeAnchor() {
    guard let anchor = openAnchor else { return }
    openAnchor = nil
    links.append(.init(destination: anchor.destination, range: anchor.start..<text.bytes.count, isImage: false))
  }

  /// An address in running text; the index behind it.
  private mutating func bareAddress(from start: Int, end: Int) -> Int {
    var stop = start
    while stop < end, !Self.endsAddress(bytes[stop]) { stop += 1 }
    while stop > start,
      [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";")].contains(bytes[stop - 1])
    {
      stop -= 1
    }
    let begin = text.bytes.count
    for index in start..<stop { text.append(bytes[index], from: index) }
    links.append(
      .init(
        destination: String(decoding: bytes[start..<stop], as: UTF8.self), range: begin..<text.bytes.count,
        isImage: false))
    return max(stop, start + 1)
  }

  private func startsAddress(_ index: Int, end: Int) -> Bool {
    let rest = bytes[index..<end]
    return rest.starts(with: Self.https) || rest.starts(with: Self.http)
  }

  /// Tags longer than this are read as text, which keeps hostile input linear.
  private static let longestTag = 4_096
  private static let https = Array("https://".utf8)
  private static let http = Array("http://".utf8)

  /// The first `>` behind `start`, if it is near enough to end a tag.
  private mutating func closingBracket(from start: Int, end: Int) -> Int? {
    if start < closing.from || start > closing.index {
      closing = (start, bytes[start..<runEnd].firstIndex(of: UInt8(ascii: ">")) ?? Int.max)
    }
    return closing.index < min(end, start + Self.longestTag) ? closing.index : nil
  }

  /// Whether an underscore marks emphasis: not between two word characters, as in `model_name`.
  private func isEmphasis(_ index: Int, in range: Range<Int>) -> Bool {
    let before = index > range.lowerBound && Self.isWord(bytes[index - 1])
    let after = index + 1 < range.upperBound && Self.isWord(bytes[index + 1])
    return !(before && after)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte <= 0x20
      || [
        UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
        UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: "*"),
      ].contains(byte)
  }
}

/// The inside of an HTML tag, `a href="…"`.
private struct HTMLTag {
  let name: String
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    let name = bytes.prefix { $0 > 0x20 }
    var text = String(decoding: name, as: UTF8.self).lowercased()
    if text.count > 1, text.hasSuffix("/") { text.removeLast() }
    self.name = text
  }

  /// Range of an attribute's quoted value.
  func attribute(_ name: String) -> Range<Int>? {
    let all = Array(bytes)
    var from = 0
    let key = Array("\(name)=".utf8)
    while let found = all.firstRange(of: key, from: from) {
      from = found + key.count
      guard found > 0, all[found - 1] <= 0x20, from < all.count,
        all[from] == UInt8(ascii: "\"") || all[from] == UInt8(ascii: "'")
      else { continue }
      guard let stop = all[(from + 1)...].firstIndex(of: all[from]) else { return nil }
      return (bytes.startIndex + from + 1)..<(bytes.startIndex + stop)
    }
    return nil
  }
}
