import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Finds the texts that speak about each source: the licences of artefacts, and the terms under which
/// outputs were obtained.
struct SubjectCollector {
  let knowledge: Knowledge
  let lineage: Lineage
  let reach: Reach
  /// The day of the release, after which nothing was generated for it.
  let releaseDate: CalendarDate?
  private(set) var subjects: [Subject] = []
  private(set) var unknown: [UnknownLicense] = []
  private var cache: [String: License] = [:]

  /// A source about which no known text speaks.
  struct UnknownLicense {
    let node: Int
    /// What is declared for it, if anything is.
    let claim: LicenseClaim?
    let named: NamedLicense?
    /// The service whose terms are not known, for sources that are used through one.
    let service: String?
    let ways: [Effect: Reach.Way]
  }

  init(knowledge: Knowledge, lineage: Lineage, reach: Reach, releaseDate: CalendarDate?) {
    self.knowledge = knowledge
    self.lineage = lineage
    self.reach = reach
    self.releaseDate = releaseDate
  }

  /// Collects the texts for all artefacts, in the order of the lineage.
  mutating func collect() {
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
    let resolved = claims.map { ($0, knowledge.resolve($0)) }
    let ids = resolved.compactMap { $0.1.knownID }
    for (claim, named) in resolved {
      guard let id = named.knownID, let license = license(id) else {
        unknown.append(UnknownLicense(node: node, claim: claim, named: named, service: nil, ways: ways))
        continue
      }
      let governs = Self.governs(claim, among: claims)
      subjects.append(
        Subject(
          license: license, node: node, governs: governs, alternatives: ids.filter { $0 != id && governs.truth == .unknown },
          ways: ways, edge: nil))
    }
  }

  /// Whether a claim governs, where several with different days stand side by side.
  private static func governs(_ claim: LicenseClaim, among claims: [LicenseClaim]) -> Decision {
    let isDated = claim.window != DateWindow()
    guard isDated, claims.count > 1 else {
      return Decision(.yes, evidence: [Evidence("`\(claim.name)` is its licence", at: claim.location)])
    }
    return Decision(
      .unknown, evidence: [Evidence("`\(claim.name)` was its licence for a time", at: claim.location)],
      missing: [
        Question(
          "license.\(claim.name)", "which licence did the source have on the day it was taken?",
          answer: "give the source a `license:` in pedigree.yaml")
      ])
  }


  /// Collects the terms for all edges over which outputs of `node` went; whether it is used through a service.
  private mutating func collectTerms(of node: Int) -> Bool {
    let artefact = lineage.nodes[node]
    let entry = artefact.kind == .model ? knowledge.catalog.model(artefact.id.text) : nil
    var isServed = entry?.service != nil || artefact.kind == .service
    for edge in lineage.edges where edge.parent == node && edge.relation.carriesOutputs {
      let service =
        edge.acquisition.service ?? entry?.service ?? (artefact.kind == .service ? artefact.id.text : nil)
      guard service != nil || edge.acquisition.terms != nil else { continue }
      isServed = isServed || entry?.licenses.isEmpty ?? true
      let own = EffectTransfer.ownEffect(of: artefact.kind)
      let transfer = EffectTransfer.along(
        edge.relation, from: own, childIsDataset: lineage.nodes[edge.child].kind == .dataset)
      var ways = reach.ways(from: edge.child, starting: transfer.effect)
      if edge.certainty == .hinted { ways = ways.mapValues { $0.weakened(by: .source(artefact.id, of: lineage.nodes[edge.child].id)) } }
      guard ways.keys.contains(where: { $0 != .tool }) else { continue }
      collectTerms(of: node, service: service, available: entry?.available ?? DateWindow(), edge: edge, ways: ways)
    }
    // Weights of a model that is only served reach nobody; nothing else speaks about it then.
    if isServed, !subjects.contains(where: { $0.node == node }), !unknown.contains(where: { $0.node == node }) {
      unknown.append(
        UnknownLicense(
          node: node, claim: nil, named: nil, service: entry?.service ?? artefact.id.text, ways: reach.ways(from: node)))
    }
    return isServed
  }

  private mutating func collectTerms(
    of node: Int, service: String?, available: DateWindow, edge: Lineage.Edge, ways: [Effect: Reach.Way]
  ) {
    let days = DateWindow(
      from: edge.acquisition.days.from ?? available.from,
      until: [edge.acquisition.days.until, available.until, releaseDate].compactMap { $0 }.min())
    let terms = TermsInForce(knowledge: knowledge, service: service, named: edge.acquisition.terms, days: days)
    for group in terms.groups {
      guard let id = group.ids.first, let license = license(id) else { continue }
      let governs =
        group.isCertain
        ? Decision(.yes, evidence: [Evidence("`\(id)` was in force", at: edge.acquisition.location ?? edge.location)])
        : Decision(
          .unknown,
          missing: [
            Question(
              "terms.\(lineage.nodes[node].id.text)", "under which terms, and when, were outputs of `\(lineage.nodes[node].id.text)` obtained?",
              answer: "give the source `service`, `terms`, `from` and `to` in pedigree.yaml")
          ])
      subjects.append(
        Subject(
          license: license, node: node, governs: governs, alternatives: Array(group.ids.dropFirst()), ways: ways, edge: edge))
    }
    if terms.groups.isEmpty {
      unknown.append(UnknownLicense(node: node, claim: nil, named: nil, service: edge.acquisition.terms ?? service, ways: ways))
    }
  }

  private mutating func license(_ id: String) -> License? {
    if let license = cache[id] { return license }
    let license = knowledge.license(id)
    cache[id] = license
    return license
  }
}

extension Reach.Way {
  /// The same way, unsure for one more reason.
  func weakened(by question: Question) -> Reach.Way {
    Reach.Way(truth: truth && .unknown, missing: missing + [question], steps: steps, edge: edge, next: next)
  }
}
