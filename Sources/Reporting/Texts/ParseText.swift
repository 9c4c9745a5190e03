import LicenseTexts
import MarkupText

/// A parsed text for people: its clauses, each with what it asks.
public struct ParseText {
  private let style: TextStyle

  public init(style: TextStyle) { self.style = style }

  /// The clauses that state something, in the order of the text.
  public func render(_ parsed: ParsedText, recognised: Identification) -> String {
    let identity = IdentityText(style: style).render([IdentifiedFile(recognised, of: parsed.text)])
    var lines = [""]
    var clause: String?
    for obligation in parsed.obligations {
      if obligation.clause != clause {
        clause = obligation.clause
        lines.append(TerminalText.escaped(obligation.clause.isEmpty ? "(no clause number)" : obligation.clause))
      }
      let position = parsed.text.file.position(at: parsed.text.text.sourceRange(of: obligation.range).lowerBound)
      let name = "\(obligation.modality.rawValue) \(obligation.kind.rawValue)"
      lines.append("  \(name) (\(ObligationText.circumstances(obligation))), line \(position.line)")
      lines.append("    " + TerminalText.escaped(Self.shortened(parsed.text.words(in: obligation.range))))
    }
    if parsed.obligations.isEmpty { lines.append("nothing was read that binds or allows") }
    for diagnostic in parsed.diagnostics where diagnostic.kind == .littleRead {
      lines +=
        ["", "\(diagnostic.severity.rawValue): \(diagnostic.summary)"] + (diagnostic.help.map { ["  \($0)"] } ?? [])
    }
    return identity + lines.map { "\($0)\n" }.joined()
  }

  private static let longestQuote = 160

  private static func shortened(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    guard line.count > longestQuote else { return line }
    return line.prefix(longestQuote) + "…"
  }
}
