/// Takes out of a page what libxml2 would need quadratic time for; everything else stays where it is.
///
/// It compares each attribute of a tag with all others, and looks for what an end tag closes through all
/// elements that are open.
struct MarkupGuard {
  /// Parts to be blanked.
  private(set) var hazards: [Range<Int>] = []
  /// Hashes of the names of open elements.
  private var open: [Int] = []
  /// Steps that end tags may still cost.
  private var budget = 50_000_000

  /// Attributes behind this many bytes of a tag are taken out.
  private static let longestTag = 64 << 10
  /// Elements that have no end tag, or whose end tag is often left out, lie no farther from the end of the stack.
  private static let nearest = 64

  /// Looks for hazards in all tags of a page.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let start = source[index...].firstIndex(of: UInt8(ascii: "<")) {
      let tag = MarkupTag(source, at: start)
      index = max(tag.end, start + 1)
      if Self.isBogus(source, start) {
        hazards.append(start..<tag.end)
      } else if let raw = tag.rawContent(source) {
        index = raw.upperBound
      } else if tag.isClosing {
        if !close(hash(of: source, tag.name)) { hazards.append(start..<tag.end) }
      } else if !tag.name.isEmpty {
        open.append(hash(of: source, tag.name))
      }
      if tag.end - start > Self.longestTag, !tag.name.isEmpty {
        hazards.append(tag.name.upperBound..<max(tag.name.upperBound, tag.end - 1))
      }
    }
  }

  /// Whether a declaration that HTML has not, `<![CDATA[`, begins: browsers skip it, libxml2 takes it for text.
  private static func isBogus(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    source.starts(with: "<!", at: start) && !source.starts(with: "<!--", at: start)
      && !source.startsIgnoringCase(with: "<!doctype", at: start)
  }

  /// Closes an element; whether libxml2 may be troubled with it.
  private mutating func close(_ name: Int) -> Bool {
    if let index = open.suffix(Self.nearest).lastIndex(of: name) {
      open.removeSubrange(index...)
      return true
    }
    budget -= open.count
    return budget > 0
  }

  private func hash(of source: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Int {
    name.reduce(5_381) { $0 &* 33 &+ Int(source[$1] | 0x20) }
  }
}
