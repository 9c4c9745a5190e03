import Compliance
import Diagnostics

/// The rules of a SARIF run: each kind of finding of each licence, and each kind of message, once.
///
/// What code scanning shows of a rule is GitHub's "SARIF support for code scanning", section "reportingDescriptor object".
struct SarifRules {
  private(set) var all: [JSONValue] = []
  private var indices: [String: Int] = [:]

  /// The number of a finding's rule.
  mutating func index(of finding: Finding, in report: Report) -> Int {
    index(of: finding.id) {
      let (kind, license) = (finding.kind, report.library.license(finding.license))
      let address = license?.source
      let text = address.map { "\n\nThe text of \(finding.license): \($0)" } ?? ""
      return Self.rule(
        finding.id, severity: kind.severity, about: (license.map { "\($0.title): " } ?? "") + kind.summary,
        full: kind.reason, help: "\(kind.reason)\n\n\(kind.settling)\(text)",
        markdown: FindingPage(kind).markdown + text,
        tags: ["licensing", kind.rawValue] + (finding.license.isEmpty ? [] : [finding.license]), address: address)
    }
  }

  /// The number of a message's rule.
  mutating func index(of diagnostic: Diagnostic) -> Int {
    index(of: diagnostic.id) {
      let summary = diagnostic.kind.summary
      return Self.rule(
        diagnostic.id, severity: diagnostic.kind.severity, about: summary, full: summary, help: summary,
        markdown: MarkdownText.message(summary), tags: ["input"], address: nil)
    }
  }

  private mutating func index(of id: String, _ rule: () -> JSONValue) -> Int {
    if let index = indices[id] { return index }
    indices[id] = all.count
    all.append(rule())
    return all.count - 1
  }

  private static func rule(
    _ id: String, severity: Severity, about: String, full: String, help: String, markdown: String, tags: [String],
    address: String?
  ) -> JSONValue {
    [
      "id": .text(id), "name": .text(id), "shortDescription": ["text": .text(about)],
      "fullDescription": ["text": .text(full)], "help": ["text": .text(help), "markdown": .text(markdown)],
      "helpUri": .text(ifAny: address.flatMap { $0.hasPrefix("https://") ? $0 : nil }),
      "defaultConfiguration": ["level": .text(severity.rawValue)],
      "properties": ["tags": .texts(tags), "problem.severity": .text(name(of: severity))],
    ]
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }
}
