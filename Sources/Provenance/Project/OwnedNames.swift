/// The artefacts that are named with an owner by their names alone, so that a bare name is found to be one of them.
struct OwnedNames {
  private var named: [[String]: Named] = [:]
  private var nodesSeen = Lineage.release + 1

  private enum Named {
    case one(Int)
    case several
  }

  /// The only artefact beside the release that has an owner and these words as its name.
  mutating func only(called words: [String], in lineage: Lineage) -> Int? {
    for node in nodesSeen..<lineage.nodes.count where lineage.nodes[node].id.namespace != nil {
      let words = lineage.nodes[node].id.words
      named[words] = named[words] == nil ? .one(node) : .several
    }
    nodesSeen = lineage.nodes.count
    if case .one(let node) = named[words] { return node }
    return nil
  }
}
