import Diagnostics
import LicenseTexts

/// What files were recognised as, as text.
public struct IdentityText {
  private let style: TextStyle

  public init(style: TextStyle) {
    self.style = style
  }

  /// A line for each licence and for what is none, with the altered clauses below.
  public func render(_ files: [IdentifiedFile]) -> String {
    files.map { lines(of: $0).map { "\($0)\n" }.joined() }.joined()
  }

  private func lines(of file: IdentifiedFile) -> [String] {
    let path = TerminalText.escaped(file.file.path)
    guard !file.answer.matches.isEmpty else {
      let kin = file.answer.kin.map { "akin to \($0.id), \(Self.percent($0.score)) alike" }
      return [(["\(path): unknown"] + kin).joined(separator: ", ")]
    }
    // What stands between the licences is told in its place.
    var parts = file.answer.matches.map { match in
      (start: match.range.lowerBound, lines: lines(of: match, in: file, path: path))
    }
    parts += file.answer.rest.map { range in
      (start: range.lowerBound, lines: ["\(path):\(span(range, in: file)): not recognised"])
    }
    return parts.sorted { $0.start < $1.start }.flatMap(\.lines)
  }

  private func lines(of match: IdentityMatch, in file: IdentifiedFile, path: String) -> [String] {
    var name = style.paint(match.id, .strong)
    let version = match.signature.version
    if !version.isEmpty, !match.id.hasSuffix(version) { name += " (\(TerminalText.escaped(version)))" }
    if !match.also.isEmpty { name += ", also \(match.also.joined(separator: ", "))" }
    let verdict = match.isAltered ? "altered, \(Self.percent(match.score)) alike" : "unaltered"
    return ["\(path):\(span(match.range, in: file)): \(name): \(verdict)"]
      + match.changes.map { "  \(line(of: $0, in: file))" }
  }

  private func line(of change: TextChange, in file: IdentifiedFile) -> String {
    let clause = change.clause.map { TerminalText.escaped($0) }
    let place = "line \(span(change.range, in: file))"
    switch change.kind {
    case .missing: return "\(clause ?? "opening"): missing (\(Self.words(change.missing))), behind \(place)"
    case .added: return "\(place): added behind \(clause ?? "the opening") (\(Self.words(change.added)))"
    case .changed:
      return "\(clause ?? "opening"): changed at \(place) (\(Self.words(change.missing)) gone, \(change.added) new)"
    }
  }

  private func span(_ range: Range<Int>, in file: IdentifiedFile) -> String {
    let (start, end) = file.place(of: range)
    return start.line == end.line ? "\(start.line)" : "\(start.line)-\(end.line)"
  }

  private static func words(_ count: Int) -> String { count == 1 ? "1 word" : "\(count) words" }

  /// Rounded down: what is altered is never 100 % alike.
  private static func percent(_ share: Double) -> String {
    let tenths = Int(share * 1_000)
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
