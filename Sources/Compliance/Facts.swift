import Diagnostics
import Obligations
import Provenance

/// The project's facts as decisions: what is declared, and the question where nothing is.
struct Facts {
  let project: Project

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
          "release.how", "how does the release go out: weights, hosted, product or internal?",
          answer: "set `release.how` in pedigree.yaml")
      ])
  }

  var commercial: Decision {
    guard let fact = project.manifest?.release.commercial else {
      return Decision(
        .unknown,
        missing: [
          Question(
            "release.commercial", "is the release commercial?", answer: "set `release.commercial` in pedigree.yaml")
        ])
    }
    return Decision(
      Truth(fact.value), evidence: [Evidence("release.commercial: \(fact.value ? "yes" : "no")", at: fact.location)])
  }

  func scale(_ measure: ScaleMeasure, above threshold: Int) -> Decision {
    guard let fact = project.manifest?.release.measures[measure] else {
      return Decision(
        .unknown,
        missing: [
          Question(
            "release.\(measure.rawValue)", "is `\(measure.rawValue)` above \(threshold)?",
            answer: "set `release.\(measure.rawValue)` in pedigree.yaml")
        ])
    }
    return Decision(
      Truth(fact.value > threshold),
      evidence: [Evidence("release.\(measure.rawValue): \(fact.value)", at: fact.location)])
  }

  func competes(with maker: String) -> Decision {
    guard let fact = project.manifest?.licensee.competesWith else {
      return Decision(
        .unknown,
        missing: [
          Question(
            "licensee.competes-with.\(maker)", "does the release compete with \(maker)?",
            answer: "list it under `licensee.competes-with` in pedigree.yaml, or `[]` for nobody")
        ])
    }
    let isNamed = fact.value.contains { $0.lowercased() == maker.lowercased() }
    let listed = fact.value.isEmpty ? "nobody" : fact.value.joined(separator: ", ")
    return Decision(Truth(isNamed), evidence: [Evidence("licensee.competes-with: \(listed)", at: fact.location)])
  }

  func domicile(in places: [String]) -> Decision {
    guard let fact = project.manifest?.licensee.domicile else {
      return Decision(
        .unknown,
        missing: [
          Question(
            "licensee.domicile", "where is the licensee domiciled?",
            answer: "set `licensee.domicile` in pedigree.yaml to an ISO country code")
        ])
    }
    return Decision(
      Truth(Place.any(of: places, holds: fact.value)),
      evidence: [Evidence("licensee.domicile: \(fact.value)", at: fact.location)])
  }

  /// Whether the release is offered in one of `places`.
  func territory(in places: [String]) -> Decision {
    guard let fact = project.manifest?.release.territories else {
      return Decision(
        .unknown,
        missing: [
          Question(
            "release.territories", "where is the release offered?",
            answer: "set `release.territories` in pedigree.yaml to ISO country codes, EU or worldwide")
        ])
    }
    let inside = fact.value.contains { Place.isEverywhere($0) || Place.any(of: places, holds: $0) }
    return Decision(
      Truth(inside),
      evidence: [Evidence("release.territories: \(fact.value.joined(separator: ", "))", at: fact.location)])
  }

  func date(in window: DateWindow) -> Decision {
    guard let fact = project.manifest?.release.date else {
      return Decision(
        .unknown,
        missing: [Question("release.date", "when is the release?", answer: "set `release.date` in pedigree.yaml")])
    }
    return Decision(
      Truth(window.contains(DateWindow(from: fact.value, until: fact.value))),
      evidence: [Evidence("release.date: \(fact.value)", at: fact.location)])
  }

  /// Whether the project itself accepted the terms under which outputs of `source` were obtained.
  static func acceptedByUs(_ acquisition: Acquisition?, source: String) -> Decision {
    guard let acceptor = acquisition?.acceptedBy else {
      return Decision(
        .unknown,
        missing: [
          Question(
            "accepted-by.\(source)", "who accepted the terms for the outputs of `\(source)`?",
            answer: "set `accepted-by: us` or `accepted-by: upstream` on the source in pedigree.yaml")
        ])
    }
    return Decision(
      Truth(acceptor == .us), evidence: [Evidence("accepted-by: \(acceptor.rawValue)", at: acquisition?.location)])
  }

  /// The project's answer to a question of law.
  func interpretation(_ id: String, question: String?) -> Decision {
    guard let fact = project.manifest?.interpretations[id] else {
      return Decision(
        .unknown,
        missing: [
          Question(
            "interpret.\(id)", question ?? "is `\(id)` to be answered yes?",
            answer: "answer `\(id)` under `interpret:` in pedigree.yaml")
        ])
    }
    return Decision(
      Truth(fact.value), evidence: [Evidence("interpret.\(id): \(fact.value ? "yes" : "no")", at: fact.location)])
  }
}

/// Places as licences and manifests name them: ISO 3166-1 alpha-2 codes, `EU`, `worldwide`.
enum Place {
  /// Whether `code` is one of `places`, or lies in the European Union where that is one of them.
  static func any(of places: [String], holds code: String) -> Bool {
    let code = code.uppercased()
    return places.contains { $0.uppercased() == code || ($0.uppercased() == "EU" && europeanUnion.contains(code)) }
  }

  static func isEverywhere(_ place: String) -> Bool { place.lowercased() == "worldwide" }

  private static let europeanUnion: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]
}
