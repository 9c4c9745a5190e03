import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Finds the texts that speak about each source: the licences of artefacts, and the terms under which
/// outputs were obtained.
struct SubjectCollector {
  let library: Library
  let lineage: Lineage
  let reach: Reach
  /// The ways on which licences travel: those of outputs only as far as the project obtained them.
  let licensed: Reach
  /// The day of the release, after which nothing was generated for it.
  let releaseDate: CalendarDate?
  /// The project's own texts, among them those of sources' licences.
  let texts: ProjectTexts
  private var subjects: [Subject] = []
  private var unknown: [UnknownLicense] = []
  private var seen: Set<SubjectKey> = []

  private struct SubjectKey: Hashable {
    let license: String
    let node: Int
    let place: SourceLocation?
  }

  /// A source about which no known text speaks.
  struct UnknownLicense: Sendable {
    let node: Int
    /// What is declared for it, if anything is.
    let claim: LicenseClaim?
    let named: NamedLicense?
    /// The service whose terms are not known, for sources that are used through one.
    let service: String?
    /// The text of its licence that was read instead, if it stands in the project.
    var text: ProjectText?
    let ways: [Effect: Reach.Way]
  }

  private init(
    library: Library, lineage: Lineage, reach: Reach, licensed: Reach, releaseDate: CalendarDate?,
    texts: ProjectTexts
  ) {
    self.library = library
    self.lineage = lineage
    self.reach = reach
    self.licensed = licensed
    self.releaseDate = releaseDate
    self.texts = texts
  }

  /// The texts for all artefacts that reach the release, in the order of the lineage, and the artefacts without one.
  static func collect(
    library: Library, lineage: Lineage, reach: Reach, licensed: Reach, releaseDate: CalendarDate?,
    texts: ProjectTexts
  ) -> (subjects: [Subject], unknown: [UnknownLicense]) {
    var collector = SubjectCollector(
      library: library, lineage: lineage, reach: reach, licensed: licensed, releaseDate: releaseDate, texts: texts)
    collector.collect()
    return (collector.subjects, collector.unknown)
  }

  private mutating func collect() {
    for node in lineage.nodes.indices where node != Lineage.release {
      let ways = reach.ways(from: node)
      guard ways.keys.contains(where: { $0 != .tool }) else { continue }
      let isServed = collectTerms(of: node)
      collectLicenses(of: node, ways: ways, isServed: isServed)
    }
  }

  private mutating func collectLicenses(of node: Int, ways: [Effect: Reach.Way], isServed: Bool) {
    let claims = lineage.nodes[node].licenses
    if claims.isEmpty {
      if !isServed { unknown.append(UnknownLicense(node: node, claim: nil, named: nil, service: nil, ways: ways)) }
      return
    }
    var groups: [[(claim: LicenseClaim, license: License)]] = []
    var isChoice = false
    for claim in claims {
      let expression = library.expression(claim)
      if case .any = expression { isChoice = true }
      for name in expression.names {
        let named = library.resolve(name)
        guard let license = named.knownID.flatMap({ library.license($0) }) ?? licenseText(of: claim) else {
          unknown.append(UnknownLicense(node: node, claim: claim, named: named, service: nil, ways: ways))
          continue
        }
        if license.isRead, let text = claim.file.flatMap(texts.text) {
          unknown.append(UnknownLicense(node: node, claim: claim, named: named, service: nil, text: text, ways: ways))
        }
        // Versions of one text stand for one another; different texts are weighed one by one.
        if let series = license.series, let index = groups.firstIndex(where: { $0[0].license.series == series }) {
          groups[index].append((claim, license))
        } else {
          groups.append([(claim, license)])
        }
      }
    }
    for group in groups {
      let ways = licensedWays(from: node, under: group[0].license)
      guard ways.keys.contains(where: { $0 != .tool }) else { continue }
      add(
        Subject(
          license: group[0].license, node: node,
          governs: Decision.all([
            Self.governs(group[0].claim, amongGroups: groups.count, isChoice: isChoice), isThirdParty(node),
          ]),
          alternatives: group.dropFirst().map(\.license), ways: ways, reach: licensed, edge: nil))
    }
  }

  /// The licence whose text a claim points at: a known one, or what a machine reads in the file.
  private mutating func licenseText(of claim: LicenseClaim) -> License? {
    guard let text = claim.file.flatMap(texts.text) else { return nil }
    let matches = texts.identification(of: text).matches
    let original = matches.count == 1 ? matches[0].ids.compactMap { library.license($0) }.first : nil
    let altered = texts.alterations(in: text).first
    if altered == nil, let original { return original }
    guard let parsed = texts.parsed(text) else { return nil }
    let reader = ExtractedLicense(text: text, parsed: parsed)
    if let original, let altered { return reader.license(original, altered: altered) }
    return reader.license
  }

  /// The ways on which a licence travels: not over a step on which its own licensor made the child and
  /// put it under a licence of its own, since nobody is bound by what he himself may waive.
  private func licensedWays(from node: Int, under license: License) -> [Effect: Reach.Way] {
    licensed.ways(from: node) { !isRelicensing($0, of: license) }
  }

  /// Whether the project itself got the outputs that went over an edge: what a licence says about
  /// outputs binds whoever used the model, not the public at large.
  static func obtained(over edge: Lineage.Edge, in lineage: Lineage) -> Decision {
    if edge.child == Lineage.release, edge.acquisition.acceptedBy == nil { return Decision(.yes) }
    return Facts.acceptedByUs(edge.acquisition, source: lineage.nodes[edge.parent].id.text)
  }

  private func isRelicensing(_ edge: Lineage.Edge, of license: License) -> Bool {
    let (parent, child) = (lineage.nodes[edge.parent], lineage.nodes[edge.child])
    guard license.isProprietary, let maker = license.maker, edge.child == Lineage.release || !child.licenses.isEmpty
    else { return false }
    return [parent, child].allSatisfy { library.catalog.maker(of: $0.id.text) == maker }
  }

  /// Whether the source is somebody else's: whoever published both source and release may hold the
  /// rights in both, and then owes nobody anything.
  private func isThirdParty(_ node: Int) -> Decision {
    let (source, release) = (lineage.nodes[node].id, lineage.nodes[Lineage.release].id)
    guard let owner = source.namespace, owner.lowercased() == release.namespace?.lowercased() else {
      return Decision(.yes)
    }
    return Decision(
      .unknown,
      missing: [
        Question(
          .rights(in: source.text), "are the rights in `\(source.text)` the release's maker's own?",
          answer: "give the source a `license:` in pedigree.yaml if they are somebody else's")
      ])
  }

  /// Whether a claim governs, where several with different days stand side by side.
  private static func governs(_ claim: LicenseClaim, amongGroups groups: Int, isChoice: Bool) -> Decision {
    guard isChoice || claim.window != DateWindow(), groups > 1 else {
      return Decision(.yes, evidence: [Evidence("`\(claim.name)` is its licence", at: claim.location)])
    }
    return Decision(
      .unknown, evidence: [Evidence("`\(claim.name)` is one of its licences", at: claim.location)],
      missing: [
        Question(
          .licenseChoice(claim.name), "which of its licences was the source taken under?",
          answer: "give the source a `license:` in pedigree.yaml")
      ])
  }

  /// Collects the terms for all edges over which outputs of `node` went; whether it is used through a service.
  private mutating func collectTerms(of node: Int) -> Bool {
    let artefact = lineage.nodes[node]
    let entry = artefact.kind == .model ? library.catalog.model(artefact.id.text) : nil
    var isServed = entry?.service != nil || artefact.kind == .service
    let before = (subjects.count, unknown.count)
    for (edge, ways) in reach.departures(from: node) where edge.relation.carriesOutputs {
      let service =
        edge.acquisition.service ?? entry?.service ?? (artefact.kind == .service ? artefact.id.text : nil)
      guard service != nil || edge.acquisition.terms != nil else { continue }
      isServed = isServed || entry?.licenses.isEmpty ?? true
      guard ways.keys.contains(where: { $0 != .tool }) else { continue }
      collectTerms(of: node, service: service, available: entry?.available ?? DateWindow(), edge: edge, ways: ways)
    }
    // Weights of a model that is only served reach nobody; nothing else speaks about it then.
    if isServed, (subjects.count, unknown.count) == before {
      unknown.append(
        UnknownLicense(
          node: node, claim: nil, named: nil, service: entry?.service ?? artefact.id.text, ways: reach.ways(from: node))
      )
    }
    return isServed
  }

  private mutating func collectTerms(
    of node: Int, service: String?, available: DateWindow, edge: Lineage.Edge, ways: [Effect: Reach.Way]
  ) {
    let days = DateWindow(
      from: edge.acquisition.days.from ?? available.from,
      until: [edge.acquisition.days.until, available.until, releaseDate].compactMap { $0 }.min())
    let terms = TermsInForce(
      library: library, service: service, named: edge.acquisition.terms, days: days,
      areDeclared: edge.acquisition.days.from != nil && edge.acquisition.days.until != nil)
    for group in terms.groups {
      // Terms that nobody has read may ask for anything.
      if let id = group.ids.first(where: { library.license($0) == nil }) {
        unknown.append(UnknownLicense(node: node, claim: nil, named: nil, service: id, ways: ways))
      }
      guard let id = group.ids.first, let license = library.license(id) else { continue }
      let governs =
        group.isCertain
        ? Decision(.yes, evidence: [Evidence("`\(id)` was in force", at: edge.acquisition.location ?? edge.location)])
        : Decision(
          .unknown,
          missing: [
            Question(
              .terms(of: lineage.nodes[node].id.text),
              "under which terms, and when, were outputs of `\(lineage.nodes[node].id.text)` obtained?",
              answer: "give the source `service`, `terms`, `from` and `to` in pedigree.yaml")
          ])
      add(
        Subject(
          license: license, node: node, governs: governs,
          alternatives: group.ids.dropFirst().compactMap { library.license($0) }, ways: ways, reach: reach, edge: edge))
    }
    if terms.groups.isEmpty {
      unknown.append(
        UnknownLicense(node: node, claim: nil, named: nil, service: edge.acquisition.terms ?? service, ways: ways))
    }
  }

  /// Adds a subject, and the texts that its licence makes part of itself.
  private mutating func add(_ subject: Subject) {
    let key = SubjectKey(license: subject.license.id, node: subject.node, place: subject.edge?.location)
    guard seen.insert(key).inserted else { return }
    subjects.append(subject)
    for id in subject.license.incorporates {
      if let part = library.license(id) { add(subject.governed(by: part)) }
    }
  }
}
