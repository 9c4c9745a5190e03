import Diagnostics
import Obligations
import Provenance

/// Applies waivers, tells what they cover, and reports those that no longer count or fit nothing.
struct WaiverApplication {
  private(set) var findings: [Finding]
  /// What each waiver covers.
  private(set) var diagnostics: [Diagnostic] = []
  private let today: CalendarDate?

  /// The findings with the waived ones marked, and stale waivers added.
  init(_ waivers: [Waiver], to findings: [Finding], today: CalendarDate?) {
    self.findings = findings
    self.today = today
    for waiver in waivers {
      let covered = findings.indices.filter { waiver.target.covers(findings[$0]) && findings[$0].isOpen }
      if let flaw = flaw(of: waiver, over: covered.map { findings[$0] }) {
        self.findings.append(Self.stale(waiver, flaw))
      } else {
        for index in covered { apply(waiver, to: index) }
        diagnostics.append(Self.coverage(of: waiver, covered.map { findings[$0] }))
      }
    }
  }

  private mutating func apply(_ waiver: Waiver, to index: Int) {
    findings[index].status = .waived
    findings[index].help = nil
    findings[index].evidence.append(
      Evidence(
        "waived by \(waiver.by): \(waiver.reason.rawValue)\(waiver.note.map { ", \($0)" } ?? "")",
        at: waiver.target.finding.location))
  }

  /// What is wrong with a waiver, so that it waives nothing.
  private struct Flaw {
    let message: String
    let isSure: Bool
    let help: String
  }

  private func flaw(of waiver: Waiver, over covered: [Finding]) -> Flaw? {
    let name = waiver.target.finding.value
    if waiver.target.isExpired(on: today), let expires = waiver.target.expires {
      return Flaw(
        message: "the waiver for `\(name)` expired on \(expires)", isSure: true,
        help: "remove the waiver, or have it renewed")
    }
    guard !covered.isEmpty else {
      return Flaw(
        message: "the waiver for `\(name)` waives nothing", isSure: false, help: "remove the waiver")
    }
    let sources = covered.map(\.source).unique()
    if waiver.target.source == nil, sources.count > 1 {
      return Flaw(
        message: "the waiver for `\(name)` does not say which of \(sources.count) sources it is for", isSure: false,
        help: "write one waiver for each, with `source: \(sources[0])`")
    }
    let text = Finding.hash(of: covered)
    if !waiver.target.isGiven(for: text) {
      return Flaw(
        message: "the text that the waiver for `\(name)` was given for has changed", isSure: false,
        help: "read it again, and write `text: \(text)` if the waiver still holds")
    }
    return nil
  }

  /// What a waiver covers, as a warning where it has no end.
  private static func coverage(of waiver: Waiver, _ covered: [Finding]) -> Diagnostic {
    let clauses = covered.map(\.clause).filter { !$0.isEmpty }.unique()
    let extent = clauses.isEmpty ? "" : ", \(clauses.joined(separator: ", "))"
    let noted =
      waiver.target.text == nil ? ["`text: \(Finding.hash(of: covered))`, so that it lapses when the text changes"] : []
    let ended = waiver.target.expires == nil ? ["`expires`"] : []
    return Diagnostic(
      waiver.target.expires == nil ? .answerEndless : .answerCovers,
      "the waiver covers `\(waiver.target.finding.value)`\(extent) of `\(covered[0].source)`"
        + (waiver.target.expires.map { " until \($0)" } ?? " without end"),
      at: waiver.target.finding.location,
      help: noted.isEmpty && ended.isEmpty ? nil : "add \((ended + noted).joined(separator: " and "))")
  }

  private static func stale(_ waiver: Waiver, _ flaw: Flaw) -> Finding {
    Finding(
      kind: .staleWaiver, source: waiver.target.finding.value, status: flaw.isSure ? .violated : .undetermined,
      message: flaw.message, summary: "every waiver is in force and needed",
      location: waiver.target.finding.location, evidence: [Evidence("the waiver", at: waiver.target.finding.location)],
      help: flaw.help)
  }
}
