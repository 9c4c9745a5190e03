import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Holds a project's lineage against the texts that speak about it.
public struct Checker {
  private let library: Library
  private let today: CalendarDate?

  /// A checker; `today` decides which waivers are expired.
  public init(library: Library, today: CalendarDate?) {
    self.library = library
    self.today = today
  }

  /// Checks a project. The same project gives the same report.
  public func check(_ project: Project) -> Report {
    let texts = ProjectTexts(project, library: library)
    let outbound = OutboundLicense(
      ReleaseText(project, texts: texts, library: library), library: library)
    let facts = Facts(project: project)
    let questions = library.questions
    var expansion = LineageExpansion(project.lineage, catalog: library.catalog)
    expansion.expand()
    var implied = ImpliedSource(lineage: expansion.lineage.ancestry(), library: library, outbound: outbound)
    implied.add()
    let lineage = implied.lineage
    let answers = { facts.interpretation($0, question: questions[$0]) }
    let reach = Reach(lineage, answers: answers)
    let licensed = Reach(
      lineage, answers: answers, obtained: { SubjectCollector.obtained(over: $0, in: lineage) })
    var collector = SubjectCollector(
      library: library, lineage: lineage, reach: reach, licensed: licensed,
      releaseDate: project.manifest?.release.date?.value, texts: texts)
    collector.collect()
    texts.expect(collector.subjects.map(\.license.id))
    let modified = ModifiedLicenses(
      project: project, lineage: lineage, library: library, texts: texts, outbound: outbound,
      subjects: collector.subjects)
    let subjects = collector.subjects + modified.readSubjects()

    let weigher = ObligationWeigher(
      project: project, lineage: lineage, outbound: outbound,
      conditions: ConditionEvaluator(
        facts: facts, lineage: lineage, subjects: subjects,
        unlicensed: collector.unknown.map(\.ways), questions: questions),
      requirements: RequirementEvaluator(
        project: project, lineage: lineage, outbound: outbound, documents: DocumentSearch(project.documents),
        copies: LicenseCopies(texts: texts)))
    var findings = subjects.flatMap { weigher.findings(for: $0) }
    findings += UnknownLicenses(project: project, lineage: lineage, reach: reach, outbound: outbound, texts: texts)
      .findings(for: collector.unknown)
    findings += DeclarationConflicts(
      project: project, library: library, outbound: outbound, lineage: lineage, texts: texts
    )
    .findings()
    findings += SourceConflicts(project: project, library: library, lineage: lineage).findings()
    findings += UndeclaredSources(project: project, lineage: lineage).findings()
    findings += modified.findings()
    findings = FindingMerger.merge(findings)
    let waivers = WaiverApplication(project.manifest?.waivers ?? [], today: today)
    findings = waivers.apply(to: findings)
    var described = lineage
    for claim in outbound.text.claims { described.claim(claim, for: Lineage.release) }
    return Report(
      release: project.release.text, licensee: project.manifest?.licensee.name?.value,
      findings: findings.sorted(by: Self.precedes),
      questions: Self.rank(findings),
      diagnostics: project.diagnostics + texts.diagnostics + Self.cycles(reach, lineage)
        + UnusedAnswers(project: project, findings: findings, questions: questions).diagnostics(),
      documents: project.provenance, lineage: described, isComplete: project.manifest?.complete?.value ?? false,
      releaseDate: project.manifest?.release.date?.value, today: today, library: library)
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

  private static func rank(_ findings: [Finding]) -> [Report.RankedQuestion] {
    var counts: [Question: Int] = [:]
    for finding in findings where finding.status == .undetermined {
      for question in Set(finding.missing) { counts[question, default: 0] += 1 }
    }
    return counts.map { Report.RankedQuestion(question: $0.key, findings: $0.value) }
      .sorted { ($1.findings, $0.question.id, $0.question.text) < ($0.findings, $1.question.id, $1.question.text) }
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
