import Diagnostics

/// A file's text in UTF-8, whatever its encoding.
struct DecodedFile {
  /// UTF-8, without a byte order mark.
  let bytes: [UInt8]
  /// Where the text comes from; nil where the file is UTF-8 and its bytes stand for themselves.
  let origin: MappedText?
  /// Offset of the text in the file, where `origin` is nil.
  let start: Int
  /// What was wrong with the file.
  let diagnostics: [Diagnostic]

  /// Longer files are read up to here.
  static let limit = 16 << 20

  /// Decodes a file by its byte order mark, or as UTF-8; binary files have no text.
  init(_ file: SourceFile, limit: Int = Self.limit) {
    var diagnostics: [Diagnostic] = []
    let bytes = file.bytes
    let end = Self.end(of: file, limit: limit, &diagnostics)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let origin = UTF16Decoder.decode(bytes, 2..<end, isBigEndian: bytes[0] == 0xFE)
      self.init(origin: origin, diagnostics: diagnostics)
      return
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let binary = bytes[start..<end].firstIndex(of: 0) {
      diagnostics.append(
        Diagnostic(
          .binaryFile, "the file contains a NUL byte: it is binary",
          at: SourceLocation(file, SourceRange(binary, binary + 1)), help: "name the file that holds the text"))
      self.init(bytes: [], start: 0, diagnostics: diagnostics)
    } else if let damaged = bytes[start..<end].firstInvalidUTF8 {
      diagnostics.append(
        Diagnostic(
          .encodingInvalidUTF8, .warning,
          "byte 0x\(String(bytes[damaged], radix: 16)) is not valid UTF-8; it and its like are read as Windows-1252",
          at: SourceLocation(file, SourceRange(damaged, damaged + 1)), help: "save the file as UTF-8"))
      self.init(origin: Windows1252Decoder.decode(bytes, start..<end), diagnostics: diagnostics)
    } else if start == 0, end == bytes.count {
      self.init(bytes: bytes, start: 0, diagnostics: diagnostics)
    } else {
      self.init(bytes: Array(bytes[start..<end]), start: start, diagnostics: diagnostics)
    }
  }

  private init(origin: MappedText, diagnostics: [Diagnostic]) {
    self.bytes = origin.bytes
    self.origin = origin
    self.start = 0
    self.diagnostics = diagnostics
  }

  private init(bytes: [UInt8], start: Int, diagnostics: [Diagnostic]) {
    self.bytes = bytes
    self.origin = nil
    self.start = start
    self.diagnostics = diagnostics
  }

  /// Where reading ends: not within a character of UTF-8.
  private static func end(of file: SourceFile, limit: Int, _ diagnostics: inout [Diagnostic]) -> Int {
    guard file.bytes.count > limit else { return file.bytes.count }
    var end = limit
    while end > limit - 4, file.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    diagnostics.append(
      Diagnostic(
        .fileTooLong, "only the first \(limit >> 20) MiB are read of \(file.bytes.count) bytes",
        at: SourceLocation(file, SourceRange(end, end)), help: "give the licence a file of its own"))
    return end
  }
}
