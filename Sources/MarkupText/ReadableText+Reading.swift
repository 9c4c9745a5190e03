import Diagnostics

extension ReadableText {
  /// Reads a document of any of the formats that licences come in.
  public static func read(_ file: SourceFile) -> ReadableText {
    let decoded = DecodedFile(file)
    let reading = Reading(decoded.bytes, named: file.path)
    let text = decoded.origin.map { reading.text.composed(with: $0) } ?? reading.text.moved(by: decoded.start)
    return ReadableText(
      file: file, text: text, blocks: reading.blocks, isVerbatim: reading.isVerbatim && decoded.origin == nil,
      diagnostics: decoded.diagnostics)
  }

  /// Reads a document that stands in another one: a licence in a value of YAML.
  public static func read(_ document: MappedText, in file: SourceFile) -> ReadableText {
    let reading = Reading(document.bytes, named: "")
    return ReadableText(
      file: file, text: reading.text.composed(with: document), blocks: reading.blocks, isVerbatim: false)
  }
}

/// A text as it is read, at offsets of the UTF-8 that it was read from.
private struct Reading {
  let text: MappedText
  let blocks: [TextBlock]
  let isVerbatim: Bool

  init(_ bytes: [UInt8], named path: String) {
    let isVerbatim: Bool
    var origin: MappedText?
    let builder = bytes.withUnsafeBufferPointer { buffer in
      var builder = ReadableTextBuilder(capacity: buffer.count)
      switch DocumentFormat(of: buffer, named: path) {
      case .html:
        let tree = MarkupParser.html(buffer)
        origin = tree.text
        return HTMLReader.read(tree)
      case .markdown: MarkdownText.read(buffer, FrontMatter.bodyStart(of: bytes)..<buffer.count, into: &builder)
      case .plain, .spdx: PlainText.read(buffer, 0..<buffer.count, into: &builder)
      }
      return builder
    }
    isVerbatim = origin == nil
    self.text = origin.map { builder.text.composed(with: $0) } ?? builder.text
    self.blocks = builder.blocks
    self.isVerbatim = isVerbatim
  }
}
