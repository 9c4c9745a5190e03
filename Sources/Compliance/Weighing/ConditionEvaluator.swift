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

  /// Decides `condition` for the source that `subject` speaks about.
  func decide(_ condition: Condition, for subject: Subject) -> Decision {
    switch condition {
    case .reachedBy(let effects): reached(subject.ways, by: effects)
    case .release(let forms): facts.release(forms)
    case .commercial: facts.commercial
    case .scale(let measure, let threshold): facts.scale(measure, above: threshold)
    case .competesWith(let maker): facts.competes(with: maker)
    case .domicile(let places): facts.domicile(in: places)
    case .acceptedByUs:
      Facts.acceptedByUs(subject.edge?.acquisition, source: lineage.nodes[subject.node].id.text)
    case .territory(let places): facts.territory(in: places)
    case .date(let window): facts.date(in: window)
    case .sourceName(let globs):
      Decision(Truth(globs.contains { $0.matches(lineage.nodes[subject.node].id.text) }))
    case .derivativeUnder(let licenses):
      Decision.any(
        subjects.filter { licenses.contains($0.license.id) }.map { other in
          Decision.all([other.governs, reached(other.ways, by: [.derivative])])
        }
          + unlicensed.map { ways in
            // A base whose licence nobody knows may be under any of them.
            Decision.all([reached(ways, by: [.derivative]), Decision(.unknown, missing: [.baseLicense])])
          })
    case .interpretation(let id): facts.interpretation(id, question: questions[id])
    case .all(let parts): Decision.all(parts.map { decide($0, for: subject) })
    case .any(let parts): Decision.any(parts.map { decide($0, for: subject) })
    case .not(let part): decide(part, for: subject).negated
    }
  }

  /// Whether the source reached the release with one of the effects.
  func reached(_ ways: [Effect: Reach.Way], by effects: [Effect]) -> Decision {
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
