import LicenseKnowledge
import Obligations
import Provenance

/// A text that speaks about one source of the release.
struct Subject: Sendable {
  /// The licence or the terms.
  let license: License
  /// Index of the source among the lineage's nodes.
  let node: Int
  /// Whether this text governs, or is one of several that might.
  let governs: Decision
  /// The other versions that might govern instead; a finding is decided only where all of them agree.
  let alternatives: [License]
  /// The ways in which the source reaches the release, by effect.
  let ways: [Effect: Reach.Way]
  /// The edges from the source to the release, by its gravest effect.
  let path: LineagePath
  /// The edge over which outputs were obtained, for terms of a service.
  let edge: Lineage.Edge?
}

extension Subject {
  /// A text that speaks about `node`, which reaches the release on `ways`, taken from `reach`.
  init(
    license: License, node: Int, governs: Decision, alternatives: [License], ways: [Effect: Reach.Way], reach: Reach,
    edge: Lineage.Edge?
  ) {
    let best = ways.min { left, right in
      left.value.truth != right.value.truth ? left.value.truth > right.value.truth : left.key < right.key
    }
    self.init(
      license: license, node: node, governs: governs, alternatives: alternatives, ways: ways,
      path: best.map { reach.path(of: $0.value, to: $0.key) } ?? .none, edge: edge)
  }
}
