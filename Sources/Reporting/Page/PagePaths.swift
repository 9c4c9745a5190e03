import Compliance
import Provenance

/// The ways on which findings reach the release, each once: what the drawing marks when somebody follows a finding's path.
struct PagePaths {
  /// Names of artefacts from the source to the release, which stands for itself at the end.
  struct Key: Hashable {
    let steps: [String]
  }

  private(set) var all: [Key] = []
  private var indices: [Key: Int] = [:]

  init(_ findings: [Finding]) {
    for finding in findings {
      guard let key = Self.key(of: finding), indices[key] == nil else { continue }
      indices[key] = all.count
      all.append(key)
    }
  }

  private static func key(of finding: Finding) -> Key? {
    finding.path.isEmpty ? nil : Key(steps: finding.path.map(\.artefact))
  }

  /// The number of a finding's path; nil where it has none.
  func index(of finding: Finding) -> Int? { Self.key(of: finding).flatMap { indices[$0] } }

  /// For each node, and for each pair of parent and child, the paths that lead over it.
  func places(in lineage: Lineage) -> (nodes: [Int: [Int]], pairs: [Pair: [Int]]) {
    let index = Dictionary(lineage.nodes.enumerated().map { ($0.element.id.text, $0.offset) }) { first, _ in first }
    var nodes: [Int: [Int]] = [:]
    var pairs: [Pair: [Int]] = [:]
    for (number, key) in all.enumerated() {
      let way = key.steps.map { index[$0] } + [Lineage.release]
      for node in way.compactMap({ $0 }) { nodes[node, default: []].append(number) }
      for (parent, child) in zip(way, way.dropFirst()) {
        if let parent, let child { pairs[Pair(parent: parent, child: child), default: []].append(number) }
      }
    }
    return (nodes, pairs)
  }

  struct Pair: Hashable {
    let parent: Int
    let child: Int
  }
}
