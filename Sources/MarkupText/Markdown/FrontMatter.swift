import Diagnostics

/// The metadata block of a card, found as the Hub finds it.
///
/// The Hub and `huggingface_hub` use the same regular expression,
/// `^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))`, but JavaScript and Python
/// disagree about which characters `\s` means.
public struct FrontMatter: Sendable {
  /// The YAML between the fences.
  public let yaml: SourceRange
  /// Offset of the first byte behind the closing fence.
  public let bodyStart: Int
  /// Where readers disagree about the block.
  public let diagnostics: [Diagnostic]

  /// Finds the block at the start of `file`; nil where the Hub finds none.
  public init?(in file: SourceFile) {
    guard let found = Self.find(in: file.bytes) else { return nil }
    self.yaml = found.yaml
    self.bodyStart = found.bodyStart
    self.diagnostics =
      found.hasByteOrderMark
      ? [
        Diagnostic(
          .frontMatterByteOrderMark,
          "a byte order mark stands before the front matter: the Hub reads the block, Python's huggingface_hub does not",
          at: SourceLocation(file, SourceRange(0, found.fence)), help: "save the file without a byte order mark")
      ] : []
  }

  /// Offset of the text behind the block that begins `bytes`; 0 where there is none.
  static func bodyStart(of bytes: [UInt8]) -> Int { find(in: bytes)?.bodyStart ?? 0 }

  private static func find(
    in bytes: [UInt8]
  ) -> (yaml: SourceRange, bodyStart: Int, fence: Int, hasByteOrderMark: Bool)? {
    let lead = Self.leadingSpace(of: bytes)
    let fence = lead.end
    guard bytes[fence...].starts(with: Self.dashes), fence + 3 < bytes.count else { return nil }
    let afterDashes = fence + 3
    var openings: [Int] = []
    if bytes[afterDashes] == Self.carriageReturn {
      // The expression tries CRLF first and falls back to the CR alone.
      if afterDashes + 1 < bytes.count, bytes[afterDashes + 1] == Self.lineFeed {
        openings.append(afterDashes + 2)
      }
      openings.append(afterDashes + 1)
    } else if bytes[afterDashes] == Self.lineFeed {
      openings.append(afterDashes + 1)
    }
    for start in openings {
      guard let closing = Self.closingFence(in: bytes, from: start) else { continue }
      return (SourceRange(start, closing.start), closing.end, fence, lead.hasByteOrderMark)
    }
    return nil
  }

  /// A message where a file looks as if it had a block, but the Hub finds none.
  public static func nearMiss(in file: SourceFile) -> Diagnostic? {
    let bytes = file.bytes
    var index = 0
    var hasPythonOnlySpace = false
    while index < bytes.count {
      if let length = spaceLength(in: bytes, at: index) {
        index += length
      } else if let length = pythonOnlySpaceLength(in: bytes, at: index) {
        hasPythonOnlySpace = true
        index += length
      } else {
        break
      }
    }
    guard bytes[index...].starts(with: dashes) else { return nil }
    let location = SourceLocation(file, SourceRange(index, index + 3))
    let behind = bytes[(index + 3)...].prefix { $0 != lineFeed && $0 != carriageReturn }
    if !behind.isEmpty {
      guard behind.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { return nil }
      return Diagnostic(
        .frontMatterNotFound, "blanks behind the opening `---` hide the front matter from the Hub",
        at: location, help: "remove the blanks at the end of the line")
    }
    if hasPythonOnlySpace {
      return Diagnostic(
        .frontMatterNotFound,
        "a control character before `---` hides the front matter from the Hub, though Python reads it",
        at: location, help: "start the file with `---`")
    }
    return Diagnostic(
      .frontMatterNotFound, "the front matter that begins here is never closed", at: location,
      help: "close it with a line that holds only `---`")
  }

  private static let dashes = Array("---".utf8)
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The white space before the opening fence, as JavaScript's `\s` sees it.
  private static func leadingSpace(of bytes: [UInt8]) -> (end: Int, hasByteOrderMark: Bool) {
    var index = 0
    var hasByteOrderMark = false
    while let length = spaceLength(in: bytes, at: index) {
      if bytes[index] == 0xEF { hasByteOrderMark = true }
      index += length
    }
    return (index, hasByteOrderMark)
  }

  /// Length of the character at `index` if JavaScript's `\s` matches it.
  private static func spaceLength(in bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return bytes[index...].starts(with: [0xC2, 0xA0]) ? 2 : nil
    case 0xE1: return bytes[index...].starts(with: [0xE1, 0x9A, 0x80]) ? 3 : nil
    case 0xE2:
      guard index + 2 < bytes.count else { return nil }
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return 3
      default: return nil
      }
    case 0xE3: return bytes[index...].starts(with: [0xE3, 0x80, 0x80]) ? 3 : nil
    case 0xEF: return bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
    default: return nil
    }
  }

  /// Length of the character at `index` if only Python's `\s` matches it.
  private static func pythonOnlySpaceLength(in bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if (0x1C...0x1F).contains(bytes[index]) { return 1 }
    return bytes[index...].starts(with: [0xC2, 0x85]) ? 2 : nil
  }

  /// The first line break, `---`, blanks and line end at or behind `start`.
  private static func closingFence(in bytes: [UInt8], from start: Int) -> (start: Int, end: Int)? {
    var index = start
    while index < bytes.count {
      let breakLength: Int
      if bytes[index] == lineFeed {
        breakLength = 1
      } else if bytes[index] == carriageReturn {
        breakLength = index + 1 < bytes.count && bytes[index + 1] == lineFeed ? 2 : 1
      } else {
        index += 1
        continue
      }
      let fence = index + breakLength
      if fence <= bytes.count, bytes[fence...].starts(with: dashes) {
        var end = fence + 3
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
        if end == bytes.count { return (index, end) }
        if bytes[end] == lineFeed { return (index, end + 1) }
        if bytes[end] == carriageReturn, end + 1 < bytes.count, bytes[end + 1] == lineFeed {
          return (index, end + 2)
        }
      }
      index += breakLength
    }
    return nil
  }
}
