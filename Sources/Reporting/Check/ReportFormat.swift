import Compliance
import Diagnostics

/// The formats in which `check` and `audit` write a report; whatever writes one is listed here and nowhere else.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, concise, json

  /// A report, with a line break at its end; `gate` says what it comes to.
  public func render(
    _ report: Report, _ extent: ReportExtent, gate: Gate = Gate(failsOn: .error), style: TextStyle
  ) throws -> String {
    switch (self, extent) {
    case (.text, .verdict): VerdictText(style: style, gate: gate).line(report) + "\n"
    case (.text, .page): PageText(style: style, gate: gate).render(report)
    case (.text, .open): CheckText(style: style).render(report, gate: gate)
    case (.text, .ledger): AuditText(style: style).render(report)
    case (.concise, _): ConciseText().render(report)
    case (.json, .verdict), (.json, .page), (.json, .open):
      try ReportJSON(gate, includesNotTriggered: false).render(report)
    case (.json, .ledger): try ReportJSON(gate, includesNotTriggered: true).render(report)
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
}
