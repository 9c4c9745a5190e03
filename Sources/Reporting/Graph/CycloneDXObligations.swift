import Compliance
import LicenseKnowledge
import Obligations
import Provenance

/// The ledger of obligations as CycloneDX declares conformance: a licence is a standard, an obligation a requirement, a
/// finding a claim about the release, and what decided it evidence.
struct CycloneDXObligations {
  private let release: String
  private let library: Library
  private let findings: [Finding]
  /// Indices of findings about the same obligation, in the order of the findings.
  private let requirements: [[Int]]
  /// What each requirement is referred to by.
  private let references: [String]
  private let evidence: [Evidence]
  private let evidenceIndex: [Evidence: Int]

  init(_ findings: [Finding], release: String, library: Library) {
    self.release = release
    self.library = library
    self.findings = findings
    self.requirements = Array(findings.indices).grouped { Requirement(findings[$0]) }
    var taken: Set<String> = []
    self.references = requirements.map { group in
      var reference = "obligation/\(findings[group[0]].citation)"
      while !taken.insert(reference).inserted { reference += "'" }
      return reference
    }
    self.evidence = findings.flatMap { Self.proof(of: $0) }.unique()
    self.evidenceIndex = Dictionary(uniqueKeysWithValues: zip(evidence, evidence.indices))
  }

  /// What makes two findings speak of the same obligation.
  private struct Requirement: Hashable {
    let id: String
    let summary: String

    init(_ finding: Finding) {
      id = finding.citation
      // Findings about the project's own files have no clause; their summaries tell of one case each.
      summary = finding.license.isEmpty ? "" : finding.summary
    }
  }

  /// The path and the facts on which a finding rests.
  private static func proof(of finding: Finding) -> [Evidence] {
    finding.path.map { step in
      let more = step.omitted > 0 ? ", and \(step.omitted) more steps" : ""
      return Evidence("\(step.relation.rawValue) from `\(step.artefact)`\(more)", at: step.location)
    } + finding.evidence
  }

  var definitions: JSONValue? {
    guard !findings.isEmpty else { return nil }
    return [
      "standards": .list(
        Array(requirements.indices).grouped { findings[requirements[$0][0]].license }.map { standard($0) })
    ]
  }

  private func standard(_ requirements: [Int]) -> JSONValue {
    let id = findings[self.requirements[requirements[0]][0]].license
    let license = id.isEmpty ? nil : library.license(id)
    return [
      "bom-ref": .text(id.isEmpty ? "checks" : "license/\(id)"),
      "name": .text(id.isEmpty ? "Checks of pedigree" : license?.title ?? id),
      "version": .text(ifAny: license?.date?.description),
      "description": .text(
        id.isEmpty
          ? "What pedigree holds a project's own files against."
          : "Obligations of `\(id)` as pedigree summarises them; the licence's own words govern."),
      "owner": .text(ifAny: license?.maker),
      "requirements": .list(requirements.map(requirement)),
      "externalReferences": license?.source.map { [["type": "license", "url": .text($0)]] },
    ]
  }

  private func requirement(_ index: Int) -> JSONValue {
    let finding = findings[requirements[index][0]]
    return [
      "bom-ref": .text(references[index]),
      "identifier": .text(finding.citation),
      "title": .text(finding.kind.rawValue),
      "text": finding.license.isEmpty ? nil : .text(finding.summary),
      "properties": .list([GraphProperty("modality", finding.modality.rawValue).cyclonedx]),
    ]
  }

  var declarations: JSONValue? {
    guard !findings.isEmpty else { return nil }
    return [
      // Whoever runs pedigree assesses the own release by the own declaration.
      "assessors": [
        ["bom-ref": "assessor", "thirdParty": .flag(false), "organization": ["name": .text(Tool.name)]]
      ],
      "attestations": [
        [
          "summary": "Obligations of the licences and terms that reach the release.",
          "assessor": "assessor",
          "map": .list(requirements.indices.map(conformance)),
        ]
      ],
      "claims": .list(findings.indices.map(claim)),
      "evidence": .list(ifAny: evidence.indices.map(evidence)),
    ]
  }

  private func claim(_ index: Int) -> JSONValue {
    let finding = findings[index]
    return [
      "bom-ref": .text(Self.reference(toClaim: index)),
      "target": .text(release),
      "predicate": .text(finding.status.rawValue),
      "reasoning": .text(finding.message),
      "evidence": .texts(
        ifAny: Self.proof(of: finding).unique().map { Self.reference(toEvidence: evidenceIndex[$0]!) }),
    ]
  }

  private func evidence(_ index: Int) -> JSONValue {
    let fact = evidence[index]
    return [
      "bom-ref": .text(Self.reference(toEvidence: index)),
      "propertyName": .text(GraphProperty("place", "").name),
      "description": .text((fact.location.map { "\(PlaceText.full($0)): " } ?? "") + fact.says),
    ]
  }

  /// How far a requirement is met. Only what is decided has a score: 0 where one finding is violated, 1 where all that
  /// bite are satisfied.
  private func conformance(_ index: Int) -> JSONValue {
    let all = requirements[index]
    let violated = all.filter { findings[$0].status == .violated }
    let others = all.filter { findings[$0].status != .violated }
    let biting = all.map { findings[$0].status }.filter { $0 != .notTriggered }
    let score: Double? = !violated.isEmpty ? 0 : !biting.isEmpty && biting.allSatisfy { $0 == .satisfied } ? 1 : nil
    let confidence = all.compactMap { findings[$0].confidence }.min()
    return [
      "requirement": .text(references[index]),
      "claims": .texts(ifAny: others.map { Self.reference(toClaim: $0) }),
      "counterClaims": .texts(ifAny: violated.map { Self.reference(toClaim: $0) }),
      "conformance": [
        "score": score.map { .number($0) },
        "rationale": .text(rationale(all.map { findings[$0] })),
      ],
      "confidence": confidence.map {
        ["score": .number($0), "rationale": "A machine read the obligation in a text; nobody has checked the reading."]
      },
    ]
  }

  /// The statuses, and what would settle those that are open.
  private func rationale(_ findings: [Finding]) -> String {
    let statuses = findings.map(\.status.rawValue).unique().joined(separator: ", ")
    let questions = findings.flatMap(\.missing).map(\.text).unique()
    return questions.isEmpty ? statuses : "\(statuses); open: \(questions.joined(separator: "; "))"
  }

  private static func reference(toClaim index: Int) -> String { "claim/\(index + 1)" }
  private static func reference(toEvidence index: Int) -> String { "evidence/\(index + 1)" }
}
