import Compliance
import Diagnostics
import Obligations

/// What can be reported, explained: what it is about, and which licences ask for it.
public struct KindText {
  private let style: TextStyle

  public init(style: TextStyle) {
    self.style = style
  }

  /// A kind of finding.
  public func explain(_ kind: FindingKind, library: Library) -> String {
    let asking = library.knowledge.licenseIDs.compactMap { library.license($0) }.flatMap { demands($0, of: kind) }
    let heading =
      [
        style.paint(kind.rawValue, .strong), "  about: \(kind.summary)", "  broken: \(kind.severity.rawValue)",
        "  open: warning if you can settle it, note if only others can",
      ] + FindingPage(kind).lines.map { $0.isEmpty ? "" : "  \($0)" }
    return lines(heading + (asking.isEmpty ? [] : ["", "licences that say so"] + asking))
  }

  /// A kind of message about input.
  public func explain(_ id: DiagnosticID) -> String {
    lines([style.paint(id.rawValue, .strong), "  about: \(id.summary)", "  severity: \(id.severity.rawValue)"])
  }

  /// What a licence says of a kind, a line each.
  private func demands(_ license: License, of kind: FindingKind) -> [String] {
    switch kind {
    case .obligation(let kind):
      license.obligations.filter { $0.kind == kind }.map {
        "  \(license.id)\(Self.place($0.clause)): \($0.modality.rawValue): \($0.summary)"
      }
    case .rule(.outboundLicense):
      license.outbound.map { "  \(license.id)\(Self.place($0.clause)): \($0.summary)" }
    case .rule: []
    }
  }

  private static func place(_ clause: String) -> String { clause.isEmpty ? "" : " (\(clause))" }

  private func lines(_ lines: [String]) -> String {
    lines.map { "\(TerminalText.escapedExceptStyle($0))\n" }.joined()
  }
}
