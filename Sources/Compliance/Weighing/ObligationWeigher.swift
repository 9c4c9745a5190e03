import Diagnostics
import Obligations
import Provenance

/// Weighs the obligations of one text against the release.
struct ObligationWeigher {
  let project: Project
  let library: Library
  let lineage: Lineage
  let outbound: OutboundLicense
  let conditions: ConditionEvaluator
  let requirements: RequirementEvaluator

  /// A weigher under one assessment, by the attestations that count on the day `today`.
  init(_ assessment: Assessment, today: CalendarDate?) {
    project = assessment.project
    library = assessment.library
    lineage = assessment.lineage
    outbound = assessment.outbound
    conditions = ConditionEvaluator(assessment)
    requirements = RequirementEvaluator(assessment, today: today)
  }

  /// A finding for every duty and prohibition of any version that may govern, and one for the outbound rule.
  func findings(for subject: Subject) -> [Finding] {
    let versions = [subject.license] + subject.alternatives
    return library.pairing(of: versions).rows.map { weigh($0, of: versions, subject) } + outboundFinding(subject)
  }

  /// Weighs an obligation in each version that has it; the first one words the finding.
  private func weigh(_ row: VersionPairing.Row, of versions: [License], _ subject: Subject) -> Finding {
    let path = subject.path
    let outcomes = versions.indices.map { version -> Outcome in
      guard let obligation = row.byVersion[version], let requirement = obligation.requirement else { return .none }
      return outcome(of: obligation, requirement, subject.governed(by: versions[version]), path: path)
    }
    let (version, obligation) = row.first
    let others = outcomes.indices.filter { $0 != version }.map { outcomes[$0] }
    return finding(
      kind: .obligation(obligation.kind), modality: obligation.modality, clause: obligation.clause,
      summary: obligation.summary, outcome: outcomes[version].agreed(with: others, about: subject, lineage),
      subject: subject.governed(by: versions[version], insteadOf: versions), path: path,
      requirement: obligation.requirement, reading: obligation.reading)
  }

  private func outcome(
    of obligation: Obligation, _ requirement: Requirement, _ subject: Subject, path: LineagePath
  ) -> Outcome {
    Outcome(
      applies: applies(obligation, to: subject),
      met: requirements.decide(requirement, of: obligation, for: subject, path: path))
  }

  /// Whether an obligation of the text that speaks about a source applies to the release.
  func applies(_ obligation: Obligation, to subject: Subject) -> Decision {
    Decision.all(
      [subject.governs]
        + (obligation.condition.map {
          [conditions.decide($0, for: subject, bindsCopies: obligation.kind.bindsCopies)]
        } ?? []))
  }

  /// Whether an outbound rule of that text applies to the release.
  func applies(_ rule: OutboundRule, to subject: Subject) -> Decision {
    Decision.all([subject.governs, conditions.decide(rule.condition, for: subject, bindsCopies: false)])
  }

  /// Whether what the licence wants kept is kept by the licence under which the release goes out.
  private func outboundFinding(_ subject: Subject) -> [Finding] {
    guard let (rule, outcome) = gravest(subject) else { return [] }
    let others = subject.alternatives.map { gravest(subject.governed(by: $0))?.outcome ?? .none }
    return [
      finding(
        kind: .outboundLicense, modality: .must, clause: rule.clause, summary: rule.summary,
        outcome: outcome.agreed(with: others, about: subject, lineage), subject: subject, path: subject.path,
        requirement: nil)
    ]
  }

  /// The outbound rule that fares worst.
  private func gravest(_ subject: Subject) -> (rule: OutboundRule, outcome: Outcome)? {
    var worst: (rule: OutboundRule, outcome: Outcome)?
    for rule in subject.license.outbound {
      let outcome = Outcome(applies: applies(rule, to: subject), met: outbound.keeps(rule, of: subject.license))
      if worst.map({ Self.gravity(outcome.status) > Self.gravity($0.outcome.status) }) ?? true {
        worst = (rule, outcome)
      }
    }
    return worst
  }

  static func gravity(_ status: Status) -> Int {
    switch status {
    case .notTriggered, .waived: 0
    case .satisfied: 1
    case .undetermined: 2
    case .violated: 3
    }
  }

  private func finding(
    kind: FindingKind, modality: Modality, clause: String, summary: String, outcome: Outcome, subject: Subject,
    path: LineagePath, requirement: Requirement?, reading: Reading? = nil
  ) -> Finding {
    let (status, applies, met) = (outcome.status, outcome.applies, outcome.met)
    let source = lineage.nodes[subject.node].id.text
    let missing = status == .undetermined ? applies.missing + met.missing : []
    let declared = path.declared
    let proof =
      (status == .notTriggered ? applies.evidence : applies.evidence + met.evidence)
      + (reading.map { [Evidence("the words that were read", at: $0.location)] } ?? [])
      + samples(of: subject, path) + (declared.map { [Evidence("the source is named here", at: $0)] } ?? [])
    let wording = FindingWording(
      status: status, source: source, license: subject.license, summary: summary,
      alternatives: subject.alternatives.map(\.id), requirement: requirement, applies: applies.truth,
      outbound: outbound.declared.first?.claim.name, missing: missing)
    return Finding(
      license: subject.license.id, kind: kind, modality: modality, clause: clause, source: source,
      path: path.steps,
      status: status, message: wording.message, summary: summary, applies: applies.truth,
      requirement: requirement, words: reading?.words,
      location: reading?.location ?? Self.blame(requirement, kind: kind, met: met, declared: declared),
      confidence: reading?.confidence, evidence: proof.unique(),
      missing: missing.unique(), help: wording.help)
  }

  /// How many samples were taken: shown, and never weighed, since no number is too small.
  private func samples(of subject: Subject, _ path: LineagePath) -> [Evidence] {
    guard let edge = subject.edge ?? path.first, let samples = edge.acquisition.samples else { return [] }
    return [Evidence("samples: \(samples); no number is too small to count", at: edge.acquisition.location)]
  }

  /// The line to look at first: what decides a requirement of names and licences, else where the source is named.
  private static func blame(
    _ requirement: Requirement?, kind: FindingKind, met: Decision, declared: SourceLocation?
  ) -> SourceLocation? {
    switch requirement {
    case .nameStartsWith, .nameContains, .outboundLicense: met.evidence.lazy.compactMap(\.location).first ?? declared
    case nil where kind == .outboundLicense: met.evidence.lazy.compactMap(\.location).first ?? declared
    case .documentSays, .noticeFile, .licenseCopy, .changesStated, .cardDeclares, .never, .attested, .later, .any,
      .reviewed, nil:
      declared
    }
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in their first order.
  public func unique() -> [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
