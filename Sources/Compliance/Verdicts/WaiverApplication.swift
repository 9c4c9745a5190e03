import Diagnostics
import Obligations
import Provenance

/// Applies waivers, and reports those that are expired or waive nothing.
struct WaiverApplication {
  private let waivers: [Waiver]
  private let today: CalendarDate?

  init(_ waivers: [Waiver], today: CalendarDate?) {
    self.waivers = waivers
    self.today = today
  }

  /// The findings with the waived ones marked, and stale waivers added.
  func apply(to findings: [Finding]) -> [Finding] {
    var findings = findings
    var stale: [Finding] = []
    for waiver in waivers {
      if let expires = waiver.expires, let today, expires < today {
        stale.append(Self.finding(waiver, "the waiver for `\(waiver.finding.value)` expired on \(expires)", .violated))
        continue
      }
      let matching = findings.indices.filter {
        [findings[$0].id, findings[$0].clauseID].contains(waiver.finding.value)
          && [.violated, .undetermined].contains(findings[$0].status)
      }
      for index in matching {
        findings[index].status = .waived
        findings[index].help = nil
        findings[index].evidence.append(
          Evidence(
            "waived by \(waiver.by): \(waiver.reason.rawValue)\(waiver.note.map { ", \($0)" } ?? "")",
            at: waiver.finding.location))
      }
      if matching.isEmpty {
        stale.append(Self.finding(waiver, "the waiver for `\(waiver.finding.value)` waives nothing", .undetermined))
      }
    }
    return findings + stale
  }

  private static func finding(_ waiver: Waiver, _ message: String, _ status: Status) -> Finding {
    Finding(
      kind: .staleWaiver, source: waiver.finding.value, status: status, message: message,
      summary: "every waiver is in force and needed",
      location: waiver.finding.location, evidence: [Evidence("the waiver", at: waiver.finding.location)],
      help: "remove the waiver, or have it renewed")
  }
}
