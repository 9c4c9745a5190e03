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
    let kin = file.answer.kin.map { match in
      (start: match.range.lowerBound, lines: kinLines(of: match, in: file, path: path))
    }
    guard !file.answer.matches.isEmpty else { return kin.isEmpty ? ["\(path): unknown"] : kin.flatMap(\.lines) }
    // What stands between the licences is told in its place.
    var parts =
      file.answer.matches.map { match in
        (start: match.range.lowerBound, lines: lines(of: match, in: file, path: path))
      } + kin
    parts += file.answer.surroundings.map { range in
      (start: range.lowerBound, lines: ["\(path):\(span(range, in: file)): not recognised"])
    }
    return parts.sorted { $0.start < $1.start }.flatMap(\.lines)
  }

  private func lines(of match: IdentityMatch, in file: IdentifiedFile, path: String) -> [String] {
    let verdict = match.isAltered ? "altered, \(Self.percent(match.score)) alike" : "unaltered"
    return ["\(path):\(span(match.range, in: file)): \(name(of: match)): \(verdict)"]
      + match.changes.map { "  \(line(of: $0, in: file))" }
  }

  /// What only resembles a licence; the clauses are told where hardly anything else differs.
  private func kinLines(of match: IdentityMatch, in file: IdentifiedFile, path: String) -> [String] {
    let isClose = file.answer.adaptations.contains { $0.range == match.range }
    return [
      "\(path):\(span(match.range, in: file)): unknown, akin to \(name(of: match)), \(Self.percent(match.score)) alike"
    ] + (isClose ? match.changes.map { "  \(line(of: $0, in: file))" } : [])
  }

  private func name(of match: IdentityMatch) -> String {
    let version = match.signature.version
    let dated =
      !version.isEmpty && !match.id.hasSuffix(version) ? " (\(TerminalText.escaped(version)))" : ""
    let also = match.also.isEmpty ? "" : ", also \(match.also.joined(separator: ", "))"
    return style.paint(match.id, .strong) + dated + also
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
