import Compliance
import Diagnostics

/// What is open as a Code Quality report of GitLab, which shows what a merge request brings and what it settles.
///
/// GitLab, "Code Quality report format": of several issues with one fingerprint only one is shown, so each has its own.
struct GitLabReport {
  /// An array of issues; `[]` where nothing is open.
  func render(_ run: CheckRun) throws -> String {
    var occurrences = Occurrences()
    let unreadable = run.unreadable.map { path in
      issue(
        "pedigree", "`\(path)` could not be read", "blocker", path: path, line: 1,
        fingerprint: SHA256("unreadable\u{0}\(path)").description)
    }
    let issues = run.projects.flatMap { project in
      OpenEntry.all(of: project.report).map { entry in
        let place = RepositoryPlace(entry.location, in: project.report)
        let name = ReportedFingerprint(entry.fingerprint, of: project.report.release, &occurrences)
        return issue(
          entry.id, entry.lines.joined(separator: "; "), Self.severity(entry.severity), path: place.path,
          line: place.startLine, fingerprint: name.text)
      }
    }
    return try JSONText.line(JSONValue.list(unreadable + issues))
  }

  private func issue(
    _ name: String, _ description: String, _ severity: String, path: String, line: Int, fingerprint: String
  ) -> JSONValue {
    [
      "check_name": .text(name), "description": .text(description), "severity": .text(severity),
      "fingerprint": .text(fingerprint),
      "location": ["path": .text(path), "lines": ["begin": .number(Double(line))]],
    ]
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }
}

/// A fingerprint that nothing else in a run has: it tells apart releases that share a repository.
struct ReportedFingerprint {
  /// 32 hexadecimal digits, and the number of the occurrence.
  let text: String

  init(_ fingerprint: String, of release: String, _ occurrences: inout Occurrences) {
    let name = String(SHA256("\(release)\u{0}\(fingerprint)").description.prefix(32))
    text = "\(name):\(occurrences.number(name))"
  }
}
