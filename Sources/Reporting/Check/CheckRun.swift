import Compliance

/// What a run of `check` or `audit` came to: a report for each project that could be read.
public struct CheckRun: Sendable {
  /// A project with its report.
  public struct Project: Sendable {
    /// The path as the user wrote it.
    public let path: String
    public let report: Report
    /// What decides whether the report fails.
    public let gate: Gate

    public init(path: String, report: Report, gate: Gate) {
      self.path = path
      self.report = report
      self.gate = gate
    }

    var verdict: Verdict { gate.verdict(of: report) }
  }

  public let projects: [Project]
  /// The paths of projects that could not be read.
  public let unreadable: [String]
  /// Whether one project was asked for, so that its report stands alone.
  public let isSingle: Bool

  /// Several projects, those that could not be read among them.
  public init(_ projects: [Project], unreadable: [String]) {
    self.projects = projects
    self.unreadable = unreadable
    self.isSingle = false
  }

  /// The run of one project.
  public init(_ project: Project) {
    self.projects = [project]
    self.unreadable = []
    self.isSingle = true
  }

  /// `2 projects: 1 pass, 1 fail`.
  var summary: String {
    let verdicts = projects.map(\.verdict)
    let counts =
      Verdict.allCases.map { verdict in (verdicts.count { $0 == verdict }, verdict.rawValue) }
      + [(unreadable.count, "could not be read")]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "\(projects.count + unreadable.count) projects: \(parts)"
  }
}
