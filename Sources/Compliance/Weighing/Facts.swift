import Diagnostics
import Obligations
import Provenance

/// The project's facts as decisions: what is declared, and the question where nothing is.
struct Facts {
  let project: Project
  /// What is answered for questions of law that the project leaves open, by its stance.
  var assumed: [String: Bool] = [:]

  /// Whether the release goes out in any of these ways.
  func release(_ forms: [ReleaseForm]) -> Decision {
    if let declared = project.manifest?.release.forms {
      let evidence = Evidence(
        "release.how: \(declared.value.map(\.rawValue).joined(separator: ", "))", at: declared.location)
      return Decision(Truth(forms.contains { declared.value.contains($0) }), evidence: [evidence])
    }
    // Whoever writes a model card publishes weights.
    if forms.contains(.weights), let card = project.card {
      return Decision(
        .yes, evidence: [Evidence("the model has a card", at: SourceLocation(card.file, SourceRange(0, 0)))])
    }
    return Decision(
      .unknown,
      missing: [
        Question(
          .releaseForm, "how does the release go out: weights, hosted, product or internal?",
          answer: "add to pedigree.yaml: `release: { how: [weights] }`")
      ])
  }

  /// Whether what the release only offers as a service goes out in any of these ways.
  func service(in forms: [ReleaseForm]) -> Decision {
    let declared = project.manifest?.release.forms
    let isInternal = declared?.value == [.internal]
    return Decision(
      Truth(forms.contains(isInternal ? .internal : .hosted)),
      evidence: declared.map { [Evidence("it is served, and not handed out", at: $0.location)] } ?? [])
  }

  /// Whether the release is commercial.
  var commercial: Decision {
    decide(
      project.manifest?.release.commercial, "release.commercial",
      Question(
        .commercial, "is the release commercial?", answer: "add to pedigree.yaml: `release: { commercial: no }`"),
      shown: { $0 ? "yes" : "no" }, test: { $0 })
  }

  /// Whether a measure of the licensee lies above a number.
  func scale(_ measure: ScaleMeasure, above threshold: Int) -> Decision {
    let key = "release.\(measure.rawValue)"
    return decide(
      project.manifest?.release.measures[measure], key,
      Question(
        .scale(measure), "is `\(measure.rawValue)` above \(threshold)?",
        answer: "add to pedigree.yaml: `release: { \(measure.rawValue): N }`"),
      shown: { String($0) }, test: { $0 > threshold })
  }

  /// Whether the licensee offers something that competes with `maker`.
  func competes(with maker: String) -> Decision {
    decide(
      project.manifest?.licensee.competesWith, "licensee.competes-with",
      Question(
        .competes(maker: maker), "does the release compete with \(maker)?",
        answer: "add to pedigree.yaml: `licensee: { competes-with: [] }`, or its name in the brackets"),
      shown: { $0.isEmpty ? "nobody" : $0.joined(separator: ", ") },
      test: { $0.contains(maker) })
  }

  /// Whether the licensee sits in one of `places`.
  func domicile(in places: [String]) -> Decision {
    decide(
      project.manifest?.licensee.domicile, "licensee.domicile",
      Question(
        .domicile, "where is the licensee domiciled?",
        answer: "add to pedigree.yaml: `licensee: { domicile: DE }`, with your ISO country code"),
      shown: \.code, test: { domicile in places.contains { domicile.overlaps($0) } })
  }

  /// Whether the release is offered in one of `places`.
  func territory(in places: [String]) -> Decision {
    decide(
      project.manifest?.release.territories, "release.territories",
      Question(
        .territories, "where is the release offered?",
        answer: "add to pedigree.yaml: `release: { territories: [worldwide] }`, or ISO country codes, or EU"),
      shown: { $0.map(\.code).joined(separator: ", ") },
      test: { territories in territories.contains { territory in places.contains { territory.overlaps($0) } } })
  }

  /// Whether the release is made within some days.
  func date(in window: DateWindow) -> Decision {
    decide(
      project.manifest?.release.date, "release.date",
      Question(.releaseDate, "when is the release?", answer: "add to pedigree.yaml: `release: { date: 2025-03-01 }`"),
      shown: { $0.description }, test: { window.contains(DateWindow(from: $0, until: $0)) })
  }

  /// A declared fact put to a test; the question where nobody declares it.
  private func decide<Value>(
    _ fact: Fact<Value>?, _ key: String, _ question: Question, shown: (Value) -> String, test: (Value) -> Bool
  ) -> Decision {
    guard let fact else { return Decision(.unknown, missing: [question]) }
    return Decision(
      Truth(test(fact.value)), evidence: [Evidence("\(key): \(shown(fact.value))", at: fact.location)])
  }

  /// Whether the project itself accepted the terms under which outputs of `source` were obtained.
  static func acceptedByUs(_ acquisition: Acquisition?, source: String) -> Decision {
    guard let acceptor = acquisition?.acceptedBy else {
      return Decision(
        .unknown,
        missing: [
          Question(
            .acceptedBy(source: source), "who accepted the terms for the outputs of `\(source)`?",
            answer: "add to the source in pedigree.yaml: `accepted-by: us`, or upstream")
        ])
    }
    return Decision(
      Truth(acceptor == .us), evidence: [Evidence("accepted-by: \(acceptor.rawValue)", at: acquisition?.location)])
  }

  /// The project's answer to a question of law.
  func interpretation(_ id: String, question: String?) -> Decision {
    guard let fact = project.manifest?.interpretations[id] else {
      if let answer = assumed[id], let stance = project.stance {
        let says = "interpret.\(id): \(answer ? "yes" : "no"), assumed by the \(stance.rawValue) stance"
        return Decision(
          Truth(answer), evidence: [Evidence(says, at: project.manifest?.stance?.location, assuming: id)])
      }
      return Decision(
        .unknown,
        missing: [
          Question(
            .interpretation(id), question ?? "is `\(id)` to be answered yes?",
            answer: "add to pedigree.yaml: `interpret: { \(id): yes }`, or no")
        ])
    }
    return Decision(
      Truth(fact.value), evidence: [Evidence("interpret.\(id): \(fact.value ? "yes" : "no")", at: fact.location)])
  }
}
