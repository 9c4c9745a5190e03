import Diagnostics
import Obligations

/// Puts what manifest and card say of the lineage into one graph.
struct LineageBuilder {
  private(set) var lineage: Lineage
  private(set) var diagnostics: [Diagnostic] = []
  /// Licences that documents beside manifest and card name for the release.
  private(set) var documentLicenses: [LicenseClaim] = []
  /// What documents are about that are not about the release.
  private var otherSubjects: [(node: Int, name: Fact<String>, type: DocumentType)] = []
  /// The id under which the maker published what another id re-uploads; nil for everything else.
  private let originalOf: (ArtefactID) -> ArtefactID?

  init(release: ArtefactID, kind: ArtefactKind, originalOf: @escaping (ArtefactID) -> ArtefactID?) {
    self.lineage = Lineage(release: release, kind: kind)
    self.originalOf = originalOf
  }

  /// The index of an artefact, which is one whatever it is called.
  private mutating func node(_ id: ArtefactID, kind: ArtefactKind) -> Int {
    lineage.node(id, kind: kind, original: originalOf(id))
  }

  /// Adds the declared sources.
  mutating func add(_ manifest: Manifest) {
    for source in manifest.sources { add(source, below: Lineage.release, ancestors: [lineage.nodes[0].id]) }
  }

  private mutating func add(_ source: ManifestSource, below child: Int, ancestors: [ArtefactID]) {
    let id = ArtefactID(source.id.value)
    guard !ancestors.contains(id) else {
      diagnostics.append(
        Diagnostic(
          "lineage-cycle", .error, "`\(source.id.value)` is declared as its own ancestor", at: source.id.location,
          help: "remove the source that closes the circle"))
      return
    }
    let parent = node(id, kind: source.kind)
    if let named = source.license ?? source.licenseFile {
      let claim = LicenseClaim(
        name: named.value, file: source.licenseFile.map { ProjectFolder.plain($0.value) }, location: named.location,
        basis: .project)
      lineage.claim(claim, for: parent)
    }
    var acquisition = source.acquisition
    if !source.relation.value.carriesOutputs { acquisition = Acquisition() }
    lineage.connect(
      child: child, parent: parent, source.relation.value, at: source.id.location, certainty: .declared,
      acquisition: acquisition)
    for nested in source.sources { add(nested, below: parent, ancestors: ancestors + [id]) }
  }

  /// Adds what the card's fields declare and its prose says.
  mutating func add(_ card: ModelCard) {
    for base in card.baseModels {
      let id = ArtefactID(base.value)
      guard id != lineage.nodes[Lineage.release].id else {
        diagnostics.append(
          Diagnostic(
            "lineage-self", .warning, "`base_model` names the release itself", at: base.location,
            help: "name the model that it was made from"))
        continue
      }
      let converted: Relation = lineage.nodes[Lineage.release].id.isQuantized ? .quantized : .finetune
      connect(
        id, .model, card.relation?.value ?? converted, to: Lineage.release, at: base.location, .declared,
        basis: .key("base_model"))
    }
    for dataset in card.datasets {
      let isDataset = lineage.nodes[Lineage.release].kind == .dataset
      connect(
        ArtefactID(dataset.value), .dataset, isDataset ? .derivedFrom : .trainedOn, to: Lineage.release,
        at: dataset.location, .declared, basis: .key("datasets"))
    }
    // Full names first: what they name, a family's bare name in another sentence only repeats.
    for source in card.proseSources.sorted(by: { Self.precision(of: $0.id) > Self.precision(of: $1.id) }) {
      add(source, of: card)
    }
  }

  /// The artefacts that are declared to be in the release's weights.
  var declaredBases: Set<ArtefactID> {
    Set(
      lineage.edges.filter {
        $0.child == Lineage.release && $0.certainty >= .stated && $0.relation.carriesWeights
      }.map { lineage.nodes[$0.parent].id })
  }

  /// How exactly a name says what it means: by its words, a closing "base" only between equals.
  private static func precision(of id: ArtefactID) -> Int {
    let words = id.words
    return words.last == "base" ? words.count * 2 - 3 : words.count * 2
  }

  private mutating func add(_ source: SourceStatement, of card: ModelCard) {
    var source = source
    // What a field lists as a dataset is none of the models that prose can take it for.
    if source.kind == .model, let index = lineage.index(of: source.id), lineage.nodes[index].kind == .dataset {
      source.kind = .dataset
      source.relation = .trainedOn
    }
    let isDatasetRelease = lineage.nodes[Lineage.release].kind == .dataset
    if isDatasetRelease, source.child == nil {
      source.relation = source.kind == .dataset ? .derivedFrom : .generatedBy
    }
    let child: Int
    switch source.child {
    case nil: child = Lineage.release
    case .artefact(let id, let kind): child = node(id, kind: kind)
    case .original:
      guard let base = card.baseModels.first, let index = lineage.index(of: ArtefactID(base.value)) else { return }
      child = index
    }
    guard !isRepeated(source, below: child) else { return }
    connect(
      source.id, source.kind, source.relation, to: child, at: source.location, source.certainty, basis: source.basis)
  }

  /// Adds what another document says, as far as its scope makes it the release's.
  mutating func add(_ document: ProvenanceDocument, scope: DocumentScope) {
    let subject: Int
    let most: Certainty
    switch scope {
    case .release: (subject, most) = (Lineage.release, .declared)
    case .perhapsRelease: (subject, most) = (Lineage.release, .mentioned)
    case .other(let id, let kind):
      (subject, most) = (node(id, kind: kind), .declared)
      if let name = document.subject { otherSubjects.append((subject, name, document.type)) }
    }
    for artefact in document.artefacts {
      let index = node(artefact.id, kind: artefact.kind)
      if let revision = artefact.revision, most == .declared {
        lineage.pin(Fact(revision, at: artefact.location), for: index)
      }
    }
    for source in document.sources {
      let child: Int
      if case .artefact(let id, let kind) = source.child {
        child = node(id, kind: kind)
      } else {
        child = subject
      }
      connect(
        source.id, source.kind, source.relation, to: child, at: source.location, min(source.certainty, most),
        basis: source.basis)
      if let revision = source.revision, most == .declared, let index = lineage.index(of: source.id) {
        lineage.pin(Fact(revision, at: source.location), for: index)
      }
    }
    if most == .declared { for source in document.unnamed { lineage.note(source, for: subject) } }
    for license in document.licenses {
      let node = license.artefact.map { self.node($0, kind: license.kind) } ?? subject
      if node != Lineage.release {
        lineage.claim(license.claim, for: node)
      } else if most == .declared {
        // What an example says about its subject is no claim about the release.
        documentLicenses.append(license.claim)
      }
    }
  }

  /// Reports documents about artefacts from which nothing was made: their subject may be the release by another name.
  mutating func reportOtherSubjects() {
    let parents = Set(lineage.edges.map(\.parent))
    for (node, name, type) in otherSubjects where !parents.contains(node) {
      diagnostics.append(
        Diagnostic(
          "document-of-another", .note,
          "this \(type.title) is about `\(name.value)`, which is neither the release nor a source of it", at: name.location,
          help: "give the release the same name, or declare `\(name.value)` as a source"))
    }
  }

  /// Whether a source of the same owner with a longer name is known: `Llama 3` beside `Llama-3.1-8B`.
  private func isRepeated(_ source: SourceStatement, below child: Int) -> Bool {
    var words = source.id.words
    if words.last == "base" { words.removeLast() }
    return lineage.edges.contains { edge in
      let known = lineage.nodes[edge.parent].id
      return edge.child == child && known != source.id
        && known.namespace?.lowercased() == source.id.namespace?.lowercased() && known.words.starts(with: words)
    }
  }

  private mutating func connect(
    _ id: ArtefactID, _ kind: ArtefactKind, _ relation: Relation, to child: Int, at location: SourceLocation,
    _ certainty: Certainty, basis: StatementBasis?
  ) {
    let parent = node(id, kind: kind)
    guard parent != child else { return }
    lineage.connect(child: child, parent: parent, relation, at: location, certainty: certainty, basis: basis)
  }
}
