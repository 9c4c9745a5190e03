import TestSupport

/// A lineage without cycles, made up from a seed: node 0 is the release, and parents have higher numbers.
struct GeneratedLineage: CustomStringConvertible {
  struct Edge: Hashable {
    let child: Int
    let parent: Int
    let relation: String
    var acquisition = ""
  }

  private(set) var edges: [Edge] = []
  private let isDataset: [Bool]
  private let licenses: [String?]
  private let releaseLicense: String
  private let facts: [String]

  private static let held = [
    "llama-3.1", "llama-2", "Apache-2.0", "CC-BY-NC-4.0", "CC-BY-SA-4.0", "gemma-terms-2024-04-01", "mistral-mrl-0.1",
    "openrail", "nobody-knows-it", nil,
  ]
  private static let acquisitions = [
    "", ", accepted-by: us", ", accepted-by: upstream", ", terms: openai-business-terms, accepted-by: us",
    ", terms: openai-business-terms, from: 2024-05-01, to: 2024-06-01, accepted-by: us",
    ", service: openai-api, from: 2023-10-01, to: 2024-02-01",
  ]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 3...9, using: &generator)
    isDataset = (0..<count).map { $0 > 0 && generator.oneIn(3) }
    licenses = (0..<count).map { _ in Self.held.randomElement(using: &generator) ?? nil }
    releaseLicense = ["mit", "cc-by-nc-4.0", "other"].randomElement(using: &generator) ?? "mit"
    facts = ["release: { how: [weights], commercial: yes }", "release: { how: [hosted], date: 2024-06-01 }", ""]
      .shuffled(using: &generator).prefix(1).map { $0 }
    for parent in 1..<count {
      for _ in 0..<(generator.oneIn(3) ? 2 : 1) { addEdge(to: parent, using: &generator) }
    }
  }

  /// The same lineage with one more edge.
  func adding(seed: UInt64) -> GeneratedLineage {
    var more = self
    var generator = SeededGenerator(seed: seed)
    more.addEdge(to: Int.random(in: 1..<isDataset.count, using: &generator), using: &generator)
    return more
  }

  /// The same lineage, its sources listed in another order.
  func shuffled(seed: UInt64) -> GeneratedLineage {
    var generator = SeededGenerator(seed: seed)
    var other = self
    other.edges.shuffle(using: &generator)
    return other
  }

  private mutating func addEdge(to parent: Int, using generator: inout SeededGenerator) {
    let child = Int.random(in: 0..<parent, using: &generator)
    let relations =
      switch (isDataset[child], isDataset[parent]) {
      case (false, false): ["finetune", "adapter", "merge", "quantized", "distilled", "preference-by", "tokenizer-of"]
      case (false, true): ["trained-on", "evaluated-with"]
      case (true, false): ["generated-by", "preference-by"]
      case (true, true): ["derived-from"]
      }
    let relation = relations.randomElement(using: &generator) ?? "finetune"
    let carriesOutputs = ["distilled", "generated-by", "preference-by"].contains(relation)
    let acquisition = carriesOutputs ? Self.acquisitions.randomElement(using: &generator) ?? "" : ""
    edges.append(Edge(child: child, parent: parent, relation: relation, acquisition: acquisition))
  }

  /// The manifest that declares it; `more` is put behind it.
  func manifest(_ more: String = "") -> String {
    """
    model: { name: acme/thing-7b, license: \(releaseLicense) }
    \(facts.joined(separator: "\n"))
    sources: [\(sources(of: 0))]
    complete: yes
    \(more)
    """
  }

  var description: String { manifest() }

  private func sources(of child: Int) -> String {
    edges.filter { $0.child == child }.map { edge in
      let kind = isDataset[edge.parent] ? "dataset" : "model"
      let license = licenses[edge.parent].map { ", license: \($0)" } ?? ""
      return "{ \(kind): lab/node\(edge.parent), relation: \(edge.relation)\(edge.acquisition)\(license), "
        + "sources: [\(sources(of: edge.parent))] }"
    }.joined(separator: ", ")
  }
}
