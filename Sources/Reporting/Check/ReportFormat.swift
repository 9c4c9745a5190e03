import Compliance

/// The formats in which `check` and `audit` write a report; whatever writes one is listed here and nowhere else.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json

  /// A report, with a line break at its end.
  public func render(_ report: Report, _ extent: ReportExtent, style: TextStyle) throws -> String {
    switch (self, extent) {
    case (.text, .open): CheckText(style: style).render(report)
    case (.text, .ledger): AuditText(style: style).render(report)
    case (.json, .open): try ReportJSON(includesNotTriggered: false).render(report)
    case (.json, .ledger): try ReportJSON(includesNotTriggered: true).render(report)
    }
  }
}

/// How much of a report is written.
public enum ReportExtent: Sendable {
  /// What somebody has to do something about.
  case open
  /// Every obligation, with its status and proof.
  case ledger
}
