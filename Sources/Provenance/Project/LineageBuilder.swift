import Diagnostics
import Obligations

/// Puts what manifest and card say of the lineage into one graph.
struct LineageBuilder {
  private(set) var lineage: Lineage
  private(set) var diagnostics: [Diagnostic] = []
  /// What documents are about that are not about the release.
  private var otherSubjects: [(node: Int, name: Fact<String>, type: DocumentType)] = []
  /// Licences under which other documents than manifest and card put the release.
  private(set) var releaseLicenses: [LicenseClaim] = []
  /// Bases that the card names without saying how the release came from them.
  private var assumed: Set<Int> = []
  private var longerNames = LongerNames()
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
          .lineageCycle, .error, "`\(source.id.value)` is declared as its own ancestor", at: source.id.location,
          help: "remove the source that closes the circle"))
      return
    }
    let parent = node(id, kind: source.kind)
    if let named = source.license ?? source.licenseFile {
      let claim = LicenseClaim(
        name: named.value, file: source.licenseFile.map { ProjectFolder.plain($0.value) }, location: named.location,
        basis: .project, grounds: source.grounds)
      lineage.claim(claim, for: parent)
    }
    if let revision = source.revision { lineage.pin(revision, for: parent) }
    if let own = source.isOwn { lineage.note(own: own, for: parent) }
    var acquisition = source.acquisition
    if !source.relation.value.carriesOutputs { acquisition = Acquisition() }
    lineage.connect(
      child: child, parent: parent, source.relation.value, at: source.id.location, certainty: .declared,
      acquisition: acquisition)
    for nested in source.sources { add(nested, below: parent, ancestors: ancestors + [id]) }
  }

  /// Adds what the card's fields declare and its prose says.
  mutating func add(_ card: ModelCard) {
    let release = lineage.nodes[Lineage.release]
    for source in card.fieldSources(of: release.id, kind: release.kind) {
      guard source.id != release.id || !source.relation.carriesWeights else {
        diagnostics.append(
          Diagnostic(
            .lineageSelf, "`base_model` names the release itself", at: source.location,
            help: "name the model that it was made from"))
        continue
      }
      connect(source, below: Lineage.release)
      if card.relation == nil, source.relation == .finetune, let base = lineage.index(of: source.id) {
        assumed.insert(base)
      }
    }
    for source in card.proseSourcesByPrecision { add(source, of: card) }
    for source in card.unnamed { lineage.note(source, for: Lineage.release) }
  }

  /// The artefacts that are declared to be in the release's weights.
  var declaredBases: Set<ArtefactID> {
    Set(
      lineage.edges(into: Lineage.release).filter {
        $0.certainty >= .stated && $0.relation.carriesWeights
      }.map { lineage.nodes[$0.parent].id })
  }

  private mutating func add(_ source: SourceStatement, of card: ModelCard) {
    var source = joined(source)
    // What a field lists as a dataset is none of the models that prose can take it for.
    if source.kind == .model, let index = lineage.index(of: source.id), lineage.nodes[index].kind == .dataset {
      source.kind = .dataset
      source.relation = .trainedOn
    }
    let child: Int
    switch source.child {
    case nil: child = Lineage.release
    case .artefact(let id, let kind): child = node(id, kind: kind)
    }
    guard !isRepeated(source, below: child) else { return }
    connect(source, below: child)
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
      if document.type.family == .bill, let name = document.subject {
        otherSubjects.append((subject, name, document.type))
      }
    }
    for artefact in document.artefacts {
      let index = node(artefact.id, kind: artefact.kind)
      if let revision = artefact.revision, most == .declared {
        lineage.pin(Fact(revision, at: artefact.location), for: index)
      }
    }
    let isTaught = subject == Lineage.release && document.subjectKind == .dataset && isModelRelease
    for source in document.sources {
      let source = isTaught && source.child == nil ? Self.taught(by: source) : source
      let child = index(of: source.child, orOf: subject)
      // Prose repeats in a family's bare name what a field named in full.
      if document.type.family == .card, source.basis.isProse, isRepeated(source, below: child) { continue }
      if child == Lineage.release, most == .declared, source.certainty == .declared, source.relation.carriesWeights,
        let base = lineage.index(of: source.id), assumed.remove(base) != nil
      {
        lineage.refine(child: child, parent: base, to: source.relation)
      }
      // That a repository was downloaded says nothing more where it is known what it was used for.
      if source.basis != .folder || !isParent(source.id) { connect(source, below: child, atMost: most) }
      if let revision = source.revision, most == .declared, let index = lineage.index(of: source.id) {
        lineage.pin(Fact(revision, at: source.location), for: index)
      }
    }
    if most == .declared {
      for source in document.unnamed { lineage.note(source, for: index(of: source.child, orOf: subject)) }
    }
    for license in document.licenses {
      let node = license.artefact.map { self.node($0, kind: license.kind) } ?? subject
      if node != Lineage.release {
        lineage.claim(license.claim, for: node)
      } else if most == .declared {
        // What an example says about its subject is no claim about the release.
        releaseLicenses.append(license.claim)
      }
    }
  }

  /// Reports bills of artefacts from which nothing was made: their subject may be the release by another name.
  mutating func reportOtherSubjects() {
    let parents = Set(lineage.edges.map(\.parent))
    for (node, name, type) in otherSubjects where !parents.contains(node) {
      diagnostics.append(
        Diagnostic(
          .bomOfAnother,
          "this \(type.title) is about `\(name.value)`, which is neither the release nor a source of it",
          at: name.location, help: "give the release the same name, or declare `\(name.value)` as a source"))
    }
  }

  /// A statement about a bare name as one about the only artefact that is declared under this name with an owner.
  private func joined(_ source: SourceStatement) -> SourceStatement {
    guard source.id.namespace == nil, source.basis.isProse else { return source }
    let declared = lineage.nodes.indices.filter {
      $0 != Lineage.release && lineage.nodes[$0].id.namespace != nil && lineage.nodes[$0].id.words == source.id.words
    }
    guard declared.count == 1, let index = declared.first else { return source }
    var source = source
    source.id = lineage.nodes[index].id
    source.kind = lineage.nodes[index].kind
    if source.kind == .dataset, source.relation.carriesWeights { source.relation = .trainedOn }
    return source
  }

  /// The index of a statement's child where it is not what the file is about.
  private mutating func index(of child: StatementChild?, orOf subject: Int) -> Int {
    guard case .artefact(let id, let kind) = child else { return subject }
    return node(id, kind: kind)
  }

  private var isModelRelease: Bool { lineage.nodes[Lineage.release].kind == .model }

  /// What a recipe for data without a name means for a model beside it, which may have been trained on that data.
  private static func taught(by source: SourceStatement) -> SourceStatement {
    var source = source
    source.certainty = min(source.certainty, .hinted)
    switch source.relation {
    case .generatedBy: source.relation = .distilled
    case .derivedFrom: source.relation = .trainedOn
    case .finetune, .adapter, .merge, .quantized, .pruned, .converted, .initialised, .continued, .distilled,
      .preferenceBy, .trainedOn, .evaluatedWith, .tokenizerOf, .contains, .serves:
      break
    }
    return source
  }

  private func isParent(_ id: ArtefactID) -> Bool {
    lineage.index(of: id).map { !lineage.edges(from: $0).isEmpty } ?? false
  }

  /// Whether a source of the same owner with a longer name is known: `Llama 3` beside `Llama-3.1-8B`.
  private mutating func isRepeated(_ source: SourceStatement, below child: Int) -> Bool {
    longerNames.hold(for: source.id, below: child, in: lineage)
  }

  private mutating func connect(_ source: SourceStatement, below child: Int, atMost most: Certainty = .declared) {
    let parent = node(source.id, kind: source.kind)
    guard parent != child else { return }
    // What a tool calls training data is to a dataset what it was derived from.
    let relation =
      lineage.nodes[child].kind == .dataset ? source.relation.ofDataset(from: source.kind) : source.relation
    lineage.connect(
      child: child, parent: parent, relation, at: source.location, certainty: min(source.certainty, most),
      basis: source.basis)
  }
}
