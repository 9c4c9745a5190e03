import LicenseKnowledge
import Obligations
import Provenance

/// Words findings and grants as terms of an advice.
struct AdviceTerms {
  let library: Library

  /// The clauses of findings, each once.
  func terms(of findings: [Finding]) -> [AdviceTerm] { findings.map { term(of: $0) }.unique() }

  private func term(of finding: Finding) -> AdviceTerm {
    let license = library.license(finding.license)
    let isAct = [.attested, .reviewed, .never, .later].contains(finding.requirement)
    let met: Truth =
      switch finding.status {
      case .satisfied: .yes
      case .violated: .no
      case .undetermined, .notTriggered, .waived: .unknown
      }
    let facts = finding.applies == .unknown ? finding.missing.filter(\.decidesApplication) : []
    return AdviceTerm(
      license: finding.license, kind: finding.kind, modality: finding.modality,
      clause: Self.clause(finding.clause, of: license), source: finding.source, summary: finding.summary,
      link: license?.source, met: met,
      remedy: isAct ? nil : license.map { Remedy.remedy(for: finding.requirement, of: $0, source: finding.source) },
      onlyIf: facts.map(\.text))
  }

  /// What a text wants of the release's licence.
  func term(of demand: LicenseDemand, source: String, _ outcome: Outcome) -> AdviceTerm {
    let facts = outcome.applies.truth == .unknown ? outcome.applies.missing.filter(\.decidesApplication) : []
    return AdviceTerm(
      license: demand.license.id, kind: demand.kind, modality: demand.modality,
      clause: Self.clause(demand.clause, of: demand.license), source: source,
      summary: demand.summary, link: demand.license.source, met: outcome.met.truth, remedy: nil,
      onlyIf: facts.map(\.text).unique())
  }

  /// What the texts allow of what the release does with their sources.
  func grants(of assessment: Assessment) -> [AdviceTerm] {
    assessment.subjects.flatMap { subject -> [AdviceTerm] in
      let acceptor = subject.edge?.acquisition.acceptedBy
      let isBinding = subject.license.binds == .artefact || acceptor != .upstream
      guard subject.governs.truth != .no, isBinding else { return [] }
      let kinds = Self.grants(for: subject, in: assessment.project)
      let source = assessment.lineage.nodes[subject.node].id.text
      return subject.license.obligations.filter { $0.modality == .may && kinds.contains($0.kind) }.map { grant in
        AdviceTerm(
          license: subject.license.id, kind: .obligation(grant.kind), modality: .may,
          clause: Self.clause(grant.clause, of: subject.license), source: source, summary: grant.summary,
          link: subject.license.source, met: .yes, remedy: nil, onlyIf: [])
      }
    }.unique()
  }

  /// How a clause is cited; a text without clauses by its title.
  private static func clause(_ clause: String, of license: License?) -> String {
    clause.isEmpty ? license?.title ?? "Preamble" : clause
  }

  /// The kinds of grants that a release makes use of.
  private static func grants(for subject: Subject, in project: Project) -> Set<ObligationKind> {
    var kinds: Set<ObligationKind> = project.manifest?.release.commercial?.value == true ? [.commercialUse] : []
    let isHandedOut = project.manifest?.release.forms?.value.contains { $0 == .weights || $0 == .product } ?? true
    for effect in subject.ways.keys {
      switch effect {
      case .derivative, .adapter, .data, .dataTrained:
        kinds.formUnion(isHandedOut ? [.modify, .ownDerivatives, .distribute] : [.use, .modify, .ownDerivatives])
      case .outputTrained, .outputs, .judged: kinds.formUnion([.trainOnOutputs, .ownOutputs])
      case .contained: kinds.formUnion([.distribute, .use])
      case .served: kinds.insert(.use)
      case .tool: break
      }
    }
    return kinds
  }
}

extension Question {
  /// Whether it asks for a fact on which it depends that a clause applies, not whether files show that it is met.
  fileprivate var decidesApplication: Bool {
    switch kind {
    case .releaseForm, .commercial, .releaseDate, .territories, .scale, .modelKind, .domicile, .competes, .source,
      .guess, .unnamedSource, .whichModel, .license, .licenseChoice, .publishedLicense, .newerTerms, .revision,
      .baseLicense, .version, .terms, .policy, .acceptedBy,
      .rights, .interpretation:
      true
    case .releaseName, .card, .outboundLicense, .sources, .conflict, .wording, .notice, .changes, .licenseCopy,
      .cardField, .licenseText, .governingText, .review, .attestation:
      false
    }
  }
}
