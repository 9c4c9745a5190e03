import Compliance
import Diagnostics

/// The formats in which `check` and `audit` write a report; whatever writes one is listed here and nowhere else.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, concise, json, sarif, github, gitlab, junit, markdown, html

  /// One report, with a line break at its end; `gate` says what it comes to.
  public func render(
    _ report: Report, _ extent: ReportExtent, gate: Gate = Gate(failsOn: .error), style: TextStyle
  ) throws -> String {
    try render(CheckRun(CheckRun.Project(path: report.folder, report: report, gate: gate)), extent, style: style)
  }

  /// The reports of a run, with a line break at the end.
  public func render(_ run: CheckRun, _ extent: ReportExtent, style: TextStyle) throws -> String {
    switch self {
    case .text: RunText(extent: extent, style: style).render(run)
    case .concise: ConciseText().render(run)
    case .json: try ReportJSON.render(run, extent)
    case .sarif: try SarifReport(extent).render(run)
    case .github: GitHubAnnotations().render(run)
    case .gitlab: try GitLabReport().render(run)
    case .junit: JUnitReport(extent).render(run)
    case .markdown: MarkdownReport(extent).render(run)
    case .html: AuditPage(extent).render(run)
    }
  }
}

/// How much of a report is written.
public enum ReportExtent: Sendable {
  /// What it comes to, in a line.
  case verdict
  /// What to do, on a page.
  case page
  /// Everything that somebody has to do something about.
  case open
  /// Every obligation, with its status and proof.
  case ledger

  /// Whether a finding is part of it: all but the ledger leave out what does not apply.
  func includes(_ finding: Finding) -> Bool {
    switch self {
    case .ledger: true
    case .verdict, .page, .open: finding.status != .notTriggered
    }
  }

  /// Whether what is settled is part of it.
  var isLedger: Bool {
    switch self {
    case .ledger: true
    case .verdict, .page, .open: false
    }
  }
}
