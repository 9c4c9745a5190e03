import Diagnostics
import Obligations

extension ProjectReader {
  /// Reads the card of `release` that stands alone, with no folder around it.
  public func read(card file: SourceFile, of release: ArtefactID) throws(ProjectError) -> Project {
    var reader = ModelCardReader(finder: finder)
    guard let card = reader.read(file, release: release) else { throw .unreadable(reader.diagnostics) }
    let kind = finder.kindOfID(release.text) ?? (card.isDatasetCard ? .dataset : .model)
    var builder = LineageBuilder(release: release, kind: kind, originalOf: originalOf)
    builder.add(card)
    return Project(
      release: release, revision: nil, nameLocation: nil, manifest: nil, card: card, provenance: [],
      documentLicenses: builder.releaseLicenses, lineage: builder.lineage,
      documents: [ProjectDocument(file: file, content: .markdown(card.body))],
      diagnostics: reader.diagnostics + builder.diagnostics)
  }
}
