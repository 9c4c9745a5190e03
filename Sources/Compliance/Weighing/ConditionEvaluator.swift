import LicenseKnowledge
import Obligations
import Provenance

/// Decides when an obligation bites.
struct ConditionEvaluator {
  private let facts: Facts
  private let lineage: Lineage
  private let reach: Reach
  private let catalog: Catalog
  /// All texts that speak about a source, for conditions about other sources' licences.
  private let subjects: [Subject]
  /// The ways of the sources whose licence is not known.
  private let unlicensed: [[Effect: Reach.Way]]
  /// The questions of law by id.
  private let questions: [String: String]
  /// Whether the release is a derivative of something under licences, and of something by a maker: the same for every
  /// source whose text asks for it, and found among all sources.
  private let derivativesUnder = Memo<[String], Decision>()
  private let derivativesOf = Memo<String, Decision>()

  init(_ assessment: Assessment) {
    facts = Facts(
      project: assessment.project, assumed: assessment.library.answers(under: assessment.project.stance))
    lineage = assessment.lineage
    reach = assessment.reach
    catalog = assessment.library.catalog
    subjects = assessment.subjects
    unlicensed = assessment.unknown.map(\.ways)
    questions = assessment.library.questions
  }

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
    case .releaseKind(let kinds): return facts.kind(isOneOf: kinds)
    case .scale(let measure, let threshold, let day): return facts.scale(measure, above: threshold, on: day)
    case .competesWith(let maker): return facts.competes(with: maker)
    case .domicile(let places): return facts.domicile(in: places)
    case .acceptedByUs:
      return Facts.acceptedByUs(subject.edge?.acquisition, source: lineage.nodes[subject.node].id.text)
    case .territory(let places): return facts.territory(in: places)
    case .date(let window): return facts.date(in: window)
    case .sourceName(let globs, let others): return name(of: subject.node, matches: globs, others: others)
    case .derivativeUnder(let licenses): return derivativesUnder.value(of: licenses) { derivative(under: licenses) }
    case .derivativeOf(let maker): return derivativesOf.value(of: maker) { derivative(of: maker) }
    case .reformatted: return reformatted(subject)
    case .interpretation(let id): return facts.interpretation(id, question: questions[id])
    case .all(let parts): return Decision.all(parts.map { decide($0, circumstances) })
    case .any(let parts): return Decision.any(parts.map { decide($0, circumstances) })
    case .not(let part): return decide(part, circumstances).negated
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
      lineage.nodes.indices.filter { $0 != Lineage.release && catalog.maker(of: lineage.nodes[$0].id.text) == maker }
        .map { reached(reach.ways(from: $0), by: [.derivative]) })
  }

  /// Whether all steps from the source only change its format; whether fewer bits are another format, nobody settled.
  private func reformatted(_ subject: Subject) -> Decision {
    var decisions: [Decision] = []
    let path = subject.path
    guard !path.steps.contains(where: { $0.omitted > 0 }) else { return Decision(.no) }
    for edge in path {
      switch edge.relation {
      case .converted, .contains, .serves:
        decisions.append(
          Decision(.yes, evidence: [Evidence("it was not changed but for its format", at: edge.location)]))
      case .quantized:
        let id = "quantized-is-reformatted"
        decisions.append(facts.interpretation(id, question: questions[id]))
      case .finetune, .adapter, .merge, .pruned, .initialised, .continued, .distilled, .generatedBy, .preferenceBy,
        .trainedOn, .derivedFrom, .evaluatedWith, .tokenizerOf:
        return Decision(.no)
      }
    }
    return Decision.all(decisions)
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
    let named = circumstances.bindsCopies ? effects : effects.filter { $0 != .contained && $0 != .served }
    return reached(circumstances.ways, by: named + copies)
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
