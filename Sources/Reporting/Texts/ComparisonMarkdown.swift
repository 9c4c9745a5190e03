import LicenseTexts
import MarkupText

/// What changed between two versions of a text, as Markdown for a review.
public struct ComparisonMarkdown {
  public init() {}

  /// A heading an obligation, and the words of both versions as quotes.
  public func render(_ comparison: ObligationComparison) -> String {
    let old = MarkdownText.code(comparison.old.text.file.path)
    let new = MarkdownText.code(comparison.new.text.file.path)
    var lines = ["# From \(old) to \(new)", "", ComparisonSummary(comparison).line, ""]
    for difference in comparison.differences {
      switch difference {
      case .came(let obligation):
        lines += ["## New: \(title(obligation))", ""] + quote(obligation, comparison.new.text)
      case .went(let obligation):
        lines += ["## Gone: \(title(obligation))", ""] + quote(obligation, comparison.old.text)
      case .changed(let before, let after):
        lines += ["## Changed: \(title(after))", "", "Before:", ""] + quote(before, comparison.old.text)
        lines += ["After:", ""] + quote(after, comparison.new.text)
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  private func title(_ obligation: ParsedObligation) -> String {
    let clause = obligation.clause.isEmpty ? "" : ", clause \(MarkdownText.escaped(obligation.clause))"
    return "\(obligation.modality.rawValue) \(obligation.kind.rawValue)\(clause)"
  }

  private func quote(_ obligation: ParsedObligation, _ text: ReadableText) -> [String] {
    let words = text.words(in: obligation.range).split(whereSeparator: \.isNewline).joined(separator: " ")
    return ["> \(MarkdownText.escaped(words))", ""]
  }

}
