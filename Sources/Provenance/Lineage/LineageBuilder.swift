import Diagnostics
import Obligations

/// Puts what manifest and card say of the lineage into one graph.
struct LineageBuilder {
  private(set) var lineage: Lineage
  private(set) var diagnostics: [Diagnostic] = []

  init(release: ArtefactID, kind: ArtefactKind) {
    self.lineage = Lineage(release: release, kind: kind)
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
    let parent = lineage.node(id, kind: source.kind)
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
      connect(id, .model, card.relation?.value ?? converted, to: Lineage.release, at: base.location, .declared)
    }
    for dataset in card.datasets {
      let isDataset = lineage.nodes[Lineage.release].kind == .dataset
      connect(
        ArtefactID(dataset.value), .dataset, isDataset ? .derivedFrom : .trainedOn, to: Lineage.release,
        at: dataset.location, .declared)
    }
    // Full names first: what they name, a family's bare name in another sentence only repeats.
    for source in card.proseSources.sorted(by: { Self.precision(of: $0.id) > Self.precision(of: $1.id) }) {
      add(source, of: card)
    }
  }

  /// How exactly a name says what it means: by its words, a closing "base" only between equals.
  private static func precision(of id: ArtefactID) -> Int {
    let words = id.words
    return words.last == "base" ? words.count * 2 - 3 : words.count * 2
  }

  private mutating func add(_ source: ProseSource, of card: ModelCard) {
    var source = source
    // What a field lists as a dataset is none of the models that prose can take it for.
    if source.kind == .model, let index = lineage.index(of: source.id), lineage.nodes[index].kind == .dataset {
      source = ProseSource(
        id: source.id, kind: .dataset, relation: .trainedOn, child: source.child, certainty: source.certainty,
        location: source.location)
    }
    let isDatasetRelease = lineage.nodes[Lineage.release].kind == .dataset
    if isDatasetRelease, source.child == nil {
      let relation: Relation = source.kind == .dataset ? .derivedFrom : .generatedBy
      source = ProseSource(
        id: source.id, kind: source.kind, relation: relation, child: nil, certainty: source.certainty,
        location: source.location)
    }
    let child: Int
    switch source.child {
    case nil: child = Lineage.release
    case .artefact(let id, let kind): child = lineage.node(id, kind: kind)
    case .original:
      guard let base = card.baseModels.first, let index = lineage.index(of: ArtefactID(base.value)) else { return }
      child = index
    }
    guard !isRepeated(source, below: child) else { return }
    connect(source.id, source.kind, source.relation, to: child, at: source.location, source.certainty)
  }

  /// Whether a source of the same owner with a longer name is known: `Llama 3` beside `Llama-3.1-8B`.
  private func isRepeated(_ source: ProseSource, below child: Int) -> Bool {
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
    _ certainty: Certainty
  ) {
    let parent = lineage.node(id, kind: kind)
    guard parent != child else { return }
    lineage.connect(child: child, parent: parent, relation, at: location, certainty: certainty)
  }
}
