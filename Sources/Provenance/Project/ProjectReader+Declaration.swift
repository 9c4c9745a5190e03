import Diagnostics
import Obligations

extension ProjectReader {
  /// A project of which nothing is known but its declaration, as if that were read from a file.
  ///
  /// Throws `ProjectError.unreadable` for a declaration with mistakes.
  public func read(declaration file: SourceFile) throws(ProjectError) -> Project {
    var reader = ManifestReader(words: words, finder: finder)
    let manifest = reader.read(file)
    guard let manifest, !reader.diagnostics.contains(where: { $0.severity == .error }) else {
      throw .unreadable(reader.diagnostics)
    }
    let id = ArtefactID(manifest.name?.value ?? "")
    var builder = LineageBuilder(
      release: id, kind: manifest.kind == .dataset ? .dataset : .model, originalOf: originalOf)
    builder.add(manifest)
    guard builder.diagnostics.isEmpty else { throw .unreadable(reader.diagnostics + builder.diagnostics) }
    return Project(
      folder: ".", release: id, revision: nil, nameLocation: manifest.name?.location, manifest: manifest, card: nil,
      provenance: [],
      documentLicenses: [], lineage: builder.lineage, documents: [], diagnostics: reader.diagnostics,
      inputs: Inputs(), stance: manifest.stance?.value, settings: manifest.settings)
  }

  /// The artefact that people mean by an id or a name; nil where the catalogue knows neither.
  public func artefact(called name: String) -> (id: String, kind: ArtefactKind)? {
    if let kind = finder.kindOfID(name) { return (name, kind) }
    return finder.artefact(called: name).map { ($0.id.text, $0.kind) }
  }
}
