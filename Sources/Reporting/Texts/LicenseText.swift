import Compliance
import LicenseKnowledge
import Obligations

/// Licences as text: the list of all, and one explained.
public struct LicenseText {
  private let style: TextStyle

  public init(style: TextStyle) {
    self.style = style
  }

  /// One line a licence: its id and where it came from.
  public func list(_ knowledge: Knowledge) -> String {
    let ids = knowledge.licenseIDs
    let width = ids.map(\.utf8.count).max() ?? 0
    return ids.map { id in
      let origin: String
      switch knowledge.origin(of: id) {
      case .folder(let folder): origin = folder
      case .embedded, nil: origin = "embedded"
      }
      return "\(id)\(String(repeating: " ", count: width - id.utf8.count))  \(TerminalText.escaped(origin))\n"
    }.joined()
  }

  /// A licence with its obligations, or those of one kind.
  public func explain(_ license: License, kind: FindingKind?) -> String {
    var lines = [style.paint(license.title, .strong), "  id: \(license.id)"]
    if let maker = license.maker { lines.append("  maker: \(maker)") }
    if let date = license.date { lines.append("  date: \(date)") }
    if let source = license.source { lines.append("  text: \(source)") }
    lines.append(
      "  binds: \(license.binds == .artefact ? "whoever holds the material" : "only who accepted it")")
    lines.append("  a derivative is: \(license.derivatives.map(\.rawValue).joined(separator: ", "))")
    if !license.incorporates.isEmpty { lines.append("  includes: \(license.incorporates.joined(separator: ", "))") }
    for obligation in license.obligations where kind == nil || .obligation(obligation.kind) == kind {
      lines.append("")
      let modality = obligation.modality.rawValue
      lines.append("\(style.paint("\(modality) \(obligation.kind.rawValue)", .strong)) (\(obligation.clause))")
      lines.append("  \(obligation.summary)")
      lines.append("  triggers: \(obligation.triggers.map(\.rawValue).joined(separator: ", "))")
      if let condition = obligation.condition { lines.append("  when: \(ConditionText.line(condition))") }
      if let requirement = obligation.requirement { lines.append("  met by: \(RequirementText.line(requirement))") }
    }
    for rule in license.outbound where kind == nil || kind == .outboundLicense {
      lines.append("")
      lines.append("\(style.paint("must outbound-license", .strong)) (\(rule.clause))")
      lines.append("  \(rule.summary)")
      let keeps = rule.keeps.map(\.rawValue).joined(separator: ", ")
      lines.append("  when: \(ConditionText.line(rule.condition))")
      lines.append("  keeps: \(keeps.isEmpty ? "nothing: any terms are allowed" : keeps)")
    }
    return lines.map { "\(TerminalText.escapedExceptStyle($0))\n" }.joined()
  }
}

extension TerminalText {
  /// Knowledge files are ours or the user's own; only line breaks could spoil the layout.
  static func escapedExceptStyle(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// A condition in words.
enum ConditionText {
  static func line(_ condition: Condition) -> String {
    switch condition {
    case .reachedBy(let effects): "reached by \(effects.map(\.rawValue).joined(separator: " or "))"
    case .release(let forms): "released as \(forms.map(\.rawValue).joined(separator: " or "))"
    case .commercial: "commercial"
    case .releaseKind(let kinds): "the release is a model for \(kinds.map(\.rawValue).joined(separator: " or "))"
    case .scale(let measure, let threshold, let day):
      "\(measure.rawValue) above \(threshold)\(day.map { " on \($0)" } ?? "")"
    case .competesWith(let maker): "the licensee competes with \(maker)"
    case .domicile(let places): "the licensee sits in \(places.joined(separator: " or "))"
    case .territory(let places): "offered in \(places.joined(separator: " or "))"
    case .acceptedByUs: "the project accepted the terms"
    case .date(let window):
      "released between \(window.from?.description ?? "…") and \(window.until?.description ?? "…")"
    case .sourceName(let globs, _): "the source is called \(globs.map(\.pattern).joined(separator: " or "))"
    case .derivativeUnder(let licenses):
      "the release derives from something under \(licenses.joined(separator: " or "))"
    case .derivativeOf(let maker): "the release derives from something by \(maker)"
    case .reformatted: "only the format was changed"
    case .interpretation(let id): "\(id) is answered yes"
    case .all(let parts): parts.map { nested($0) }.joined(separator: ", and ")
    case .any(let parts): "(\(parts.map { line($0) }.joined(separator: ", or ")))"
    case .not(let part): "not (\(line(part)))"
    }
  }

  private static func nested(_ condition: Condition) -> String {
    if case .all = condition { return "(\(line(condition)))" }
    return line(condition)
  }
}

/// A requirement in words.
enum RequirementText {
  static func line(_ requirement: Requirement) -> String {
    switch requirement {
    case .nameStartsWith(let words): "a name that starts with \(quoted(words))"
    case .nameContains(let words): "a name that holds \(quoted(words))"
    case .documentSays(let wordings): "a document that says \(quoted(wordings))"
    case .noticeFile(let wording): "a notice file\(wording.map { " with the line \"\($0)\"" } ?? "")"
    case .licenseCopy: "a copy of the licence among the files"
    case .changesStated(in: .anyDocument): "a document that says what was changed"
    case .changesStated(in: .notice): "a notice that says what was changed"
    case .any(let parts): parts.map { line($0) }.joined(separator: ", or ")
    case .outboundLicense(let ids): "a release under \(ids.joined(separator: " or "))"
    case .cardDeclares(let field): "the card's `\(field.rawValue)` naming the source"
    case .never: "nothing: it is forbidden"
    case .attested: "somebody's attestation"
    case .later: "nothing yet: it falls due on an event"
    case .reviewed: "somebody's reading of the text"
    }
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: " or ")
  }
}
