import Diagnostics
import Obligations

/// The graph of what a release was made from: artefacts, and how each came from its parents.
public struct Lineage: Sendable {
  /// An artefact: a model, a dataset, a service, code.
  public struct Node: Sendable {
    public let id: ArtefactID
    public let kind: ArtefactKind
    /// Other names under which files speak of it, in the order in which they were read.
    public internal(set) var aliases: [ArtefactID] = []
    /// Revisions that files pin.
    public internal(set) var revisions: [Fact<String>] = []
    /// Licences that the project's files or the catalogue name for it; empty where nobody does.
    public var licenses: [LicenseClaim] = []
    /// Licences that the catalogue knows its maker to use, where the project's files name some as well.
    public internal(set) var catalogued: [LicenseClaim] = []
    /// Whether whoever makes the release declares to hold the rights in it; nil where nobody says.
    public internal(set) var isOwn: Fact<Bool>?
  }

  /// How a child came from a parent.
  public struct Edge: Sendable {
    /// Index of the child among the nodes.
    public let child: Int
    /// Index of the parent among the nodes.
    public let parent: Int
    public let relation: Relation
    /// Where it was read.
    public let location: SourceLocation
    public let certainty: Certainty
    /// How outputs were obtained, for edges that carry outputs.
    public let acquisition: Acquisition
    /// What in the file says so; nil for the manifest, the catalogue and conclusions.
    public let basis: StatementBasis?
  }

  /// A source of an artefact that nobody names.
  public struct Unnamed: Sendable {
    /// Index of the artefact that was made from it.
    public let child: Int
    public let source: UnnamedSource
  }

  /// The nodes; the first one is the release.
  public private(set) var nodes: [Node]
  /// The edges in the order in which they were read.
  public private(set) var edges: [Edge] = []
  /// Sources that files say there are, without naming them.
  public private(set) var unnamed: [Unnamed] = []
  private var indexByID: [ArtefactID: Int]
  /// Indices of the edges into each artefact, and of those that leave it.
  private var edgesByChild: [[Int]] = [[]]
  private var edgesByParent: [[Int]] = [[]]
  /// Indices of the edges between two artefacts.
  private var edgesByPair: [Pair: [Int]] = [:]

  private struct Pair: Hashable {
    let child: Int
    let parent: Int
  }

  /// Index of the release among the nodes.
  public static let release = 0

  /// A graph that holds only the release.
  public init(release: ArtefactID, kind: ArtefactKind) {
    self.nodes = [Node(id: release, kind: kind)]
    self.indexByID = [release: 0]
  }

  /// The index of the artefact, which is added if it is new.
  ///
  /// `original` is the name under which its maker published it, where `id` is that of a re-upload. The release is
  /// never taken for its own source, whoever re-uploaded it.
  public mutating func node(_ id: ArtefactID, kind: ArtefactKind, original: ArtefactID? = nil) -> Int {
    if let index = indexByID[id] {
      nodes[index].add(alias: id)
      return index
    }
    if let original, let index = indexByID[original], index != Self.release {
      indexByID[id] = index
      nodes[index].add(alias: id)
      return index
    }
    nodes.append(Node(id: id, kind: kind))
    edgesByChild.append([])
    edgesByParent.append([])
    indexByID[id] = nodes.count - 1
    if let original, indexByID[original] == nil { indexByID[original] = nodes.count - 1 }
    return nodes.count - 1
  }

  /// Notes that an artefact has a source that nobody names.
  public mutating func note(_ source: UnnamedSource, for child: Int) {
    unnamed.append(Unnamed(child: child, source: source))
  }

  /// Notes a revision that a file pins.
  public mutating func pin(_ revision: Fact<String>, for node: Int) {
    if !nodes[node].revisions.contains(where: { $0.value == revision.value }) {
      nodes[node].revisions.append(revision)
    }
  }

  /// The index of the artefact, if the graph holds it.
  public func index(of id: ArtefactID) -> Int? { indexByID[id] }

  /// Adds an edge; the same relation between the same two artefacts is kept once, at its surest.
  public mutating func connect(
    child: Int, parent: Int, _ relation: Relation, at location: SourceLocation, certainty: Certainty,
    acquisition: Acquisition = Acquisition(), basis: StatementBasis? = nil
  ) {
    let edge = Edge(
      child: child, parent: parent, relation: relation, location: location, certainty: certainty,
      acquisition: acquisition, basis: basis)
    let pair = Pair(child: child, parent: parent)
    let same = edgesByPair[pair, default: []].first { index in
      let known = edges[index]
      // What a card repeats without saying how it was obtained is the source that was declared; what one
      // file says twice in different words are two things.
      let isRepeated =
        known.relation.carriesWeights && relation.carriesWeights
        && (known.certainty != certainty || known.location.path != location.path)
      return (known.relation == relation || isRepeated)
        && (known.acquisition == acquisition || acquisition == Acquisition())
    }
    guard let same else {
      edgesByPair[pair, default: []].append(edges.count)
      edgesByChild[child].append(edges.count)
      edgesByParent[parent].append(edges.count)
      edges.append(edge)
      return
    }
    if edges[same].certainty < certainty { edges[same] = edge }
  }

  /// Says how a child came from a parent, where a card only named the parent.
  mutating func refine(child: Int, parent: Int, to relation: Relation) {
    for index in edgesByPair[Pair(child: child, parent: parent)] ?? [] where edges[index].relation == .finetune {
      let edge = edges[index]
      edges[index] = Edge(
        child: child, parent: parent, relation: relation, location: edge.location, certainty: edge.certainty,
        acquisition: edge.acquisition, basis: edge.basis)
    }
  }

  /// Says under which licence an artefact stands.
  public mutating func claim(_ license: LicenseClaim, for node: Int) {
    if !nodes[node].licenses.contains(where: { $0.name == license.name && $0.window == license.window }) {
      nodes[node].licenses.append(license)
    }
  }

  /// Notes under which licences the catalogue knows an artefact that files put under some.
  public mutating func note(catalogued claims: [LicenseClaim], for node: Int) {
    nodes[node].catalogued = claims
  }

  /// Notes whether whoever makes the release holds the rights in an artefact.
  mutating func note(own: Fact<Bool>, for node: Int) {
    if nodes[node].isOwn == nil { nodes[node].isOwn = own }
  }

  /// The graph with who accepted the terms for outputs of artefacts, by their ids, where no file says it.
  public func accepted(by acceptors: [String: Acquisition.Acceptor]) -> Lineage {
    guard !acceptors.isEmpty else { return self }
    var lineage = self
    for index in edges.indices where edges[index].relation.carriesOutputs {
      let edge = edges[index]
      guard edge.acquisition.acceptedBy == nil, let acceptor = acceptors[nodes[edge.parent].id.text] else { continue }
      var acquisition = edge.acquisition
      acquisition.acceptedBy = acceptor
      lineage.edges[index] = Edge(
        child: edge.child, parent: edge.parent, relation: edge.relation, location: edge.location,
        certainty: edge.certainty, acquisition: acquisition, basis: edge.basis)
    }
    return lineage
  }

  /// The part of the graph from which the release can be reached: what it was made from.
  public func ancestry() -> Lineage {
    var ancestry = Lineage(release: nodes[Self.release].id, kind: nodes[Self.release].kind)
    ancestry.nodes[0] = nodes[0]
    var index = [Self.release: Self.release]
    var open = [Self.release]
    while let child = open.popLast() {
      for edge in edges(into: child) where index[edge.parent] == nil {
        index[edge.parent] = ancestry.node(nodes[edge.parent].id, kind: nodes[edge.parent].kind)
        open.append(edge.parent)
      }
    }
    for (old, new) in index { ancestry.nodes[new] = nodes[old] }
    for (id, old) in indexByID { ancestry.indexByID[id] = index[old] }
    ancestry.unnamed = unnamed.compactMap { unnamed in
      index[unnamed.child].map { Unnamed(child: $0, source: unnamed.source) }
    }
    for edge in edges {
      guard let child = index[edge.child], let parent = index[edge.parent] else { continue }
      ancestry.connect(
        child: child, parent: parent, edge.relation, at: edge.location, certainty: edge.certainty,
        acquisition: edge.acquisition, basis: edge.basis)
    }
    return ancestry
  }

  /// What an artefact was made from: the edges into it, in the order in which they were read.
  public func edges(into child: Int) -> some BidirectionalCollection<Edge> {
    edgesByChild[child].lazy.map { edges[$0] }
  }

  /// The indices of the edges into an artefact, in the order in which they were read.
  public func indices(into child: Int) -> [Int] { edgesByChild[child] }

  /// What was made from an artefact: the edges that leave it, in the order in which they were read.
  public func edges(from parent: Int) -> some BidirectionalCollection<Edge> {
    edgesByParent[parent].lazy.map { edges[$0] }
  }

  /// Whether any edge runs between two artefacts.
  public func isConnected(child: Int, parent: Int) -> Bool {
    edgesByPair[Pair(child: child, parent: parent)] != nil
  }
}

extension Lineage.Node {
  fileprivate mutating func add(alias: ArtefactID) {
    if alias.text != id.text, !aliases.contains(where: { $0.text == alias.text }) { aliases.append(alias) }
  }
}

/// How sure an edge is.
public enum Certainty: Int, Sendable, Comparable {
  /// Named by a file that may speak about something else, an example or one of many recipes: nothing follows from it
  /// until somebody declares it.
  case mentioned
  /// A hint: a name, a tag, wording that can mean something else.
  case hinted
  /// Known from the catalogue.
  case catalogued
  /// Said in the prose of the project's files.
  case stated
  /// Declared in a field made for it.
  case declared

  public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}

/// A licence under which an artefact is said to stand.
public struct LicenseClaim: Sendable {
  /// The licence's name as written.
  public let name: String
  /// An address of its text, if one is given.
  public let link: String?
  /// Path of the project's own file that holds its text, if one is declared.
  public let file: String?
  /// The days on which it governs.
  public let window: DateWindow
  public let location: SourceLocation
  /// Who says so.
  public let basis: Basis
  /// Why it counts where the licensor is known to use another one; nil where nobody says.
  public let grounds: LicenseGrounds?

  public enum Basis: Sendable {
    /// The project's own files.
    case project
    case catalog
    /// Concluded from the release's own licence, which only this source can have brought in.
    case implied
  }

  public init(
    name: String, link: String? = nil, file: String? = nil, window: DateWindow = DateWindow(), location: SourceLocation,
    basis: Basis, grounds: LicenseGrounds? = nil
  ) {
    self.name = name
    self.link = link
    self.file = file
    self.window = window
    self.location = location
    self.basis = basis
    self.grounds = grounds
  }
}

/// How the outputs of a model were obtained.
public struct Acquisition: Sendable, Hashable {
  /// The service's id.
  public var service: String?
  /// The terms' id or series.
  public var terms: String?
  /// The days of generation.
  public var days = DateWindow()
  /// Who accepted the terms; nil where nobody says.
  public var acceptedBy: Acceptor?
  /// How many samples; no number is too small to count.
  public var samples: Int?
  /// Where that is declared.
  public var location: SourceLocation?

  public enum Acceptor: String, Sendable, CaseIterable {
    case us, upstream
  }

  public init() {}
}
