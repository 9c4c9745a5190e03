import Diagnostics
import Obligations
import YAMLSource

extension ProvenanceDocument {
  /// Adds the sources that a node names: a text, or a list of them.
  ///
  /// `key` is how people find it, `teacher.model_name`. Formats, placeholders and local paths are left out, except
  /// paths whose last folder is plainly called after a model, which are hints; where a path leads to a repository in the
  /// project, `HubFolders` makes a source of it.
  mutating func add(
    _ node: YAMLNode?, key: String, kind: ArtefactKind, _ relation: Relation, of child: StatementChild? = nil,
    certainty: Certainty = .stated, revision: YAMLNode? = nil
  ) {
    for item in node?.oneOrMany ?? [] where !item.isNull {
      guard let text = item.text, sources.count < Self.mostStatements else { continue }
      let id: String
      var certainty = certainty
      var pinned = revision.flatMap { $0.isNull ? nil : $0.text }
      switch SourceName(text) {
      case .artefact(let name, let revision):
        id = name
        pinned = revision ?? pinned
      case .path(let path):
        localSources.append(
          SourceStatement(
            id: ArtefactID(path), kind: kind, relation: relation, child: child, certainty: certainty,
            location: item.location, basis: .key(key)))
        guard kind == .model, let name = SourceName.named(by: path) else { continue }
        id = name
        certainty = .hinted
      case .nothing: continue
      }
      sources.append(
        SourceStatement(
          id: ArtefactID(id), kind: kind, relation: relation, child: child, certainty: certainty,
          location: item.location, basis: .key(key), revision: pinned))
    }
  }

  /// Adds a statement, within the limit.
  mutating func add(_ source: SourceStatement) {
    if sources.count < Self.mostStatements { sources.append(source) }
  }

  /// Says under which licence the document puts an artefact; nil means what it is about.
  mutating func claim(
    _ node: YAMLNode?, link: YAMLNode? = nil, of artefact: ArtefactID? = nil, kind: ArtefactKind = .model
  ) {
    for item in node?.oneOrMany ?? [] where !item.isNull {
      guard let text = item.text?.trimmed, !text.isEmpty, !Placeholder.isOne(text),
        licenses.count < Self.mostStatements
      else { continue }
      licenses.append(
        LicenseStatement(
          of: artefact, kind: kind,
          LicenseClaim(name: text, link: link?.text, location: item.location, basis: .project)))
    }
  }
}
