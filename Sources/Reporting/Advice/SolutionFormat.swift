import Compliance
import Obligations

/// The formats of `solve`.
public enum SolutionFormat: String, Sendable, CaseIterable {
  case text, json

  /// A solution, with a line break at its end; `full` lists in text what is only counted else.
  public func render(_ solution: Solution, full: Bool, style: TextStyle) throws -> String {
    switch self {
    case .text: SolutionText(style: style, isFull: full).render(solution)
    case .json: try SolutionJSON().render(solution)
    }
  }
}

/// A solution as JSON, after `docs/solution.schema.json`.
struct SolutionJSON {
  func render(_ solution: Solution) throws -> String {
    try JSONText.render(
      [
        "release": .text(solution.release),
        "allowed": .texts(solution.allowed),
        "conditional": .list(
          solution.conditional.map { entry in
            [
              "license": .text(entry.license), "because": .list(entry.because.map { AdviceJSON.term($0) }),
              "settle": .list(entry.settle.map(AdviceJSON.fact)),
            ]
          }),
        "excluded": .list(
          solution.excluded.map { entry in
            [
              "license": .text(entry.license), "because": .list(entry.because.map { AdviceJSON.term($0) }),
              "sources": .texts(entry.sources),
            ]
          }),
        "blocked": .list(solution.blocked.map { AdviceJSON.term($0) }),
        "clashes": .list(solution.clashes.map { .texts($0) }),
        "ways-out": .list(
          solution.ways.map { ["drop": .texts($0.sources), "licenses": .texts($0.licenses)] }),
      ] as JSONValue)
  }
}

/// A solution as text: the licences that are left, on what others depend, and why the rest is excluded.
struct SolutionText {
  let style: TextStyle
  /// Whether every licence is listed with every clause.
  let isFull: Bool
  /// Most names on a line, and most groups of what is excluded.
  private static let mostNames = 8
  private static let mostGroups = 4
  private static let mostWays = 3

  func render(_ solution: Solution) -> String {
    let parts = [
      allowed(solution), blocked(solution), conditional(solution), excluded(solution), clashes(solution),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { "\($0)\n" }.joined()
  }

  private func allowed(_ solution: Solution) -> [String] {
    guard let first = solution.allowed.first else {
      let why =
        !solution.blocked.isEmpty
        ? "no licence: \(TerminalText.escaped(solution.blocked[0].license)) forbids the release under any"
        : solution.conditional.isEmpty ? "no licence satisfies all sources" : "it depends on what is listed below"
      return [style.paint(why, solution.conditional.isEmpty ? .error : .warning)]
    }
    let rest = solution.allowed.dropFirst()
    return [style.paint("use \(first)", .good)]
      + (rest.isEmpty ? [] : ["  or \(names(Array(rest)))"])
  }

  private func blocked(_ solution: Solution) -> [String] {
    guard !solution.blocked.isEmpty else { return [] }
    return [style.paint("forbidden under every licence", .strong)] + solution.blocked.map(clause)
  }

  private func conditional(_ solution: Solution) -> [String] {
    guard !solution.conditional.isEmpty else { return [] }
    struct Key: Hashable {
      let facts: [String]
    }
    let groups = solution.conditional.grouped { Key(facts: $0.settle.map(\.question).unique()) }
    return [style.paint("depends", .strong)]
      + groups.flatMap { group in
        ["  \(names(group.map(\.license)))"]
          + group[0].settle.map { "    if: \(TerminalText.escaped($0.question))" }.unique()
          + (isFull ? group[0].because.map { "  \(clause($0))" } : [])
      }
  }

  private func excluded(_ solution: Solution) -> [String] {
    guard !solution.excluded.isEmpty, solution.blocked.isEmpty else { return [] }
    let groups = solution.excluded.grouped { entry in entry.because.map { "\($0.license)/\($0.kind.rawValue)" }.unique()
    }
    let shown = isFull ? groups : Array(groups.prefix(Self.mostGroups))
    let rest = groups.count - shown.count
    return [style.paint("not", .strong)]
      + shown.flatMap { group in
        ["  \(names(group.map(\.license)))"] + group[0].because.prefix(isFull ? Int.max : 1).map { "  \(clause($0))" }
      } + (rest > 0 ? ["  and more: --verbose"] : [])
  }

  private func clashes(_ solution: Solution) -> [String] {
    guard !solution.ways.isEmpty else { return [] }
    var lines = [style.paint("what clashes", .strong)]
    lines += solution.clashes.map { "  \(TerminalText.escaped($0.joined(separator: " with ")))" }
    lines.append(style.paint("drop, replace or ask for another licence of", .strong))
    lines += solution.ways.prefix(Self.mostWays).map { way in
      "  \(TerminalText.escaped(way.sources.joined(separator: " and "))): leaves \(names(way.licenses))"
    }
    return lines
  }

  private func clause(_ term: AdviceTerm) -> String {
    "  \(TerminalText.escaped(term.license)), \(TerminalText.escaped(term.clause)): \(TerminalText.escaped(term.summary)) (\(TerminalText.escaped(term.source)))"
  }

  private func names(_ names: [String]) -> String {
    let shown = isFull ? names : Array(names.prefix(Self.mostNames))
    let rest = names.count - shown.count
    return TerminalText.escaped(shown.joined(separator: ", ")) + (rest > 0 ? " and \(rest) more" : "")
  }
}
