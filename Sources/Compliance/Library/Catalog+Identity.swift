import LicenseKnowledge
import LicenseTexts
import Provenance

extension Catalog {
  /// The id under which its maker published what `id` re-uploads under the same name; nil for everything else.
  ///
  /// What carries another name was changed on the way: quantized, converted to another format.
  public func original(of id: ArtefactID) -> ArtefactID? {
    guard id.namespace != nil, let original = original(of: id.text).map({ ArtefactID($0) }), original.words == id.words
    else { return nil }
    return original
  }
}

extension ProjectReader {
  /// A reader that knows the artefacts of the catalogue, the names that a manifest may use, and the wordings of the
  /// lexicon, which may be broken.
  public init(library: Library, limits: ProjectLimits = ProjectLimits()) throws(LexiconError) {
    let catalog = library.catalog
    self.init(
      names: catalog.knownNames, words: ClosedWords(library.names),
      wordings: try library.cardWordings(), limits: limits, originalOf: { catalog.original(of: $0) },
      kindOfID: { catalog.kind(of: $0) })
  }
}
