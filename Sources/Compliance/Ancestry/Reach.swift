import Diagnostics
import Obligations
import Provenance

/// How the artefacts of a lineage reach the release, computed in one pass over its edges.
///
/// Time is linear in the number of edges: each edge joins two tables of constant size.
struct Reach: Sendable {
  /// One way in which an effect at an artefact arrives at the release.
  struct Way: Sendable {
    let truth: Truth
    /// Questions of law and hints on which the way hangs.
    let missing: [Question]
    /// Answers to such questions that opened the way.
    let evidence: [Evidence]
    /// Edges to the release, first the one that leaves the artefact.
    let steps: Int
    /// The edge that leaves the artefact; nil at the release itself.
    let edge: Int?
    /// The effect at that edge's child.
    let next: Effect
    /// Where on the way its last `LineagePath.mostAtEnd` edges begin; nil for shorter ways.
    let end: Stop?
  }

  /// An artefact on a way, with the effect there.
  struct Stop {
    let node: Int
    let effect: Effect
  }

  /// Edges that would close a cycle, and were left out.
  let cycles: [Lineage.Edge]
  private let lineage: Lineage
  private let answers: @Sendable (String) -> Decision
  private let obtained: (@Sendable (Lineage.Edge) -> Decision)?
  /// Indices of the edges that leave each artefact towards the release, cycles left out.
  private let edgesByParent: [[Int]]
  /// By node, effect at the node and effect at the release.
  private var table: [[Way?]]

  private static let width = Effect.allCases.count

  /// Computes all ways; `answers` are the project's answers to questions of law.
  ///
  /// With `obtained`, what an artefact said travels only as far as it says that the project itself
  /// obtained the outputs that went over an edge.
  init(
    _ lineage: Lineage, answers: @escaping @Sendable (String) -> Decision,
    obtained: (@Sendable (Lineage.Edge) -> Decision)? = nil
  ) {
    self.lineage = lineage
    self.answers = answers
    self.obtained = obtained
    self.table = Array(repeating: Array(repeating: nil, count: Self.width * Self.width), count: lineage.nodes.count)
    let order = Self.order(of: lineage)
    self.cycles = order.cycles.map { lineage.edges[$0] }
    var edgesByParent = Array(repeating: [Int](), count: lineage.nodes.count)
    for index in order.edges { edgesByParent[lineage.edges[index].parent].append(index) }
    self.edgesByParent = edgesByParent
    for effect in Effect.allCases {
      table[Lineage.release][Self.slot(effect, effect)] =
        Way(truth: .yes, missing: [], evidence: [], steps: 0, edge: nil, next: effect, end: nil)
    }
    for index in order.edges {
      let parent = lineage.edges[index].parent
      for effect in Effect.allCases {
        for (released, way) in ways(over: index, from: effect) {
          let slot = Self.slot(effect, released)
          if table[parent][slot].map({ Self.isBetter(way, than: $0) }) ?? true { table[parent][slot] = way }
        }
      }
    }
  }

  /// The ways of the artefact's own effect to the release, by effect at the release; only those that
  /// leave it over edges of which `isOpen` is true.
  func ways(from node: Int, over isOpen: (Lineage.Edge) -> Bool = { _ in true }) -> [Effect: Way] {
    let own = EffectTransfer.ownEffect(of: lineage.nodes[node].kind)
    var found: [Effect: Way] = [:]
    for index in edgesByParent[node] where isOpen(lineage.edges[index]) {
      for (released, way) in ways(over: index, from: own) {
        if found[released].map({ Self.isBetter(way, than: $0) }) ?? true { found[released] = way }
      }
    }
    return found
  }

  /// The edges over which the artefact's own effect leaves it, each with the ways behind it.
  func departures(from node: Int) -> [(edge: Lineage.Edge, ways: [Effect: Way])] {
    let own = EffectTransfer.ownEffect(of: lineage.nodes[node].kind)
    return edgesByParent[node].map { (lineage.edges[$0], ways(over: $0, from: own)) }
  }

  /// The edges of a way to the release.
  func path(of way: Way, to released: Effect) -> LineagePath {
    guard let end = way.end, way.steps > 2 * LineagePath.mostAtEnd else {
      return LineagePath(edges(of: way, to: released, atMost: way.steps), omitted: 0, in: lineage)
    }
    let last = table[end.node][Self.slot(end.effect, released)]
    return LineagePath(
      edges(of: way, to: released, atMost: LineagePath.mostAtEnd)
        + (last.map { edges(of: $0, to: released, atMost: LineagePath.mostAtEnd) } ?? []),
      omitted: way.steps - 2 * LineagePath.mostAtEnd, in: lineage)
  }

  private func edges(of way: Way, to released: Effect, atMost most: Int) -> [Lineage.Edge] {
    var edges: [Lineage.Edge] = []
    var way = way
    while edges.count < most, let index = way.edge {
      let edge = lineage.edges[index]
      edges.append(edge)
      guard let onward = table[edge.child][Self.slot(way.next, released)] else { break }
      way = onward
    }
    return edges
  }

  private static func slot(_ effect: Effect, _ released: Effect) -> Int { effect.index * width + released.index }

  /// The ways of an effect at an edge's parent that lead over the edge.
  private func ways(over index: Int, from effect: Effect) -> [Effect: Way] {
    let edge = lineage.edges[index]
    guard edge.certainty != .mentioned else { return [:] }
    let transfer = EffectTransfer.along(
      edge.relation, from: effect, childIsDataset: lineage.nodes[edge.child].kind == .dataset)
    var truth = Truth.yes
    var missing: [Question] = []
    var evidence: [Evidence] = []
    if let interpretation = transfer.interpretation {
      let answer = answers(interpretation)
      truth = truth && answer.truth
      missing += answer.missing
      evidence += answer.evidence
    }
    // The artefact's own outputs leave it here: further down, others' are what travels.
    if [.derivative, .contained, .served].contains(effect), edge.relation.carriesOutputs, let obtained = obtained?(edge)
    {
      truth = truth && obtained.truth
      missing += obtained.missing
      evidence += obtained.evidence
    }
    if edge.certainty == .hinted {
      truth = truth && .unknown
      missing.append(.source(of: edge, in: lineage))
    }
    guard truth != .no else { return [:] }
    var found: [Effect: Way] = [:]
    for released in Effect.allCases {
      guard let onward = table[edge.child][Self.slot(transfer.effect, released)] else { continue }
      found[released] = Way(
        truth: truth && onward.truth, missing: Self.joined(missing, onward.missing),
        evidence: Self.joined(evidence, onward.evidence), steps: onward.steps + 1, edge: index, next: transfer.effect,
        end: onward.steps == LineagePath.mostAtEnd ? Stop(node: edge.child, effect: transfer.effect) : onward.end)
    }
    return found
  }

  /// What a step adds to what is said of the way behind it; of long ways what is said near the release.
  private static func joined<Said: Equatable>(_ step: [Said], _ onward: [Said]) -> [Said] {
    guard !step.isEmpty, onward.count < mostSaid else { return onward }
    let new = step.filter { !onward.contains($0) }
    return new.isEmpty ? onward : new + onward
  }

  /// More questions than anybody answers for one way, and more facts than anybody reads.
  private static let mostSaid = 32

  /// The surest way counts, then the shortest, then the one that asks least, then the one declared first.
  private static func isBetter(_ candidate: Way, than current: Way) -> Bool {
    if candidate.truth != current.truth { return candidate.truth > current.truth }
    if candidate.steps != current.steps { return candidate.steps < current.steps }
    if candidate.missing != current.missing {
      let (asked, known) = (candidate.missing.map(\.id), current.missing.map(\.id))
      return asked.count != known.count ? asked.count < known.count : asked.lexicographicallyPrecedes(known)
    }
    return (candidate.edge ?? 0) < (current.edge ?? 0)
  }

  /// The edges in an order in which each child's are complete before its own are used: those that
  /// enter the release first. Edges that close a cycle are left out.
  private static func order(of lineage: Lineage) -> (edges: [Int], cycles: [Int]) {
    var byChild = Array(repeating: [Int](), count: lineage.nodes.count)
    for (index, edge) in lineage.edges.enumerated() where edge.certainty != .mentioned {
      byChild[edge.child].append(index)
    }
    enum Mark { case new, open, done }
    var marks = Array(repeating: Mark.new, count: lineage.nodes.count)
    var finished: [Int] = []
    var cycles: [Int] = []
    // Depth-first without recursion, since a chain may be as long as a file allows.
    var stack: [(node: Int, next: Int)] = [(Lineage.release, 0)]
    marks[Lineage.release] = .open
    while let (node, next) = stack.last {
      guard next < byChild[node].count else {
        marks[node] = .done
        finished.append(node)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let edge = byChild[node][next]
      let parent = lineage.edges[edge].parent
      switch marks[parent] {
      case .new:
        marks[parent] = .open
        stack.append((parent, 0))
      case .open: cycles.append(edge)
      case .done: break
      }
    }
    let cut = Set(cycles)
    let edges = finished.reversed().flatMap { byChild[$0].filter { !cut.contains($0) } }
    return (edges, cycles)
  }
}

extension Question {
  /// Whether a step that is only hinted at was taken.
  static func source(of edge: Lineage.Edge, in lineage: Lineage) -> Question {
    let source = lineage.nodes[edge.parent]
    let (parent, name) = (source.id.text, lineage.nodes[edge.child].id.text)
    let entry = "- { \(source.kind.rawValue): \(parent), relation: \(edge.relation.rawValue) }"
    let child = edge.child == Lineage.release ? "the release" : "`\(name)`"
    let hint = edge.basis == nil ? "its name suggests" : "`\(edge.location.path)` hints"
    return Question(
      edge.basis == nil ? .guess(parent, of: name) : .source(parent, of: name),
      "was \(child) made from `\(parent)`, as \(hint)?",
      answer: "add to pedigree.yaml, under `sources:` of \(child): `\(entry)`, or `[]` if not")
  }
}
