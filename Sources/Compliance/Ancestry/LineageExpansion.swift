import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Adds what is known of the artefacts that a project names: their licences and their own ancestry, by their own cards
/// where those are at hand, and by the catalogue.
struct LineageExpansion {
  private let catalog: Catalog
  private let parents: ParentTable?
  /// Where the release's name stands, if the name may tell what no file does.
  private let unexplainedName: SourceLocation?
  private let hints: NameHints
  private var lineage: Lineage
  /// Artefacts that some edge says something about the ancestry of.
  private var explained: Set<Int> = []

  /// The lineage with everything that is known of its artefacts, and of those that come with that.
  ///
  /// `name` is where the release's name stands; nil where the project's declaration lists every source.
  static func expanded(
    _ lineage: Lineage, catalog: Catalog, parents: ParentTable?, name: SourceLocation?
  ) -> Lineage {
    var expansion = LineageExpansion(lineage, catalog: catalog, parents: parents, name: name)
    expansion.expand()
    return expansion.lineage
  }

  private init(_ lineage: Lineage, catalog: Catalog, parents: ParentTable?, name: SourceLocation?) {
    self.lineage = lineage
    self.unexplainedName = name
    self.catalog = catalog
    self.parents = parents
    self.hints = NameHints(names: catalog.knownNames)
    self.explained = Set(
      lineage.edges.filter { $0.relation.carriesWeights || $0.relation == .generatedBy }.map(\.child))
  }

  /// Visits every artefact once, those that are added on the way included; nothing adds more than it holds.
  private mutating func expand() {
    var index = 0
    while index < lineage.nodes.count {
      let node = lineage.nodes[index]
      if index != Lineage.release, let card = parents?.facts(of: node.id, kind: node.kind) { add(card, of: index) }
      switch node.kind {
      case .model: expandModel(node.id.text, at: index)
      case .dataset: expandDataset(node.id.text, at: index)
      case .service, .code: break
      }
      index += 1
    }
  }

  /// Adds what an artefact's own card says; whatever else is known of it comes behind.
  private mutating func add(_ card: CardFacts, of index: Int) {
    // Of the card no more is at hand than what it says.
    let file = SourceFile(path: "\(lineage.nodes[index].id.text)/README.md", text: "")
    let place = SourceLocation(file, file.range)
    let claims = card.licenses.map { LicenseClaim(name: $0.name, link: $0.link, location: place, basis: .catalog) }
    claim(claims, for: index)
    for source in card.sources {
      connect(index, node(ArtefactID(source.id), kind: source.kind), source.relation, place)
    }
    if !card.sources.isEmpty { explained.insert(index) }
  }

  private mutating func expandModel(_ id: String, at index: Int) {
    let original = catalog.original(of: ArtefactID(id))
    guard let entry = catalog.model(original?.text ?? id) else { return addHints(at: index) }
    claim(entry.licenses, of: entry.location, for: index)
    if original == nil, let original = catalog.mirrored(id) {
      connect(index, node(ArtefactID(original), kind: .model), .converted, entry.location)
      return
    }
    add(entry.sources, of: entry.location, below: index)
  }

  private mutating func expandDataset(_ id: String, at index: Int) {
    guard let entry = catalog.dataset(id) else { return addHints(at: index) }
    claim(entry.licenses, of: entry.location, for: index)
    add(entry.sources, of: entry.location, below: index)
  }

  /// The release's own licence is what its files declare, never what the catalogue says.
  private mutating func claim(_ licenses: [DatedLicense], of location: SourceLocation, for index: Int) {
    guard index != Lineage.release else { return }
    claim(
      licenses.map { LicenseClaim(name: $0.license, window: $0.window, location: location, basis: .catalog) },
      for: index)
  }

  private mutating func claim(_ claims: [LicenseClaim], for index: Int) {
    // What files say of somebody else's work stands beside what its maker is known to say.
    if lineage.nodes[index].licenses.isEmpty {
      for claim in claims { lineage.claim(claim, for: index) }
    } else {
      lineage.note(catalogued: claims, for: index)
    }
  }

  private mutating func add(_ sources: [CatalogSource], of location: SourceLocation, below index: Int) {
    for source in sources {
      connect(index, node(ArtefactID(source.id), kind: source.kind), source.relation, location)
    }
  }

  /// The index of an artefact, which is one whatever it is called.
  private mutating func node(_ id: ArtefactID, kind: ArtefactKind) -> Int {
    lineage.node(id, kind: kind, original: catalog.original(of: id))
  }

  /// Adds what the artefact's name suggests, where no file and no catalogue says anything.
  private mutating func addHints(at index: Int) {
    guard !explained.contains(index), lineage.nodes[index].licenses.isEmpty,
      let location = index == Lineage.release ? unexplainedName : lineage.edges(from: index).first?.location
    else { return }
    for hint in hints.sources(of: lineage.nodes[index]) {
      let parent = node(hint.id, kind: hint.kind)
      guard parent != index, !lineage.isConnected(child: index, parent: parent) else { continue }
      lineage.connect(child: index, parent: parent, hint.relation, at: location, certainty: .hinted)
    }
  }

  private mutating func connect(_ child: Int, _ parent: Int, _ relation: Relation, _ location: SourceLocation) {
    guard child != parent else { return }
    // What the project says about the pair counts for more than what the catalogue does.
    guard !lineage.isConnected(child: child, parent: parent) else { return }
    lineage.connect(child: child, parent: parent, relation, at: location, certainty: .catalogued)
  }
}
