import Compliance
import Diagnostics
import FoundationEssentials
import LicenseKnowledge
import Obligations

/// A report as JSON, by `docs/report.schema.json`.
public struct ReportJSON {
  /// Version of the format.
  public static let version = 1
  private let gate: Gate
  private let includesNotTriggered: Bool

  /// `check` leaves out what does not bite; `audit` shows the whole ledger.
  public init(_ gate: Gate, includesNotTriggered: Bool) {
    self.gate = gate
    self.includesNotTriggered = includesNotTriggered
  }

  /// The JSON text, with sorted keys and a line break at its end.
  public func render(_ report: Report) throws -> String { try JSONText.render(document(report)) }

  /// The same in one line.
  public func line(_ report: Report) throws -> String { try JSONText.line(document(report)) }

  /// One JSON text for the reports of a run: of several by `docs/reports.schema.json`.
  static func render(_ run: CheckRun, _ extent: ReportExtent) throws -> String {
    let documents = run.projects.map { project in
      ReportJSON(project.gate, includesNotTriggered: extent.isLedger).document(project.report)
    }
    if run.isSingle, let document = documents.first { return try JSONText.render(document) }
    let verdicts = run.projects.map(\.verdict)
    var summary = Dictionary(
      uniqueKeysWithValues: Verdict.allCases.map { verdict in (verdict.rawValue, verdicts.count { $0 == verdict }) })
    summary["unreadable"] = run.unreadable.count
    return try JSONText.render(Documents(version: version, reports: documents, summary: summary))
  }

  private struct Documents: Encodable {
    let version: Int
    let reports: [Document]
    let summary: [String: Int]
  }

  private func document(_ report: Report) -> Document {
    let findings = report.findings.filter { includesNotTriggered || $0.status != .notTriggered }
    return Document(
      version: Self.version, tool: ToolEntry(), knowledge: KnowledgeEntry(report.library.knowledge),
      day: report.today?.description, folder: report.folder, release: report.release, licensee: report.licensee,
      verdict: VerdictEntry(report, gate),
      summary: Dictionary(uniqueKeysWithValues: Status.allCases.map { ($0.rawValue, report.count($0)) }),
      findings: findings.map { FindingEntry($0, address: report.library.license($0.license)?.source) },
      questions: report.questions.map {
        QuestionEntry(
          id: $0.question.id, question: $0.question.text, answer: $0.question.answer, findings: $0.findings,
          settledBy: $0.settler.rawValue)
      },
      diagnostics: report.diagnostics.map(DiagnosticEntry.init), inputs: InputsEntry(report.inputs))
  }

  private struct Document: Encodable {
    let version: Int
    let tool: ToolEntry
    let knowledge: KnowledgeEntry
    let day: String?
    let folder: String
    let release: String
    let licensee: String?
    let verdict: VerdictEntry
    let summary: [String: Int]
    let findings: [FindingEntry]
    let questions: [QuestionEntry]
    let diagnostics: [DiagnosticEntry]
    let inputs: InputsEntry
  }

  private struct ToolEntry: Encodable {
    let name = Tool.name
    let version = Tool.version
  }

  private struct KnowledgeEntry: Encodable {
    let date: String?
    let sha256: String

    init(_ knowledge: Knowledge) {
      date = knowledge.date?.description
      sha256 = knowledge.digest.description
    }
  }

  private struct VerdictEntry: Encodable {
    let result: String
    let failsOn: String?
    let broken: Int
    let yours: Int
    let conduct: Int
    let others: Int
    let waiting: Int
    let known: Int
    let leftOut: Int
    let stance: String?
    let assumptions: [String]

    init(_ report: Report, _ gate: Gate) {
      let tally = report.tally
      result = gate.verdict(of: report).rawValue
      failsOn = gate.failsOn?.rawValue
      broken = tally[.broken]
      yours = tally[.yours]
      conduct = tally[.conduct]
      others = tally[.others]
      waiting = tally[.waiting]
      known = report.known
      leftOut = report.leftOut
      stance = report.stance?.rawValue
      assumptions = report.assumptions
    }
  }

  private struct FindingEntry: Encodable {
    let fingerprint: String
    let license: String
    let address: String?
    let kind: String
    let modality: String
    let clause: String
    let source: String
    let path: [StepEntry]
    let status: String
    let severity: String
    let message: String
    let summary: String
    let location: ExactPlaceEntry?
    let confidence: Double?
    let evidence: [EvidenceEntry]
    let missing: [String]
    let help: String?
    let settledBy: String?
    let known: Bool?

    init(_ finding: Finding, address: String?) {
      fingerprint = finding.fingerprint
      self.address = address
      license = finding.license
      kind = finding.kind.rawValue
      modality = finding.modality.rawValue
      clause = finding.clause
      source = finding.source
      path = finding.path.map(StepEntry.init)
      status = finding.status.rawValue
      severity = finding.severity.rawValue
      message = finding.message
      summary = finding.summary
      location = finding.location.map(ExactPlaceEntry.init)
      confidence = finding.confidence
      evidence = finding.evidence.map(EvidenceEntry.init)
      missing = finding.missing.map(\.id)
      help = finding.help
      settledBy = finding.settler?.rawValue
      known = finding.isKnown ? true : nil
    }
  }

  private struct StepEntry: Encodable {
    let artefact: String
    let relation: String
    let file: String
    let line: Int
    let omitted: Int?

    init(_ step: PathStep) {
      artefact = step.artefact
      relation = step.relation.rawValue
      file = step.location.path
      line = step.location.start.line
      omitted = step.omitted > 0 ? step.omitted : nil
    }
  }

  private struct EvidenceEntry: Encodable {
    let says: String
    let file: String?
    let line: Int?
    let column: Int?

    init(_ evidence: Evidence) {
      let start = evidence.location?.start
      says = evidence.says
      file = evidence.location?.path
      line = start?.line
      column = start?.column
    }
  }

  private struct QuestionEntry: Encodable {
    let id: String
    let question: String
    let answer: String
    let findings: Int
    let settledBy: String
  }
}
