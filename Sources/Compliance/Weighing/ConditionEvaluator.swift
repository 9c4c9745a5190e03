import Obligations
import Provenance

/// Decides when an obligation bites.
struct ConditionEvaluator {
  let facts: Facts
  let lineage: Lineage
  /// All texts that speak about a source, for conditions about other sources' licences.
  let subjects: [Subject]
  /// The ways of the sources whose licence is not known.
  let unlicensed: [[Effect: Reach.Way]]
  /// The questions of law by id.
  let questions: [String: String]

  /// Decides `condition`, on which something that binds unchanged copies or does not depends, for the source that
  /// `subject` speaks about.
  func decide(_ condition: Condition, for subject: Subject, bindsCopies: Bool) -> Decision {
    var ways = subject.ways
    let served = ways.removeValue(forKey: .served)
    let own = decide(condition, Circumstances(subject, ways, bindsCopies: bindsCopies))
    guard let served, bindsCopies else { return own }
    // What is only offered as a service is not handed out, in whatever way the release itself goes out.
    let hosted = decide(condition, Circumstances(subject, [.served: served], bindsCopies: true))
    return ways.isEmpty ? hosted : Decision.any([own, hosted])
  }

  /// What a condition is held against.
  private struct Circumstances {
    let subject: Subject
    let ways: [Effect: Reach.Way]
    let bindsCopies: Bool

    init(_ subject: Subject, _ ways: [Effect: Reach.Way], bindsCopies: Bool) {
      self.subject = subject
      self.ways = ways
      self.bindsCopies = bindsCopies
    }

    /// Whether the source is offered as a service, and nothing else.
    var isOnlyServed: Bool { ways.keys.allSatisfy { $0 == .served } && !ways.isEmpty }
  }

  private func decide(_ condition: Condition, _ circumstances: Circumstances) -> Decision {
    let subject = circumstances.subject
    switch condition {
    case .reachedBy(let effects): return reached(circumstances, by: effects)
    case .release(let forms): return circumstances.isOnlyServed ? facts.service(in: forms) : facts.release(forms)
    case .commercial: return facts.commercial
    case .scale(let measure, let threshold): return facts.scale(measure, above: threshold)
    case .competesWith(let maker): return facts.competes(with: maker)
    case .domicile(let places): return facts.domicile(in: places)
    case .acceptedByUs:
      return Facts.acceptedByUs(subject.edge?.acquisition, source: lineage.nodes[subject.node].id.text)
    case .territory(let places): return facts.territory(in: places)
    case .date(let window): return facts.date(in: window)
    case .sourceName(let globs):
      return Decision(Truth(globs.contains { $0.matches(lineage.nodes[subject.node].id.text) }))
    case .derivativeUnder(let licenses): return derivative(under: licenses)
    case .interpretation(let id): return facts.interpretation(id, question: questions[id])
    case .all(let parts): return Decision.all(parts.map { decide($0, circumstances) })
    case .any(let parts): return Decision.any(parts.map { decide($0, circumstances) })
    case .not(let part): return decide(part, circumstances).negated
    }
  }

  /// Whether the release is a derivative of something under one of the licences.
  private func derivative(under licenses: [String]) -> Decision {
    let known = subjects.filter { $0.license.binds == .artefact }
    let bases = known.filter { licenses.contains($0.license.id) }.map { other in
      Decision.all([other.governs, reached(other.ways, by: [.derivative])])
    }
    // Where another base is known, one of unknown licence excuses nothing: else adding it would.
    let isElsewhere = known.contains { !licenses.contains($0.license.id) && $0.ways[.derivative]?.truth == .yes }
    let perhaps =
      isElsewhere
      ? []
      : unlicensed.map { ways in
        Decision.all([reached(ways, by: [.derivative]), Decision(.unknown, missing: [.baseLicense])])
      }
    return Decision.any(bases + perhaps)
  }

  /// Whether the source reached the release with one of the effects, or as an unchanged copy where copies are bound.
  private func reached(_ circumstances: Circumstances, by effects: [Effect]) -> Decision {
    let own = EffectTransfer.ownEffect(of: lineage.nodes[circumstances.subject.node].kind)
    let copies: [Effect] = circumstances.bindsCopies && effects.contains(own) ? [.contained, .served] : []
    return reached(circumstances.ways, by: effects + copies)
  }

  /// Whether the source reached the release with one of the effects.
  private func reached(_ ways: [Effect: Reach.Way], by effects: [Effect]) -> Decision {
    Decision.any(
      effects.map { effect in
        guard let way = ways[effect] else { return Decision(.no) }
        return Decision(way.truth, evidence: way.evidence, missing: way.missing)
      })
  }
}

extension Question {
  static let baseLicense = Question(
    .baseLicense, "under which licence is the base that the release was made from?",
    answer: "give the source a `license:` in pedigree.yaml")
}
