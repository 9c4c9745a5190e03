import Diagnostics

/// Takes inline Markdown and HTML off a run of text: emphasis, code, links, images, tags, comments.
struct InlineMarkup {
  private(set) var text = MappedText()
  private(set) var links: [MarkdownBlock.Link] = []
  /// Stretches of the text that are set in bold and end as they began.
  private(set) var strong: [Range<Int>] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether an image leaves its alternative text.
  private let keepsImages: Bool
  /// Start of the text and destination of an HTML anchor that is still open.
  private var openAnchor: (start: Int, destination: String)?
  /// Start in the text of a stretch in bold that is still open.
  private var openStrong: Int?
  private var brackets = BracketPairs()
  /// The first `>` behind `from` in the whole run that is being added; behind everything if there is none.
  private var closing = (from: 0, index: -1)
  /// End of the run that is being added, links' words included.
  private var runEnd = 0

  init(bytes: UnsafeBufferPointer<UInt8>, keepsImages: Bool = true) {
    self.bytes = bytes
    self.keepsImages = keepsImages
  }

  /// Forgets what was added, and begins a new run of text.
  mutating func clear() {
    text.removeAll()
    links.removeAll(keepingCapacity: true)
    strong.removeAll(keepingCapacity: true)
    openAnchor = nil
    openStrong = nil
  }

  /// Adds the text of `range`.
  mutating func append(_ range: Range<Int>) {
    brackets = BracketPairs(bytes, range)
    closing = (0, -1)
    runEnd = range.upperBound
    appendInner(range)
  }

  /// Adds the file's own bytes, which hold no markup.
  mutating func appendPlain(_ range: Range<Int>) {
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]), from: range.lowerBound)
  }

  /// Adds a blank between two pieces.
  mutating func appendSpace(from offset: Int) {
    text.appendSpace(from: offset)
  }

  private mutating func appendInner(_ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    let isSpecial = Self.isSpecial
    while index < end {
      let start = index
      while index < end, !isSpecial[Int(bytes[index])] { index += 1 }
      if index > start { appendPlain(start..<index) }
      if index < end { index = special(at: index, in: range) }
    }
  }

  /// Adds what the byte at `index`, which may be markup, stands for; the index behind it.
  private mutating func special(at index: Int, in range: Range<Int>) -> Int {
    let end = range.upperBound
    switch bytes[index] {
    case UInt8(ascii: "\\") where index + 1 < end && Self.isPunctuation(bytes[index + 1]):
      return plain(index + 1)
    case UInt8(ascii: "!") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "["):
      return link(from: index + 1, end: end, isImage: true) ?? plain(index)
    case UInt8(ascii: "["):
      return link(from: index, end: end, isImage: false) ?? plain(index)
    case UInt8(ascii: "<"):
      return tag(from: index, end: end) ?? plain(index)
    case UInt8(ascii: "`"):
      return index + 1
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      return emphasis(at: index, in: range)
    case UInt8(ascii: "&"):
      guard let reference = CharacterReference(bytes, at: index, before: end) else { return plain(index) }
      text.append(reference.bytes, inPlaceOf: index..<(index + reference.length))
      return index + reference.length
    case UInt8(ascii: "h") where startsAddress(index, end: end):
      return bareAddress(from: index, end: end)
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      text.appendSpace(from: index)
      return index + 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0:
      text.appendSpace(from: index)
      return index + 2
    default:
      return plain(index)
    }
  }

  private mutating func plain(_ index: Int) -> Int {
    text.append(bytes[index], from: index)
    return index + 1
  }

  /// A run of stars or underscores: two or more begin or end bold text.
  private mutating func emphasis(at index: Int, in range: Range<Int>) -> Int {
    let mark = bytes[index]
    var stop = index
    while stop < range.upperBound, bytes[stop] == mark { stop += 1 }
    if mark == UInt8(ascii: "_"), endsWord(before: index, from: range.lowerBound),
      stop < range.upperBound, Self.beginsWord(bytes[stop])
    {
      // Between two word characters, as in `model_name`.
      appendPlain(index..<stop)
      return stop
    }
    guard stop - index >= 2 else { return stop }
    if let start = openStrong {
      endStrong(from: start)
    } else if stop < range.upperBound, bytes[stop] > 0x20 {
      openStrong = text.bytes.count
    }
    return stop
  }

  private mutating func endStrong(from start: Int) {
    if start < text.bytes.count { strong.append(start..<text.bytes.count) }
    openStrong = nil
  }

  /// `[words](destination)` or `![words](destination)`, from the bracket; the index behind it.
  private mutating func link(from bracket: Int, end: Int, isImage: Bool) -> Int? {
    guard let close = brackets.partner(of: bracket, before: end), close + 1 < end,
      bytes[close + 1] == UInt8(ascii: "("), let stop = brackets.partner(of: close + 1, before: end)
    else { return nil }
    if isImage, !keepsImages { return stop + 1 }
    let start = text.bytes.count
    appendInner((bracket + 1)..<BrowserNote.start(bytes, before: close))
    var destination = bytes[(close + 2)..<stop].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "<") }
    destination = destination.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
    links.append(
      .init(
        destination: String(decoding: destination, as: UTF8.self), range: start..<text.bytes.count,
        isImage: isImage))
    return BrowserNote.end(bytes, from: stop + 1, before: end)
  }

  /// An HTML tag, comment or `<address>`; the index behind it.
  private mutating func tag(from start: Int, end: Int) -> Int? {
    if bytes.starts(with: "<!--", at: start) {
      // Not searched behind the run: a file of unclosed comments would take quadratic time.
      var index = start + 4
      while index < end, !bytes.starts(with: "-->", at: index) { index += 1 }
      return min(index + 3, end)
    }
    guard let stop = closingBracket(from: start, end: end) else { return nil }
    let inner = start + 1
    guard inner < stop else { return nil }
    if startsAddress(inner, end: stop) {
      _ = bareAddress(from: inner, end: stop)
      return stop + 1
    }
    let first = bytes[inner]
    guard first == UInt8(ascii: "/") || first.isLetter else { return nil }
    take(HTMLTag(bytes, inner..<stop), at: start, stop: stop)
    return stop + 1
  }

  private mutating func take(_ tag: HTMLTag, at start: Int, stop: Int) {
    switch tag.name {
    case "img":
      guard keepsImages, let alt = tag.attribute("alt") else { return }
      text.appendSpace(from: start)
      let begin = text.bytes.count
      appendPlain(alt)
      let source = tag.attribute("src").map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
      links.append(.init(destination: source, range: begin..<text.bytes.count, isImage: true))
      text.appendSpace(from: stop)
    case "a":
      closeAnchor()
      if let href = tag.attribute("href") {
        openAnchor = (text.bytes.count, String(decoding: bytes[href], as: UTF8.self))
      }
    case "/a":
      closeAnchor()
    case "b", "strong":
      openStrong = openStrong ?? text.bytes.count
    case "/b", "/strong":
      if let start = openStrong { endStrong(from: start) }
    case "i", "/i", "em", "/em", "code", "/code", "span", "/span", "sup", "/sup", "u", "/u":
      break
    default:
      text.appendSpace(from: start)
    }
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
      [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "_")].contains(
        bytes[stop - 1])
    {
      stop -= 1
    }
    let begin = text.bytes.count
    appendPlain(start..<stop)
    links.append(
      .init(
        destination: String(decoding: bytes[start..<stop], as: UTF8.self), range: begin..<text.bytes.count,
        isImage: false))
    return max(stop, start + 1)
  }

  private func startsAddress(_ index: Int, end: Int) -> Bool {
    (bytes.starts(with: "https://", at: index) && index + 8 <= end)
      || (bytes.starts(with: "http://", at: index) && index + 7 <= end)
  }

  /// Tags longer than this are read as text, which keeps hostile input linear.
  private static let longestTag = 4_096

  /// The first `>` behind `start`, if it is near enough to end a tag.
  private mutating func closingBracket(from start: Int, end: Int) -> Int? {
    if start < closing.from || start > closing.index {
      closing = (start, bytes[start..<runEnd].firstIndex(of: UInt8(ascii: ">")) ?? Int.max)
    }
    return closing.index < min(end, start + Self.longestTag) ? closing.index : nil
  }
}

// What single bytes are.
extension InlineMarkup {
  /// Whether a byte may be more than text; indexed by the byte.
  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\![<`*_&h \t\n\r".utf8 { table[Int(byte)] = true }
    table[0xC2] = true
    return table
  }()

  /// Whether a letter or digit begins with `byte`; 0xE2 begins quotation marks, dashes and the like.
  private static func beginsWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || (byte >= 0x80 && byte != 0xE2)
  }

  /// Whether a letter or digit stands before `index`.
  private func endsWord(before index: Int, from start: Int) -> Bool {
    var lead = index - 1
    while lead > start, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    return lead >= start && Self.beginsWord(bytes[lead])
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte <= 0x20
      || [
        UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
        UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: "*"), UInt8(ascii: "["),
      ].contains(byte)
  }
}
