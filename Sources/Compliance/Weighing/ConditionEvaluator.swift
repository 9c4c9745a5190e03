import Obligations
import Provenance

/// Decides when an obligation bites.
struct ConditionEvaluator {
  let facts: Facts
  let lineage: Lineage
  let reach: Reach
  /// The maker of an artefact, as far as the catalogue knows.
  let makerOf: (String) -> String?
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
    case .releaseKind(let kinds): facts.kind(isOneOf: kinds)
    case .scale(let measure, let threshold, let day): facts.scale(measure, above: threshold, on: day)
    case .competesWith(let maker): facts.competes(with: maker)
    case .domicile(let places): facts.domicile(in: places)
    case .acceptedByUs:
      Facts.acceptedByUs(subject.edge?.acquisition, source: lineage.nodes[subject.node].id.text)
    case .territory(let places): facts.territory(in: places)
    case .date(let window): facts.date(in: window)
    case .sourceName(let globs, let others): name(of: subject.node, matches: globs, others: others)
    case .derivativeUnder(let licenses):
      Decision.any(
        subjects.filter { licenses.contains($0.license.id) }.map { other in
          Decision.all([other.governs, reached(other.ways, by: [.derivative])])
        }
          + unlicensed.map { ways in
            // A base whose licence nobody knows may be under any of them.
            Decision.all([reached(ways, by: [.derivative]), Decision(.unknown, missing: [.baseLicense])])
          })
    case .derivativeOf(let maker): derivative(of: maker)
    case .reformatted: reformatted(subject)
    case .interpretation(let id): facts.interpretation(id, question: questions[id])
    case .all(let parts): Decision.all(parts.map { decide($0, for: subject) })
    case .any(let parts): Decision.any(parts.map { decide($0, for: subject) })
    case .not(let part): decide(part, for: subject).negated
    }
  }

  /// Whether a source's id matches one of some globs; open where it matches neither those nor others.
  private func name(of node: Int, matches globs: [Glob], others: [Glob]) -> Decision {
    let id = lineage.nodes[node].id.text
    let evidence = [Evidence("the source is `\(id)`", at: nil)]
    if globs.contains(where: { $0.matches(id) }) { return Decision(.yes, evidence: evidence) }
    guard !others.isEmpty, !others.contains(where: { $0.matches(id) }) else { return Decision(.no, evidence: evidence) }
    return Decision(.unknown, missing: [.whichModel(id)])
  }

  /// Whether the release was made from weights of something by `maker`.
  private func derivative(of maker: String) -> Decision {
    Decision.any(
      lineage.nodes.indices.filter { $0 != Lineage.release && makerOf(lineage.nodes[$0].id.text) == maker }
        .map { reached(reach.ways(from: $0), by: [.derivative]) })
  }

  /// Whether all steps from the source only change its format; whether fewer bits are another format, nobody settled.
  private func reformatted(_ subject: Subject) -> Decision {
    var decisions: [Decision] = []
    let path = subject.path
    guard !path.steps.contains(where: { $0.omitted > 0 }) else { return Decision(.no) }
    for edge in path {
      switch edge.relation {
      case .converted:
        decisions.append(Decision(.yes, evidence: [Evidence("it was only converted", at: edge.location)]))
      case .quantized:
        decisions.append(
          facts.interpretation("quantized-is-reformatted", question: questions["quantized-is-reformatted"]))
      case .finetune, .adapter, .merge, .pruned, .initialised, .continued, .distilled, .generatedBy, .preferenceBy,
        .trainedOn, .derivedFrom, .evaluatedWith, .tokenizerOf:
        return Decision(.no)
      }
    }
    return Decision.all(decisions)
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
  /// Which of a maker's models a source is, where its name does not tell.
  static func whichModel(_ id: String) -> Question {
    Question(
      .whichModel(id), "which model of its family is `\(id)`?",
      answer: "name the source by the id under which it was published")
  }

  static let baseLicense = Question(
    .baseLicense, "under which licence is the base that the release was made from?",
    answer: "give the source a `license:` in pedigree.yaml")
}
