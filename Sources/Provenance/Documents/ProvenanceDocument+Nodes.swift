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
    let revision = revision.flatMap { $0.isNull ? nil : $0.text }
    for item in node?.oneOrMany ?? [] where !item.isNull {
      guard let text = item.text else { continue }
      add(
        text, at: item.location, .key(key), kind: kind, relation, of: child, certainty: certainty, revision: revision)
    }
  }

  /// Adds the source that a text names.
  mutating func add(
    _ text: String, at location: SourceLocation, _ basis: StatementBasis, kind: ArtefactKind, _ relation: Relation,
    of child: StatementChild? = nil, certainty: Certainty = .stated, revision: String? = nil
  ) {
    var statement = SourceStatement(
      id: ArtefactID(text), kind: kind, relation: relation, child: child, certainty: certainty, location: location,
      basis: basis, revision: revision)
    switch SourceName(text) {
    case .artefact(let name, let revision):
      statement.id = ArtefactID(name)
      statement.revision = revision ?? statement.revision
    case .path(let path):
      // Where the project holds a repository at that path, the source is known after all.
      statement.id = ArtefactID(path)
      if hasRoom(for: localSources.count, at: location) { localSources.append(statement) }
      guard kind == .model, let name = SourceName.named(by: path) else { return }
      statement.id = ArtefactID(name)
      statement.certainty = min(certainty, .hinted)
    case .nothing: return
    }
    add(statement)
  }

  /// Adds a statement that a reader made itself.
  mutating func add(_ statement: SourceStatement) {
    if hasRoom(for: sources.count, at: statement.location) { sources.append(statement) }
  }

  /// Whether another statement is kept; says once where the first one is that is not.
  private mutating func hasRoom(for count: Int, at location: SourceLocation) -> Bool {
    guard count >= Self.mostStatements else { return true }
    guard count == Self.mostStatements, !diagnostics.contains(where: { $0.kind == .documentTooLarge }) else {
      return false
    }
    diagnostics.append(
      Diagnostic(
        .documentTooLarge, "only the first \(Self.mostStatements) sources of a file are read", at: location,
        help: "declare the others in pedigree.yaml"))
    return false
  }

  /// Keeps the first and surest statement where several say the same, since recipes name their data once a split; what
  /// is trained on in one split is not only evaluated with.
  mutating func dropRepeats() {
    struct Said: Hashable {
      let id: ArtefactID
      let relation: Relation
      let child: StatementChild?
    }
    var places: [Said: Int] = [:]
    var kept: [SourceStatement] = []
    for source in sources {
      let said = Said(id: source.id, relation: source.relation, child: source.child)
      if let place = places[said] {
        if kept[place].certainty < source.certainty { kept[place] = source }
      } else {
        places[said] = kept.count
        kept.append(source)
      }
    }
    let trained = Set(kept.filter { $0.relation == .trainedOn }.map(\.id))
    sources = kept.filter { $0.relation != .evaluatedWith || !trained.contains($0.id) }
  }

  /// Says under which licence the document puts an artefact; nil means what it is about.
  mutating func claim(
    _ node: YAMLNode?, link: YAMLNode? = nil, of artefact: ArtefactID? = nil, kind: ArtefactKind = .model
  ) {
    for item in node?.oneOrMany ?? [] where !item.isNull {
      guard let text = item.text?.trimmed, !text.isEmpty, !Placeholder.isOne(text),
        hasRoom(for: licenses.count, at: item.location)
      else { continue }
      licenses.append(
        LicenseStatement(
          of: artefact, kind: kind,
          LicenseClaim(name: text, link: link?.text, location: item.location, basis: .project)))
    }
  }
}
