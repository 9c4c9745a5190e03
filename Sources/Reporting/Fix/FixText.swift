import Compliance

/// What can be mended, as text: the changes as a patch, why each is made, and what stays open.
public struct FixText {
  private let style: TextStyle
  /// Most findings that are listed as staying open.
  private static let mostLeft = 10

  public init(style: TextStyle) { self.style = style }

  /// The fix as a proposal, with a line break at its end.
  public func proposal(_ fix: Fix) -> String {
    let diffs = fix.files.flatMap { UnifiedDiff($0).lines.map(coloured) }
    let heading = fix.files.isEmpty ? [] : ["", style.paint("to make these changes: pedigree fix --write", .faint)]
    return text(diffs + heading + (fix.files.isEmpty ? [] : [""]) + summary(fix, "would mend"))
  }

  /// What was written.
  public func written(_ fix: Fix) -> String {
    text(fix.files.map { "wrote \(TerminalText.escaped($0.new.shownPath))" } + summary(fix, "mended"))
  }

  private func text(_ lines: [String]) -> String { lines.map { "\($0)\n" }.joined() }

  private func coloured(_ line: String) -> String {
    if line.hasPrefix("+") { return style.paint(line, .good) }
    return line.hasPrefix("-") ? style.paint(line, .error) : line
  }

  private func summary(_ fix: Fix, _ verb: String) -> [String] {
    var lines = fix.mended.isEmpty ? ["nothing can be mended mechanically"] : ["\(verb):"]
    lines += fix.mended.flatMap { mend in
      [
        "  \(TerminalText.escaped(mend.path)): `\(TerminalText.escaped(mend.says))`",
        style.paint("    \(TerminalText.escaped(Self.reasons(mend.because)))", .faint),
      ]
    }
    guard !fix.left.isEmpty else { return lines }
    let groups = fix.left.grouped { [$0.finding.id, $0.reason] }
    lines.append("left for you:")
    lines += groups.prefix(Self.mostLeft).flatMap { group in
      [
        "  \(TerminalText.escaped("\(group[0].finding.message) [\(group[0].finding.id)]"))",
        "    \(TerminalText.escaped(group[0].reason))",
      ]
    }
    if groups.count > Self.mostLeft { lines.append("  \(groups.count - Self.mostLeft) more: pedigree check") }
    return lines
  }

  private static let mostReasons = 3

  private static func reasons(_ reasons: [String]) -> String {
    let shown = reasons.prefix(mostReasons).joined(separator: "; ")
    return reasons.count > mostReasons ? "\(shown) and \(reasons.count - mostReasons) more" : shown
  }
}
