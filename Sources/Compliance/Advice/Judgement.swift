import Obligations
import Provenance

/// A weighing sorted by what it means to somebody who asks: what forbids, what may forbid, and what is left to do.
struct Judgement {
  /// Prohibitions that apply.
  private(set) var forbidding: [Finding] = []
  /// Prohibitions that may apply.
  private(set) var perhaps: [Finding] = []
  /// Texts that nobody has read.
  private(set) var gaps: [Finding] = []
  private(set) var conditions: [Finding] = []
  private(set) var conduct: [Finding] = []

  /// Weighs an assessment on a day.
  init(_ assessment: Assessment, today: CalendarDate?) {
    let release = assessment.project.release.text
    let bindings = Dictionary(assessment.subjects.map { ($0.license.id, $0.license.binds) }) { first, _ in first }
    let isProposed = !assessment.outbound.declared.isEmpty
    for finding in assessment.findings(today: today) where finding.status != .notTriggered && finding.status != .waived
    {
      let binding = bindings[finding.license] ?? .artefact
      switch AdviceRole(finding, binding: binding, release: release) {
      // A service gives accounts only where it may be used, and whoever accepted its terms has one.
      case .prohibition where binding == .acceptor && finding.waitsForPlace: conduct.append(finding)
      case .prohibition: addProhibition(finding)
      case .condition:
        // The licence of a release that nobody has proposed clashes with nothing.
        let isOwnRule = finding.kind == .outboundLicense
        if !isOwnRule || (isProposed && finding.isOpen) { conditions.append(finding) }
      case .conduct: conduct.append(finding)
      case .gap: gaps.append(finding)
      case nil: break
      }
    }
  }

  private mutating func addProhibition(_ finding: Finding) {
    guard finding.isOpen else { return }
    let isLicenseToAskFor = finding.kind == .obligation(.separateLicense)
    if finding.status == .violated || (isLicenseToAskFor && finding.applies == .yes) {
      forbidding.append(finding)
    } else {
      perhaps.append(finding)
    }
  }

  /// The answer as far as each finding decides it by itself.
  var answer: Answer {
    if !forbidding.isEmpty { return .no }
    if !perhaps.isEmpty || !gaps.isEmpty { return .unknown }
    return conditions.isEmpty ? .yes : .yesIf
  }
}

extension Finding {
  /// Whether it is about places, and nobody says where the licensee or its offer is.
  fileprivate var waitsForPlace: Bool {
    kind == .obligation(.territory) && status == .undetermined
      && missing.contains { $0.kind == .domicile || $0.kind == .territories }
  }
}

extension Assessment {
  /// All findings, with the waived ones marked.
  func findings(today: CalendarDate?) -> [Finding] {
    WaiverApplication(
      project.manifest?.waivers ?? [], to: Weighing(self, today: today).findings, today: today
    ).findings
  }
}
