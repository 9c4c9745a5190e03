/// A project made up from a seed: a lineage without cycles, facts, documents and a licence.
///
/// Node 0 is the release. A source's parents have higher numbers, so that no edge closes a circle.
public struct GeneratedProject: Sendable, CustomStringConvertible {
  /// An artefact of the lineage.
  private struct Node: Sendable {
    let id: String
    let isDataset: Bool
    let license: String?
    /// Whether the catalogue says what it was made from.
    var isCatalogued = false
  }

  private struct Edge: Sendable {
    let child: Int
    let parent: Int
    let relation: String
    let acquisition: String
  }

  /// One thing that a manifest declares beside its sources.
  public struct Fact: Sendable {
    let section: String
    let key: String
    let value: String

    /// How evidence that rests on it begins.
    public var proof: String { "\(section).\(key)" }
  }

  /// The files beside the manifest.
  public private(set) var documents: [String: String] = [:]
  private var facts: [Fact] = []
  private var edges: [Edge] = []
  private var nodes: [Node]
  private let name: String
  private let license: String?
  private var waiver = ""
  private var attestation = ""

  /// The project of a seed.
  public init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    name = Self.names.randomElement(using: &generator) ?? "acme/thing-7b"
    license = Self.releaseLicenses.randomElement(using: &generator) ?? nil
    nodes = [Node(id: name, isDataset: false, license: nil)]
    for number in 1..<Int.random(in: 2...8, using: &generator) {
      if generator.oneIn(3), let known = Self.catalogued.randomElement(using: &generator),
        !nodes.contains(where: { $0.id == known.id })
      {
        nodes.append(known)
      } else {
        let license = Self.licenses.randomElement(using: &generator) ?? nil
        nodes.append(Node(id: "lab/node\(number)", isDataset: generator.oneIn(3), license: license))
      }
    }
    for fact in Self.allFacts where generator.oneIn(3) { add(fact) }
    for document in Self.allDocuments where generator.oneIn(4) { documents[document.path] = document.text }
    if generator.oneIn(3), let obligation = Self.attested.randomElement(using: &generator) {
      attestation = "attest: { obligation: \(obligation), statement: it was reviewed, by: jane }"
    }
    for parent in nodes.indices.dropFirst() {
      for _ in 0..<(generator.oneIn(3) ? 2 : 1) { addEdge(to: parent, using: &generator) }
    }
  }

  // MARK: Variants

  /// The same project with one more edge, to an artefact that it has or to a new one.
  public func addingEdge(seed: UInt64) -> GeneratedProject {
    var more = self
    var generator = SeededGenerator(seed: seed)
    let new = (Self.catalogued + [Node(id: "lab/another", isDataset: false, license: nil)]).filter { candidate in
      !nodes.contains { $0.id == candidate.id }
    }
    if generator.oneIn(2), let node = new.randomElement(using: &generator) { more.nodes.append(node) }
    let last = more.nodes.count - 1
    let parent = last > nodes.count - 1 ? last : Int.random(in: 1..<nodes.count, using: &generator)
    more.addEdge(to: parent, using: &generator)
    return more
  }

  /// The same project with one more fact, and which; nil where it declares all of them.
  public func addingFact(seed: UInt64) -> (project: GeneratedProject, fact: Fact)? {
    var generator = SeededGenerator(seed: seed)
    let others = Self.allFacts.filter { fact in !facts.contains { $0.section == fact.section && $0.key == fact.key } }
    guard let fact = others.randomElement(using: &generator) else { return nil }
    var more = self
    more.add(fact)
    return (more, fact)
  }

  /// The same project with one more file, and its path; nil where it has all of them.
  public func addingDocument(seed: UInt64) -> (project: GeneratedProject, path: String)? {
    var generator = SeededGenerator(seed: seed)
    let others = Self.allDocuments.filter { documents[$0.path] == nil }
    guard let document = others.randomElement(using: &generator) else { return nil }
    var more = self
    more.documents[document.path] = document.text
    return (more, document.path)
  }

  /// The same project with its sources listed in another order.
  public func shuffled(seed: UInt64) -> GeneratedProject {
    var generator = SeededGenerator(seed: seed)
    var other = self
    other.edges.shuffle(using: &generator)
    return other
  }

  /// The same project with a waiver of one finding.
  public func waiving(_ finding: String) -> GeneratedProject {
    var other = self
    other.waiver = "waive: { finding: \(finding), reason: risk-accepted, by: jane }"
    return other
  }

  /// Adds a fact, unless the manifest says something else about the same.
  private mutating func add(_ fact: Fact) {
    if !facts.contains(where: { $0.section == fact.section && $0.key == fact.key }) { facts.append(fact) }
  }

  private mutating func addEdge(to parent: Int, using generator: inout SeededGenerator) {
    let children = (0..<parent).filter { !nodes[$0].isCatalogued }
    guard let child = children.randomElement(using: &generator) else { return }
    let relations =
      switch (nodes[child].isDataset, nodes[parent].isDataset) {
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

  // MARK: Text

  /// The manifest, without its first line.
  public var manifest: String {
    let sections = Dictionary(grouping: facts, by: \.section).sorted { $0.key < $1.key }.map { section, facts in
      "\(section): { \(facts.map { "\($0.key): \($0.value)" }.joined(separator: ", ")) }"
    }
    return """
      model: { name: \(name)\(license.map { ", license: \($0)" } ?? "") }
      \(sections.joined(separator: "\n"))
      sources: [\(sources(of: 0))]
      complete: yes
      \(attestation)
      \(waiver)
      """
  }

  public var description: String {
    manifest + documents.sorted { $0.key < $1.key }.map { "\n--- \($0.key)\n\($0.value)" }.joined()
  }

  private func sources(of child: Int) -> String {
    edges.filter { $0.child == child }.map { edge in
      let parent = nodes[edge.parent]
      let license = parent.license.map { ", license: \($0)" } ?? ""
      let sources = parent.isCatalogued ? "" : ", sources: [\(sources(of: edge.parent))]"
      return "{ \(parent.isDataset ? "dataset" : "model"): \(parent.id), relation: \(edge.relation)"
        + "\(edge.acquisition)\(license)\(sources) }"
    }.joined(separator: ", ")
  }

  // MARK: What projects are made of

  private static let names = ["acme/thing-7b", "acme/Llama-3.1-Thing-8B", "acme/gemma-thing-9b"]
  private static let releaseLicenses = ["mit", "apache-2.0", "cc-by-nc-4.0", "llama3.1", "gemma", "other", nil]

  private static let licenses = [
    "llama-3.1", "llama-2", "Apache-2.0", "MIT", "CC-BY-NC-4.0", "CC-BY-SA-4.0", "gemma-terms-2024-04-01",
    "mistral-mrl-0.1", "openrail", "nobody-knows-it", nil,
  ]

  private static let catalogued = [
    Node(id: "meta-llama/Llama-3.1-8B", isDataset: false, license: nil, isCatalogued: true),
    Node(id: "google/gemma-2-9b-it", isDataset: false, license: nil, isCatalogued: true),
    Node(id: "openai/gpt-4o", isDataset: false, license: nil, isCatalogued: true),
    Node(id: "unsloth/Llama-3.1-8B-bnb-4bit", isDataset: false, license: nil, isCatalogued: true),
    Node(id: "databricks/databricks-dolly-15k", isDataset: true, license: nil, isCatalogued: true),
    Node(id: "tatsu-lab/alpaca", isDataset: true, license: nil, isCatalogued: true),
  ]

  private static let acquisitions = [
    "", ", accepted-by: us", ", accepted-by: upstream", ", terms: openai-business-terms, accepted-by: us",
    ", terms: openai-business-terms, from: 2024-05-01, to: 2024-06-01, accepted-by: us",
    ", service: openai-api, from: 2023-10-01, to: 2024-02-01",
  ]

  private static let attested = [
    "llama-3.1/comply-with-policy", "llama-2/comply-with-policy", "CC-BY-NC-4.0/commercial-use",
    "gemma-terms-2024-04-01/comply-with-policy",
  ]

  private static let allFacts = [
    Fact(section: "release", key: "how", value: "[weights]"), Fact(section: "release", key: "how", value: "[hosted]"),
    Fact(section: "release", key: "commercial", value: "yes"),
    Fact(section: "release", key: "commercial", value: "no"),
    Fact(section: "release", key: "monthly-active-users", value: "900000000"),
    Fact(section: "release", key: "monthly-active-users", value: "1000"),
    Fact(section: "release", key: "annual-revenue-usd", value: "50000000"),
    Fact(section: "release", key: "territories", value: "[DE, US]"),
    Fact(section: "licensee", key: "competes-with", value: "[OpenAI, Meta]"),
    Fact(section: "licensee", key: "competes-with", value: "[]"),
    Fact(section: "licensee", key: "domicile", value: "DE"), Fact(section: "licensee", key: "domicile", value: "US"),
    Fact(section: "interpret", key: "adapter-is-derivative", value: "yes"),
    Fact(section: "interpret", key: "adapter-is-derivative", value: "no"),
    Fact(section: "interpret", key: "second-hand-outputs", value: "yes"),
    Fact(section: "interpret", key: "model-is-adaptation-of-data", value: "no"),
    Fact(section: "interpret", key: "training-needs-license", value: "yes"),
  ]

  private static let allDocuments = [
    (path: "README.md", text: "# Thing\n\nBuilt with Llama. It answers questions about harbours.\n"),
    (path: "README.md", text: "# Thing\n\nIt answers questions about harbours.\n"),
    (path: "NOTICE", text: "This product holds work of other people, named in the card.\n"),
    (path: "USE_POLICY.md", text: "# Use policy\n\nDo not steer ships by it.\n"),
    (path: "THIRD_PARTY.md", text: "# Parts\n\nBuilt with Llama, changed by Acme in 2025.\n"),
  ]
}
