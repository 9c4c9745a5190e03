import Compliance
import Diagnostics

/// What is open as workflow commands of GitHub Actions, which show it beside the lines of a pull request.
///
/// Workflow commands for GitHub Actions, section "Setting an error message". GitHub shows the first ten of a severity and
/// step, so the worst come first.
struct GitHubAnnotations {
  /// `::error file=README.md,line=2,col=10,…,title=id::message`, a line each.
  func render(_ run: CheckRun) -> String {
    let entries = run.projects.flatMap { project in
      OpenEntry.all(of: project.report).map { ($0, RepositoryPlace($0.location, in: project.report)) }
    }
    return run.unreadable.map { "::error title=pedigree::\(Self.data("`\($0)` could not be read"))\n" }.joined()
      + Severity.allCases.reversed().flatMap { severity in entries.filter { $0.0.severity == severity } }
      .map { command($0.0, at: $0.1) }.joined()
  }

  private func command(_ entry: OpenEntry, at place: RepositoryPlace) -> String {
    var properties: [(String, String)] = [
      ("file", place.path), ("line", "\(place.startLine)"), ("endLine", "\(place.endLine)"), ("title", entry.id),
    ]
    // Columns count only within a line; the last one is marked as well.
    if place.startLine == place.endLine {
      let last = max(place.startColumn, place.endColumn - 1)
      properties += [("col", "\(place.startColumn)"), ("endColumn", "\(last)")]
    }
    let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
    return "::\(Self.name(of: entry.severity)) \(list)::\(Self.data(entry.lines.joined(separator: "\n")))\n"
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// A message: only what ends a line means something in it.
  private static func data(_ text: String) -> String {
    TerminalText.escapedLines(text).replacing("%", with: "%25").replacing("\n", with: "%0A")
  }

  /// A property, which a comma or a colon would end as well.
  private static func property(_ text: String) -> String {
    data(TerminalText.escaped(text)).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
