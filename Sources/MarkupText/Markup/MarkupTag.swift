/// A tag, comment or declaration of HTML or XML, as its bytes show it.
struct MarkupTag {
  /// Bytes of its name; empty for comments and declarations.
  let name: Range<Int>
  let isClosing: Bool
  /// The index behind its `>`, or the end of the source.
  let end: Int

  /// Reads the tag whose `<` stands at `start`.
  init(_ source: UnsafeBufferPointer<UInt8>, at start: Int) {
    let next = start + 1 < source.count ? source[start + 1] : 0
    self.isClosing = next == UInt8(ascii: "/")
    guard next != UInt8(ascii: "!"), next != UInt8(ascii: "?") else {
      self.name = start..<start
      if source.starts(with: "<!--", at: start) {
        self.end = Self.end(of: "-->", source, from: start + 4)
      } else {
        self.end = Self.end(of: ">", source, from: start)
      }
      return
    }
    let nameStart = start + (isClosing ? 2 : 1)
    var index = nameStart
    while index < source.count, source[index] > 0x20, source[index] != UInt8(ascii: ">"),
      source[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    self.name = min(nameStart, index)..<index
    self.end =
      isClosing ? Self.end(of: ">", source, from: index) : Self.endOfAttributes(source, from: index)
  }

  /// The range up to the closing tag of a script or style, whose content is no markup; nil for other tags.
  func rawContent(_ source: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard !isClosing else { return nil }
    if name.count == 6, source.startsIgnoringCase(with: "script", at: name.lowerBound) {
      return end..<Self.start(of: "</script", source, from: end)
    }
    if name.count == 5, source.startsIgnoringCase(with: "style", at: name.lowerBound) {
      return end..<Self.start(of: "</style", source, from: end)
    }
    return nil
  }

  private static func start(of needle: StaticString, _ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < source.count {
      if source[index] == needle.utf8Start[0], source.startsIgnoringCase(with: needle, at: index) { return index }
      index += 1
    }
    return source.count
  }

  private static func end(of needle: StaticString, _ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    min(Self.start(of: needle, source, from: start) + needle.utf8CodeUnitCount, source.count)
  }

  /// The index behind the `>`: one in a quoted value does not end a tag.
  private static func endOfAttributes(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var quote: UInt8?
    var last: UInt8 = 0
    for index in start..<max(start, source.count) {
      let byte = source[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      if byte > 0x20 { last = byte }
    }
    return source.count
  }
}
