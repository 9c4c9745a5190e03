import Diagnostics

/// An XML document as a tree of elements, read up to no mistake at all: what is not well-formed is not read.
///
/// Documents with a document type declaration are refused, so no entity is ever declared, expanded or fetched.
public struct XMLDocument: Sendable {
  /// The root; nil where the text is no well-formed XML or exceeds a limit.
  public let root: XMLElement?
  /// What was wrong, in file order.
  public let diagnostics: [Diagnostic]

  /// Deepest nesting of elements.
  public static let deepest = 64
  /// Most elements of one document.
  public static let mostElements = 500_000
  /// Most attributes of one element: libxml2 compares each with all others.
  public static let mostAttributes = 100

  /// Reads a file, whatever its encoding.
  public init(reading file: SourceFile, mostElements: Int = Self.mostElements) {
    let decoded = DecodedFile(file)
    let place = { (range: Range<Int>) -> SourceRange in
      if let origin = decoded.origin { return origin.sourceRange(of: range) }
      return SourceRange(range.lowerBound + decoded.start, range.upperBound + decoded.start)
    }
    let result = decoded.bytes.withUnsafeBufferPointer { source in
      Result<XMLElement, XMLMistake> { () throws(XMLMistake) in
        let tags = try XMLTags(source, mostElements: mostElements)
        return try MarkupParser.elements(of: source, XMLTreeBuilder(source: source, tags: tags, place: place))
      }
    }
    switch result {
    case .success(let root):
      self.root = root
      self.diagnostics = decoded.diagnostics
    case .failure(let mistake):
      let offset = min(mistake.offset, decoded.bytes.count)
      self.root = nil
      self.diagnostics =
        decoded.diagnostics
        + [Diagnostic(mistake.id, mistake.summary, at: SourceLocation(file, place(offset..<offset)))]
    }
  }
}

/// Why a document is not read, and where.
struct XMLMistake: Error {
  var id = DiagnosticID.xmlSyntax
  let summary: String
  /// Offset in the decoded source.
  let offset: Int
}
