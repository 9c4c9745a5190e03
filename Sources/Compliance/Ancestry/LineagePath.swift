import Diagnostics
import Provenance

/// The edges from a source to the release, first the one that leaves the source; of a long way only those at both ends.
///
/// Nobody reads a way of thousands of steps, and a chain of as many sources has as many ways.
struct LineagePath: RandomAccessCollection {
  /// Most edges that are kept at each end.
  static let mostAtEnd = 12

  private let edges: [Lineage.Edge]
  /// The path as findings show it.
  let steps: [PathStep]

  /// The path of what reaches the release on no way.
  static let none = LineagePath()

  private init() {
    self.edges = []
    self.steps = []
  }

  /// A path of edges of `lineage`, of which `omitted` are left out behind the first `mostAtEnd`.
  init(_ edges: [Lineage.Edge], omitted: Int, in lineage: Lineage) {
    self.edges = edges
    self.steps = edges.indices.map { index in
      PathStep(
        artefact: lineage.nodes[edges[index].parent].id.text, relation: edges[index].relation,
        location: edges[index].location, omitted: index == Self.mostAtEnd - 1 ? omitted : 0)
    }
  }

  var startIndex: Int { edges.startIndex }
  var endIndex: Int { edges.endIndex }
  subscript(index: Int) -> Lineage.Edge { edges[index] }

  /// Where the project's own files declare the step nearest to the source.
  var declared: SourceLocation? { edges.first { $0.certainty != .catalogued }?.location }
}
