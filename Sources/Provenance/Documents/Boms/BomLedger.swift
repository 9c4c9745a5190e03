import Diagnostics
import Obligations

/// Collects what a bill of materials says, and decides at its end which artefact the bill is about.
struct BomLedger {
  private var listed: [Listed] = []
  private var steps: [Step] = []
  /// How sure the surest step between two artefacts is.
  private var surest: [Pair: Certainty] = [:]
  /// The first relation that is named between two artefacts; what only says that there is one means it.
  private var hints: [Pair: Relation] = [:]
  private var known: Set<Known> = []
  private var claims: [(artefact: BomArtefact, claim: LicenseClaim)] = []
  private var prose: [(artefact: BomArtefact, text: ProvenanceProse.Text)] = []
  private var unnamed: [(artefact: BomArtefact, source: UnnamedSource)] = []
  private var isFull = false

  private struct Listed {
    let artefact: BomArtefact
    /// Whether the bill may be about it.
    let canBeSubject: Bool
    /// The artefact whose part it is listed as; nil for the bill's subject.
    let whole: BomArtefact?
    /// What lists it, for the basis of a statement.
    let key: String
  }

  private struct Step {
    let pair: Pair
    /// Nil for the bill's subject.
    let child: BomArtefact?
    let parent: BomArtefact
    let hint: Relation?
    let certainty: Certainty
    let location: SourceLocation
    let basis: StatementBasis
  }

  private struct Pair: Hashable {
    let child: ArtefactID?
    let parent: ArtefactID
    let isEvaluation: Bool
  }

  /// What tells a step from a repetition of it.
  private struct Known: Hashable {
    let pair: Pair
    let hint: Relation?
    let certainty: Certainty
  }

  /// Notes that the bill lists an artefact, under `key`.
  mutating func list(_ artefact: BomArtefact, canBeSubject: Bool, partOf whole: BomArtefact? = nil, key: String) {
    listed.append(Listed(artefact: artefact, canBeSubject: canBeSubject, whole: whole, key: key))
  }

  /// Notes that `child`, or the bill's subject where it is nil, was made from `parent`.
  mutating func step(
    from parent: BomArtefact, to child: BomArtefact?, hint: Relation? = nil, _ certainty: Certainty,
    at location: SourceLocation, by basis: StatementBasis
  ) {
    let pair = Pair(child: child?.id, parent: parent.id, isEvaluation: hint == .evaluatedWith)
    guard child?.id != parent.id, known.insert(Known(pair: pair, hint: hint, certainty: certainty)).inserted else {
      return
    }
    guard steps.count < ProvenanceDocument.mostStatements else {
      isFull = true
      return
    }
    if hints[pair] == nil { hints[pair] = hint }
    surest[pair] = max(surest[pair] ?? certainty, certainty)
    steps.append(
      Step(pair: pair, child: child, parent: parent, hint: hint, certainty: certainty, location: location, basis: basis)
    )
  }

  /// Notes that a reader left something out.
  mutating func leaveOut() { isFull = true }

  /// Notes a licence that the bill names for an artefact.
  mutating func claim(_ claim: LicenseClaim, for artefact: BomArtefact) {
    guard claims.count < ProvenanceDocument.mostStatements else {
      isFull = true
      return
    }
    claims.append((artefact, claim))
  }

  /// Notes a text that tells in prose how an artefact was made.
  mutating func tell(_ text: ProvenanceProse.Text, of artefact: BomArtefact) {
    guard prose.count < ProvenanceDocument.mostStatements else {
      isFull = true
      return
    }
    prose.append((artefact, text))
  }

  /// Notes what the Hub's tags among those of an artefact say.
  mutating func read(_ tags: CardTags, of artefact: BomArtefact) {
    for source in tags.sources(defaultRelation: tags.relation?.value) {
      let parent = BomArtefact(id: source.id, kind: source.kind, revision: source.revision, location: source.location)
      // What a tag doesn't say, another field may.
      let hint = source.relation == .finetune ? nil : source.relation
      step(from: parent, to: artefact, hint: hint, source.certainty, at: source.location, by: source.basis)
    }
    unnamed += tags.unnamed.map { (artefact, $0) }
  }

  /// Writes all of it down. `main` is the artefact that the bill says it is about; without it, it is the only model
  /// that nothing else was made from, or the only such dataset of a bill that lists no models.
  mutating func finish(main: BomArtefact?, into document: inout ProvenanceDocument) {
    let results = main == nil ? self.results : []
    let subject = main ?? (results.count == 1 ? results[0].artefact : nil)
    if let subject {
      document.subject = Fact(subject.id.text, at: subject.location)
      document.subjectKind = subject.kind
      addParts(of: subject)
    }
    var written: Set<Known> = []
    // A hint says nothing where something surer is said between the same two artefacts.
    for step in steps where step.certainty == surest[step.pair] {
      guard let child = step.child ?? subject, child.id != step.parent.id else { continue }
      let relation = BomRelation.between(
        child.id, child.kind, step.parent.kind, hint: step.hint ?? hints[step.pair])
      guard written.insert(Known(pair: step.pair, hint: relation, certainty: step.certainty)).inserted else { continue }
      document.sources.append(
        SourceStatement(
          id: step.parent.id, kind: step.parent.kind, relation: relation,
          child: child.id == subject?.id ? nil : .artefact(child.id, child.kind), certainty: step.certainty,
          location: step.location, basis: step.basis, revision: step.parent.revision))
    }
    if results.count > 1 { contain(results, in: &document) }
    document.licenses = claims.map { artefact, claim in
      LicenseStatement(of: artefact.id == subject?.id ? nil : artefact.id, kind: artefact.kind, claim)
    }
    document.prose = prose.map { artefact, text in
      ProvenanceProse(of: artefact.id == subject?.id ? nil : .artefact(artefact.id, artefact.kind), text)
    }
    document.unnamed = unnamed.map { artefact, source in
      UnnamedSource(
        source.relation, of: artefact.id == subject?.id ? nil : .artefact(artefact.id, artefact.kind),
        basis: source.basis, at: source.location)
    }
    for item in listed where item.artefact.id != subject?.id {
      document.artefacts.append(
        ListedArtefact(
          id: item.artefact.id, kind: item.artefact.kind, location: item.artefact.location,
          revision: item.artefact.revision))
    }
    if isFull {
      document.diagnostics.append(
        Diagnostic(
          .bomTooLarge,
          """
          it has more than is read: \(ProvenanceDocument.mostStatements) steps, licences or descriptions, or \
          \(BomPropertyValue.mostNames) names in one value
          """,
          at: SourceLocation(document.file, SourceRange(0, 0))))
    }
  }

  /// The artefacts that the bill lists, and that nothing else in it was made from: its models, or its datasets where it
  /// lists no models.
  private var results: [Listed] {
    let parents = Set(steps.filter { $0.child != nil }.map(\.parent.id))
    var seen: Set<ArtefactID> = []
    let hasModels = listed.contains { $0.artefact.kind == .model }
    return listed.filter { item in
      item.canBeSubject && !parents.contains(item.artefact.id) && (!hasModels || item.artefact.kind == .model)
        && seen.insert(item.artefact.id).inserted
    }
  }

  /// The bill of an application lists the models that it ships, and none that it is about.
  private func contain(_ models: [Listed], in document: inout ProvenanceDocument) {
    guard models[0].artefact.kind == .model else { return }
    for model in models {
      document.add(
        SourceStatement(
          id: model.artefact.id, kind: .model, relation: .contains, certainty: .stated,
          location: model.artefact.location, basis: .key(model.key), revision: model.artefact.revision))
    }
    document.diagnostics.append(
      Diagnostic(
        .bomSeveralModels,
        "it lists \(models.count) models and is about none of them, so each is taken as contained in the release",
        at: models[0].artefact.location, help: "name the release as what the bill is about"))
  }

  /// A bill lists what its subject consists of: what it says nothing else of may be part of the subject.
  private mutating func addParts(of subject: BomArtefact) {
    let named = Set(steps.map(\.parent.id) + steps.compactMap { $0.child?.id })
    for item in listed where !named.contains(item.artefact.id) && item.artefact.id != subject.id {
      // The files of a release are listed, too.
      if case .path = SourceName(item.artefact.id.text) { continue }
      step(from: item.artefact, to: item.whole ?? subject, .hinted, at: item.artefact.location, by: .key(item.key))
    }
  }
}
