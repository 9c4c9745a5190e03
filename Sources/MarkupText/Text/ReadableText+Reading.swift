import Diagnostics

extension ReadableText {
  /// Of longer files only the beginning is read, in bytes.
  public static let longest = DecodedFile.limit

  /// Reads a document of any of the formats that licences come in.
  public static func read(_ file: SourceFile) -> ReadableText {
    let decoded = DecodedFile(file)
    let reading = Reading(decoded.bytes, named: file.path)
    let text = decoded.origin.map { reading.text.composed(with: $0) } ?? reading.text.moved(by: decoded.start)
    return ReadableText(
      file: file, text: text, blocks: reading.blocks, variations: reading.variations,
      isVerbatim: reading.isVerbatim && decoded.origin == nil,
      diagnostics: decoded.diagnostics.isEmpty ? reading.diagnostics(in: file) : decoded.diagnostics)
  }

  /// Reads a document that stands in another one, such as a licence in a value of YAML.
  ///
  /// `document` is the value as it is meant, escapes and line folding undone, and knows where its bytes stand in `file`.
  public static func read(_ document: MappedText, in file: SourceFile) -> ReadableText {
    let reading = Reading(document.bytes, named: "")
    return ReadableText(
      file: file, text: reading.text.composed(with: document), blocks: reading.blocks,
      variations: reading.variations, isVerbatim: false,
      diagnostics: reading.diagnostics(in: file))
  }
}

/// A text as it is read, at offsets of the UTF-8 that it was read from.
private struct Reading {
  let text: MappedText
  let blocks: [TextBlock]
  let variations: [TextVariation]
  let isVerbatim: Bool
  /// Whether the document ends where it should.
  let isWhole: Bool

  init(_ bytes: [UInt8], named path: String) {
    var origin: MappedText?
    var isWhole = true
    var variations: [TextVariation] = []
    let builder = bytes.withUnsafeBufferPointer { buffer in
      var builder = ReadableTextBuilder(capacity: buffer.count)
      switch DocumentFormat(of: buffer, named: path) {
      case .html:
        let tree = MarkupParser.html(buffer)
        origin = tree.text
        return HTMLReader.read(tree)
      case .spdx:
        let document = MarkupParser.xml(buffer)
        origin = document.tree.text
        isWhole = document.isWellFormed
        let reading = SPDXReader.read(document.tree)
        variations = reading.variations
        return reading.text
      case .markdown: MarkdownText.read(buffer, FrontMatter.bodyStart(of: bytes)..<buffer.count, into: &builder)
      case .plain: PlainText.read(buffer, 0..<buffer.count, into: &builder)
      }
      return builder
    }
    self.text = origin.map { builder.text.composed(with: $0) } ?? builder.text
    self.blocks = builder.blocks
    self.variations = variations
    self.isVerbatim = origin == nil
    self.isWhole = isWhole
  }

  /// What people should know of a document in `file` that was read.
  func diagnostics(in file: SourceFile) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if !isWhole {
      diagnostics.append(
        Diagnostic(
          .xmlSyntax, .warning, "the XML is not well-formed: what stands behind the mistake may be missing",
          at: SourceLocation(file, SourceRange(0, 0))))
    }
    if blocks.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noText, "no text was found", at: SourceLocation(file, SourceRange(0, 0))))
    }
    return diagnostics
  }
}
