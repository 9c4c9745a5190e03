import LicenseTexts
import MarkupText

/// What changed between two versions of a text, for people.
public struct ComparisonText {
  private let style: TextStyle

  public init(style: TextStyle) { self.style = style }

  /// One entry an obligation, with the words of both versions.
  public func render(_ comparison: ObligationComparison) -> String {
    var lines: [String] = []
    for difference in comparison.differences {
      switch difference {
      case .came(let obligation):
        lines.append(style.paint("+ \(title(obligation))", .good))
        lines += quote("+", obligation, comparison.new.text)
      case .went(let obligation):
        lines.append(style.paint("- \(title(obligation))", .error))
        lines += quote("-", obligation, comparison.old.text)
      case .changed(let old, let new):
        lines.append(style.paint("~ \(title(new))", .warning))
        if old.clause != new.clause { lines.append("    clause: \(shown(old)) → \(shown(new))") }
        let (before, after) = (ObligationText.circumstances(old), ObligationText.circumstances(new))
        if before != after { lines.append("    applies on: \(before) → \(after)") }
        lines += quote("-", old, comparison.old.text) + quote("+", new, comparison.new.text)
      }
      lines.append("")
    }
    lines.append(ComparisonSummary(comparison).line)
    return lines.map { "\($0)\n" }.joined()
  }

  private func title(_ obligation: ParsedObligation) -> String {
    "\(obligation.modality.rawValue) \(obligation.kind.rawValue) (\(shown(obligation)))"
  }

  private func shown(_ obligation: ParsedObligation) -> String {
    obligation.clause.isEmpty ? "no clause number" : TerminalText.escaped(obligation.clause)
  }

  private func quote(_ mark: String, _ obligation: ParsedObligation, _ text: ReadableText) -> [String] {
    let line = text.file.position(at: text.text.sourceRange(of: obligation.range).lowerBound).line
    let words = text.words(in: obligation.range).split(whereSeparator: \.isNewline).joined(separator: " ")
    return ["    \(mark) \(TerminalText.escaped(text.file.path)):\(line): \(TerminalText.escaped(words))"]
  }
}

/// How many obligations came, went, changed and stayed.
struct ComparisonSummary {
  private(set) var came = 0
  private(set) var went = 0
  private(set) var changed = 0
  let unchanged: Int

  init(_ comparison: ObligationComparison) {
    unchanged = comparison.unchanged
    for difference in comparison.differences {
      switch difference {
      case .came: came += 1
      case .went: went += 1
      case .changed: changed += 1
      }
    }
  }

  /// `2 came, 1 went, 3 changed, 20 unchanged`
  var line: String { "\(came) came, \(went) went, \(changed) changed, \(unchanged) unchanged" }
}
