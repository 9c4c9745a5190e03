import Compliance

/// The reports of a run as text: one alone, or each below its path and a summary at the end.
struct RunText {
  let extent: ReportExtent
  let style: TextStyle

  func render(_ run: CheckRun) -> String {
    let texts = run.projects.map { project in
      run.isSingle ? text(project) : "== \(TerminalText.escaped(project.path))\n\(text(project))\n"
    }
    return texts.joined() + (run.isSingle ? "" : "\(run.summary)\n")
  }

  private func text(_ project: CheckRun.Project) -> String {
    let (report, gate) = (project.report, project.gate)
    return switch extent {
    case .verdict: VerdictText(style: style, gate: gate).line(report) + "\n"
    case .page: PageText(style: style, gate: gate).render(report)
    case .open: CheckText(style: style).render(report, gate: gate)
    case .ledger: AuditText(style: style).render(report)
    }
  }
}
