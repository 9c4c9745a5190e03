import Diagnostics
import Obligations
import Provenance

/// Decides who can settle a finding, and from that how much it weighs.
///
/// A gate means something only if whoever it stops can do what it asks: so of what is open only that is a warning which
/// the author can settle from what they know. What is broken stays broken, however far away its source is.
struct Settlement {
  private let release: ArtefactID
  /// Who publishes the release, in lower case.
  private let owner: String?
  /// Where the manifest names sources, their own ones included.
  private let declared: Set<SourceLocation>

  init(_ project: Project) {
    self.release = project.release
    self.owner = project.release.namespace?.lowercased()
    self.declared = Set(Self.places(of: project.manifest?.sources ?? []))
  }

  private static func places(of sources: [ManifestSource]) -> [SourceLocation] {
    sources.flatMap { [$0.id.location] + places(of: $0.sources) }
  }

  /// The finding with its settler and its severity.
  func settled(_ finding: Finding) -> Finding {
    var finding = finding
    finding.settler = settler(of: finding)
    finding.severity = severity(of: finding)
    return finding
  }

  /// What the findings wait for, the question that the most of them wait for first.
  func questions(of findings: [Finding]) -> [Report.RankedQuestion] {
    var ranked: [Question: Report.RankedQuestion] = [:]
    for finding in findings where finding.status == .undetermined {
      for question in finding.missing.unique() {
        let settler = settler(of: question.kind, in: finding.path)
        let known = ranked[question]
        ranked[question] = Report.RankedQuestion(
          question: question, findings: (known?.findings ?? 0) + 1, settler: min(known?.settler ?? settler, settler))
      }
    }
    return ranked.values.sorted {
      ($1.findings, $0.question.id, $0.question.text, $0.question.answer)
        < ($0.findings, $1.question.id, $1.question.text, $1.question.answer)
    }
  }

  private func settler(of finding: Finding) -> Settler? {
    switch finding.status {
    case .violated: .you
    // Everything that is missing has to be known, so the one who is farthest away decides.
    case .undetermined: finding.missing.map { settler(of: $0.kind, in: finding.path) }.max() ?? .you
    case .satisfied, .notTriggered, .waived: nil
    }
  }

  private func severity(of finding: Finding) -> Severity {
    switch finding.status {
    case .violated: finding.kind.severity
    case .undetermined: finding.settler == .you && finding.root == nil ? .warning : .note
    case .satisfied, .notTriggered, .waived: .note
    }
  }

  private func settler(of question: QuestionKind, in path: [PathStep]) -> Settler {
    switch question {
    case .interpretation: .law
    case .publishedLicense: .upstream
    case .attestation: .conduct
    case .source(_, let child), .guess(_, let child), .unnamedSource(_, let child): isOurs(child) ? .you : .upstream
    case .license, .licenseChoice, .baseLicense, .version, .terms, .policy: isAtHand(path) ? .you : .upstream
    // Whoever takes somebody's data knows at least that they didn't make it.
    case .acceptedBy: isAtHand(path) || path.count <= 2 ? .you : .upstream
    case .releaseForm, .commercial, .releaseDate, .territories, .releaseName, .card, .scale, .outboundLicense,
      .domicile, .competes, .sources, .rights, .conflict, .wording, .notice, .licenseCopy, .cardField, .licenseText,
      .governingText, .review, .modelKind, .revision, .newerTerms, .whichModel, .changes:
      .you
    }
  }

  /// Whether the author took the source themselves, or says in the manifest who did and how.
  private func isAtHand(_ path: [PathStep]) -> Bool {
    guard path.count > 1 else { return true }
    return isOurs(path[1].artefact) || declared.contains(path[0].location)
  }

  /// Whether an artefact is the release or of the same owner.
  private func isOurs(_ name: String) -> Bool {
    if name == release.text { return true }
    guard let owner else { return false }
    return ArtefactID.namespace(of: name)?.lowercased() == owner
  }
}
