import Diagnostics
import Obligations
import Provenance

/// How the artefacts of a lineage reach the release, computed in one pass over its edges.
///
/// Time is linear in the number of edges: each edge joins two tables of constant size.
struct Reach {
  /// One way in which an effect at an artefact arrives at the release.
  struct Way {
    let truth: Truth
    /// Questions of law and hints on which the way hangs.
    let missing: [Question]
    /// Edges to the release, first the one that leaves the artefact.
    let steps: Int
    /// The edge that leaves the artefact; nil at the release itself.
    let edge: Int?
    /// The effect at that edge's child.
    let next: Effect
  }

  /// A cycle that was cut: the edge that closed it.
  private(set) var cycles: [Lineage.Edge] = []
  private let lineage: Lineage
  /// By node, effect at the node and effect at the release.
  private var ways: [[Way?]]

  private static let width = Effect.allCases.count

  /// Computes all ways; `answers` are the project's answers to questions of law.
  init(_ lineage: Lineage, answers: (String) -> Decision) {
    self.lineage = lineage
    self.ways = Array(repeating: Array(repeating: nil, count: Self.width * Self.width), count: lineage.nodes.count)
    let order = Self.order(of: lineage)
    self.cycles = order.cycles.map { lineage.edges[$0] }
    for effect in Effect.allCases {
      ways[Lineage.release][Self.slot(effect, effect)] =
        Way(truth: .yes, missing: [], steps: 0, edge: nil, next: effect)
    }
    for edge in order.edges { join(edge, answers: answers) }
  }

  /// How an effect at an artefact arrives at the release.
  func way(from node: Int, _ effect: Effect, to released: Effect) -> Way? {
    ways[node][Self.slot(effect, released)]
  }

  /// The ways of the artefact's own effect, by effect at the release.
  func ways(from node: Int) -> [Effect: Way] {
    ways(from: node, starting: EffectTransfer.ownEffect(of: lineage.nodes[node].kind))
  }

  /// The ways of an effect at an artefact, by effect at the release.
  func ways(from node: Int, starting effect: Effect) -> [Effect: Way] {
    var found: [Effect: Way] = [:]
    for released in Effect.allCases { found[released] = way(from: node, effect, to: released) }
    return found
  }

  /// The edges from an artefact to the release.
  func path(from node: Int, starting effect: Effect, to released: Effect) -> [Lineage.Edge] {
    var path: [Lineage.Edge] = []
    var node = node
    var effect = effect
    while let way = way(from: node, effect, to: released), let index = way.edge {
      let edge = lineage.edges[index]
      path.append(edge)
      node = edge.child
      effect = way.next
    }
    return path
  }

  private static func slot(_ effect: Effect, _ released: Effect) -> Int { effect.index * width + released.index }

  /// Carries the child's ways over to the parent.
  private mutating func join(_ index: Int, answers: (String) -> Decision) {
    let edge = lineage.edges[index]
    let childIsDataset = lineage.nodes[edge.child].kind == .dataset
    for effect in Effect.allCases {
      let transfer = EffectTransfer.along(edge.relation, from: effect, childIsDataset: childIsDataset)
      var truth = Truth.yes
      var missing: [Question] = []
      if let interpretation = transfer.interpretation {
        let answer = answers(interpretation)
        truth = truth && answer.truth
        missing += answer.missing
      }
      if edge.certainty == .hinted {
        truth = truth && .unknown
        missing.append(.source(lineage.nodes[edge.parent].id, of: lineage.nodes[edge.child].id))
      }
      guard truth != .no else { continue }
      for released in Effect.allCases {
        guard let onward = way(from: edge.child, transfer.effect, to: released) else { continue }
        let candidate = Way(
          truth: truth && onward.truth, missing: missing + onward.missing, steps: onward.steps + 1, edge: index,
          next: transfer.effect)
        let slot = Self.slot(effect, released)
        if ways[edge.parent][slot].map({ Self.isBetter(candidate, than: $0) }) ?? true {
          ways[edge.parent][slot] = candidate
        }
      }
    }
  }

  /// The surest way counts, then the shortest, then the one that was declared first.
  private static func isBetter(_ candidate: Way, than current: Way) -> Bool {
    if candidate.truth != current.truth { return candidate.truth > current.truth }
    if candidate.steps != current.steps { return candidate.steps < current.steps }
    return (candidate.edge ?? 0) < (current.edge ?? 0)
  }

  /// The edges in an order in which each child's are complete before its own are used: those that
  /// enter the release first. Edges that close a cycle are left out.
  private static func order(of lineage: Lineage) -> (edges: [Int], cycles: [Int]) {
    var byChild = Array(repeating: [Int](), count: lineage.nodes.count)
    for (index, edge) in lineage.edges.enumerated() { byChild[edge.child].append(index) }
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
  static func source(_ parent: ArtefactID, of child: ArtefactID) -> Question {
    Question(
      "source.\(parent.text)", "was `\(child.text)` made from `\(parent.text)`, as its name suggests?",
      answer: "list the source under `sources:` with its relation")
  }
}
