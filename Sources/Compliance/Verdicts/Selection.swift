import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// What of the findings is reported, and how much it weighs, as the settings and the command line want it.
struct Selection {
  /// The findings that are reported.
  private(set) var findings: [Finding] = []
  /// How many that are open are left out.
  private(set) var leftOut = 0

  init(_ settings: Settings, of findings: [Finding]) {
    for finding in findings {
      guard Self.isReported(finding, settings) else {
        leftOut += finding.isOpen && !finding.isKnown ? 1 : 0
        continue
      }
      self.findings.append(Self.weighed(finding, settings))
    }
    let asked = AskedFacts(self.findings)
    for index in self.findings.indices where Self.setting(for: self.findings[index], settings) == nil {
      guard asked.tell(self.findings[index]) else { continue }
      self.findings[index].isWaiting = true
      self.findings[index].severity = .note
    }
  }

  private static func isReported(_ finding: Finding, _ settings: Settings) -> Bool {
    if settings.ignore.contains(where: { covers($0.value, finding) }) { return false }
    if !settings.select.isEmpty, !settings.select.contains(where: { covers($0.value, finding) }) { return false }
    // What is broken is told at any depth.
    if finding.status == .undetermined, let most = settings.maxDepth, finding.path.count > most.value { return false }
    return true
  }

  private static func weighed(_ finding: Finding, _ settings: Settings) -> Finding {
    guard finding.isOpen, let setting = setting(for: finding, settings) else { return finding }
    var finding = finding
    finding.severity = setting.severity
    return finding
  }

  private static func setting(for finding: Finding, _ settings: Settings) -> SeveritySetting? {
    settings.severities.last { covers($0.name.value, finding) }
  }

  private static func covers(_ name: String, _ finding: Finding) -> Bool {
    name == finding.kind.rawValue || name == finding.license || name == finding.id
  }
}

extension Settings {
  /// Names that mean neither a kind nor a licence: a mistyped one would leave out nothing, or everything.
  func unknownNames(in library: Library) -> [Diagnostic] {
    let kinds = FindingKind.allCases.map(\.rawValue)
    let licenses = Set(library.knowledge.licenseIDs)
    let unknown = (select + ignore + severities.map(\.name)).filter { name in
      let parts = name.value.split(separator: "/", maxSplits: 1).map(String.init)
      let isKnown = parts.count == 2 ? licenses.contains(parts[0]) && kinds.contains(parts[1]) : false
      return !isKnown && !licenses.contains(name.value) && !kinds.contains(name.value)
    }
    return unknown.map { name in
      Diagnostic(
        .settingUnknown, "`\(name.value)` is not a kind, a licence or `licence/kind`", at: name.location,
        help: name.value.nearest(in: kinds + licenses.sorted()).map { "did you mean `\($0)`?" }
          ?? "`pedigree licenses` lists licences, docs/findings.md lists kinds")
    }
      + enabled.filter { !UnpinnedSources.names.contains($0.value) }.map { name in
        Diagnostic(
          .settingUnknown, "`\(name.value)` is not a check that has to be enabled", at: name.location,
          help: "one of: \(UnpinnedSources.names.joined(separator: ", "))")
      }
  }
}
