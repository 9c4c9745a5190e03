import Diagnostics
import Obligations
import Provenance

/// Weighs the obligations of one text against the release.
struct ObligationWeigher {
  let project: Project
  let lineage: Lineage
  let reach: Reach
  let outbound: OutboundLicense
  let conditions: ConditionEvaluator
  let documents: DocumentSearch

  /// A finding for every duty and prohibition, and one for the outbound rule.
  func findings(for subject: Subject) -> [Finding] {
    subject.license.obligations.compactMap { weigh($0, subject) } + outboundFinding(subject)
  }

  private func weigh(_ obligation: Obligation, _ subject: Subject) -> Finding? {
    guard let requirement = obligation.requirement else { return nil }
    let applies = Decision.all(
      [subject.governs] + (obligation.condition.map { [conditions.decide($0, for: subject)] } ?? []))
    let path = path(of: subject)
    let evaluator = RequirementEvaluator(project: project, lineage: lineage, outbound: outbound, documents: documents)
    let met = evaluator.decide(requirement, of: obligation, for: subject, path: path)
    let status = Self.status(applies: applies, met: met)
    return finding(
      kind: obligation.kind, modality: obligation.modality, clause: obligation.clause, summary: obligation.summary,
      status: status, applies: applies, met: met, subject: subject, path: path, requirement: requirement)
  }

  /// Whether what the licence wants kept is kept by the licence under which the release goes out.
  private func outboundFinding(_ subject: Subject) -> [Finding] {
    guard !subject.license.outbound.isEmpty else { return [] }
    var worst: (status: Status, applies: Decision, met: Decision, rule: OutboundRule)?
    for rule in subject.license.outbound {
      var parts = [
        subject.governs, conditions.reached(subject.ways, by: rule.reachedBy),
        conditions.facts.release([.weights, .hosted, .product]),
      ]
      if let interpretation = rule.interpretation {
        parts.append(conditions.decide(.interpretation(interpretation), for: subject))
      }
      let applies = Decision.all(parts)
      let met = outbound.keeps(rule, of: subject.license)
      let status = Self.status(applies: applies, met: met)
      if worst.map({ Self.gravity(status) > Self.gravity($0.status) }) ?? true { worst = (status, applies, met, rule) }
    }
    guard let worst else { return [] }
    return [
      finding(
        kind: .outboundLicense, modality: .must, clause: worst.rule.clause, summary: worst.rule.summary,
        status: worst.status, applies: worst.applies, met: worst.met, subject: subject, path: path(of: subject),
        requirement: nil)
    ]
  }

  private static func gravity(_ status: Status) -> Int {
    switch status {
    case .notTriggered, .waived: 0
    case .satisfied: 1
    case .undetermined: 2
    case .violated: 3
    }
  }

  private static func status(applies: Decision, met: Decision) -> Status {
    switch (applies.truth, met.truth) {
    case (.no, _): .notTriggered
    case (_, .yes): .satisfied
    case (.yes, .no): .violated
    default: .undetermined
    }
  }

  /// The edges from the source to the release, by its gravest effect.
  private func path(of subject: Subject) -> [Lineage.Edge] {
    let best = subject.ways.min { left, right in
      left.value.truth != right.value.truth ? left.value.truth > right.value.truth : left.key < right.key
    }
    guard let best else { return [] }
    if let edge = subject.edge {
      let transfer = EffectTransfer.along(
        edge.relation, from: EffectTransfer.ownEffect(of: lineage.nodes[edge.parent].kind),
        childIsDataset: lineage.nodes[edge.child].kind == .dataset)
      return [edge] + reach.path(from: edge.child, starting: transfer.effect, to: best.key)
    }
    let own = EffectTransfer.ownEffect(of: lineage.nodes[subject.node].kind)
    return reach.path(from: subject.node, starting: own, to: best.key)
  }

  private func finding(
    kind: ObligationKind, modality: Modality, clause: String, summary: String, status: Status, applies: Decision,
    met: Decision, subject: Subject, path: [Lineage.Edge], requirement: Requirement?
  ) -> Finding {
    let source = lineage.nodes[subject.node].id.text
    let steps = path.map { PathStep(artefact: lineage.nodes[$0.parent].id.text, relation: $0.relation, location: $0.location) }
    var missing: [Question] = []
    if status == .undetermined { missing = applies.missing + met.missing }
    let declared = Self.projectEdge(of: path)
    let proof = (status == .notTriggered ? applies.evidence : applies.evidence + met.evidence)
      + (declared.map { [Evidence("the source is named here", at: $0)] } ?? [])
    let wording = FindingWording(
      kind: kind, modality: modality, status: status, source: source, license: subject.license, summary: summary,
      alternatives: subject.alternatives, requirement: requirement, missing: missing, release: project.release)
    return Finding(
      license: subject.license.id, kind: kind, modality: modality, clause: clause, source: source, path: steps,
      status: status, severity: Self.severity(status, requirement), message: wording.message, summary: summary,
      location: Self.blame(requirement, kind: kind, met: met, declared: declared), evidence: proof.unique(),
      missing: missing.unique(), help: wording.help)
  }

  /// Severity is decided here and nowhere else: broken is an error; open is a warning, or a note where
  /// nothing in the files could ever decide it.
  private static func severity(_ status: Status, _ requirement: Requirement?) -> Severity {
    switch status {
    case .violated: .error
    case .undetermined: requirement == .attested ? .note : .warning
    case .satisfied, .notTriggered, .waived: .note
    }
  }

  /// The step of a path nearest to the source that the project's own files declare.
  private static func projectEdge(of path: [Lineage.Edge]) -> SourceLocation? {
    path.first { $0.certainty != .catalogued }?.location
  }

  /// The line to look at first: what decides a requirement of names and licences, else where the source is named.
  private static func blame(
    _ requirement: Requirement?, kind: ObligationKind, met: Decision, declared: SourceLocation?
  ) -> SourceLocation? {
    switch requirement {
    case .nameStartsWith, .nameContains, .outboundLicense: met.evidence.lazy.compactMap(\.location).first ?? declared
    case nil where kind == .outboundLicense: met.evidence.lazy.compactMap(\.location).first ?? declared
    default: declared
    }
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in their first order.
  func unique() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
