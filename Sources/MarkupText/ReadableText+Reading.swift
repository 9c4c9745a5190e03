import Diagnostics

extension ReadableText {
  /// Reads a document of any of the formats that licences come in.
  public static func read(_ file: SourceFile) -> ReadableText {
    file.bytes.withUnsafeBufferPointer { bytes in
      var builder = ReadableTextBuilder(capacity: bytes.count)
      switch DocumentFormat(of: bytes, named: file.path) {
      case .markdown:
        let start = FrontMatter(in: file)?.bodyStart ?? 0
        MarkdownText.read(bytes, start..<bytes.count, into: &builder)
      default:
        PlainText.read(bytes, 0..<bytes.count, into: &builder)
      }
      return builder.finish(file, isVerbatim: true)
    }
  }
}
