import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Holds a project's lineage against the texts that speak about it.
public struct Checker: Sendable {
  private let library: Library
  private let today: CalendarDate?
  private let baseline: Baseline?

  /// A checker; `today` decides which waivers are expired, and only what `baseline` does not have fails.
  public init(library: Library, today: CalendarDate?, baseline: Baseline? = nil) {
    self.library = library
    self.today = today
    self.baseline = baseline
  }

  /// Checks a project. The same project gives the same report.
  public func check(_ project: Project) -> Report { report(on: Assessment(project, library: library)) }

  /// Weighs a project that was assessed before, perhaps under other answers.
  public func report(on assessment: Assessment) -> Report {
    let (project, texts, outbound) = (assessment.project, assessment.texts, assessment.outbound)
    let settlement = Settlement(project)
    let waivers = WaiverApplication(
      project.manifest?.waivers ?? [], to: Weighing(assessment, today: today).findings, today: today)
    let weighed = waivers.findings.map { settlement.settled($0) }
    let answers = AnswerReview(
      project: project, findings: weighed, questions: assessment.library.questions, today: today)
    let known = Baseline.Application(
      baseline, of: project.release.text, to: weighed,
      project.diagnostics + texts.diagnostics + Self.cycles(assessment.reach, assessment.lineage)
        + project.settings.unknownNames(in: assessment.library)
        + HousePolicy.unknownNames(in: project.manifest?.policy, library) + waivers.diagnostics
        + answers.diagnostics())
    let selection = Selection(project.settings, of: known.findings)
    let findings = selection.findings
    var lineage = assessment.lineage
    for claim in outbound.text.claims { lineage.claim(claim, for: Lineage.release) }
    return Report(
      release: project.release.text, licensee: project.manifest?.licensee.name?.value,
      findings: findings.sorted(by: Self.precedes),
      questions: settlement.questions(of: findings.filter { !$0.isKnown }), diagnostics: known.diagnostics,
      documents: project.provenance, lineage: lineage, isComplete: project.manifest?.complete?.value ?? false,
      releaseDate: project.manifest?.release.date?.value, today: today,
      stance: project.stance, failOn: project.settings.failOn?.value, leftOut: selection.leftOut,
      knownMessages: known.knownMessages,
      library: assessment.library)
  }

  /// Worst first, then by place, licence, kind and source.
  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    func rank(_ finding: Finding) -> Int {
      switch finding.status {
      case .violated: 0
      case .undetermined: finding.severity == .note ? 2 : 1
      case .waived: 3
      case .satisfied: 4
      case .notTriggered: 5
      }
    }
    func key(_ finding: Finding) -> (String, String, String, String) {
      (finding.license, finding.kind.rawValue, finding.source, finding.clause)
    }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    let leftOffset = left.location?.range.lowerBound ?? 0
    let rightOffset = right.location?.range.lowerBound ?? 0
    if leftOffset != rightOffset { return leftOffset < rightOffset }
    return key(left) < key(right)
  }

  private static func cycles(_ reach: Reach, _ lineage: Lineage) -> [Diagnostic] {
    reach.cycles.map { edge in
      let parent = lineage.nodes[edge.parent].id.text
      return Diagnostic(
        .lineageCycle, "`\(parent)` is named as its own ancestor; this step is left out", at: edge.location,
        help: "correct the source that closes the circle")
    }
  }
}
