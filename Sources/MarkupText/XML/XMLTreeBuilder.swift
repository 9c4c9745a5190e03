import Diagnostics

/// Takes a parser's events, in order, and builds the elements of an XML document with their places.
final class XMLTreeBuilder {
  /// The root, once it is closed.
  private(set) var root: XMLElement?
  private let tags: XMLTags
  private var aligner: SourceAligner
  /// The place in the file of a range of the source.
  private let place: (Range<Int>) -> SourceRange
  private var text = MappedText()
  private var open: [Open] = []
  private var started = 0
  private var ended = 0

  /// An element that is not closed yet.
  private struct Open {
    let name: String
    let namespace: String?
    let attributes: [XMLElement.Attribute]
    let tag: XMLTags.Start
    var children: [XMLElement] = []
  }

  init(source: UnsafeBufferPointer<UInt8>, tags: XMLTags, place: @escaping (Range<Int>) -> SourceRange) {
    self.tags = tags
    self.aligner = SourceAligner(source: source, isXML: true)
    self.place = place
  }

  /// `fields` holds name, prefix, namespace, and start and end of the value of each attribute.
  func start(_ name: String, namespace: String?, _ fields: UnsafeBufferPointer<UnsafePointer<UInt8>?>) {
    guard started < tags.starts.count else { return }
    let tag = tags.starts[started]
    started += 1
    var attributes: [XMLElement.Attribute] = []
    for index in stride(from: 0, to: fields.count - 4, by: 5) where index / 5 < tag.values.count {
      guard let name = fields[index], let start = fields[index + 3], let end = fields[index + 4] else { continue }
      attributes.append(
        .init(
          name: String(cString: name), value: Self.value(UnsafeBufferPointer(start: start, count: end - start)),
          range: place(tag.values[index / 5])))
    }
    text.removeAll()
    open.append(Open(name: name, namespace: namespace, attributes: attributes, tag: tag))
  }

  func characters(_ characters: UnsafeBufferPointer<UInt8>, isRaw: Bool) {
    aligner.add(characters, isRaw: isRaw, to: &text)
  }

  func end() {
    guard let element = open.popLast() else { return }
    var end = element.tag.range.upperBound
    if !element.tag.isEmpty, ended < tags.ends.count {
      end = max(end, tags.ends[ended])
      ended += 1
    }
    // Text between elements is their layout.
    let words = element.children.isEmpty ? trimmedText : 0..<0
    let closed = XMLElement(
      name: element.name, namespace: element.namespace, attributes: element.attributes, children: element.children,
      text: String(decoding: text.bytes[words], as: UTF8.self),
      textRange: words.isEmpty
        ? place(element.tag.range.upperBound..<element.tag.range.upperBound)
        : fileRange(text.sourceRange(of: words)),
      range: place(element.tag.range.lowerBound..<end))
    text.removeAll()
    if open.isEmpty { root = closed } else { open[open.count - 1].children.append(closed) }
  }

  private func fileRange(_ range: SourceRange) -> SourceRange { place(range.lowerBound..<range.upperBound) }

  /// The text since the last tag without white space around it.
  private var trimmedText: Range<Int> {
    guard let first = text.bytes.firstIndex(where: { $0 > 0x20 }),
      let last = text.bytes.lastIndex(where: { $0 > 0x20 })
    else { return 0..<0 }
    return first..<(last + 1)
  }

  /// The value of an attribute, in which libxml2 leaves one reference as it is: that of an ampersand.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let reference: StaticString = "&#38;"
    var value: [UInt8] = []
    var index = 0
    while index < bytes.count {
      value.append(bytes[index])
      index += bytes.starts(with: reference, at: index) ? reference.utf8CodeUnitCount : 1
    }
    return String(decoding: value, as: UTF8.self)
  }
}
