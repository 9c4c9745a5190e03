import Diagnostics
import Obligations

/// Whom a document of a project speaks about.
enum DocumentScope {
  /// The release.
  case release
  /// Perhaps the release: one of several recipes, an example, a program.
  case perhapsRelease
  /// Another artefact.
  case other(ArtefactID, ArtefactKind)
}

/// Decides for the documents of a project whether they speak about its release.
///
/// A repository holds recipes of models that are not the release, examples, tests, and the bills of materials of what
/// it was built with. What they name must not be taken for the release's own sources, nor left out.
struct DocumentScopes {
  private let release: Lineage.Node
  /// The artefacts that manifest and card name.
  private let named: [Lineage.Node]
  /// The artefacts that manifest and card declare to be in the release's weights.
  private let declaredBases: Set<ArtefactID>
  /// What each recipe that may be the release's begins with.
  private let recipeBases: Set<Set<ArtefactID>>
  private let recipes: Int
  /// Everything that the recipes begin with.
  private let allBases: Set<ArtefactID>
  /// Repositories of other artefacts that lie in the project.
  private let downloads: HubFolders

  /// Looks at all documents of a project, of which manifest and card made `lineage`.
  init(
    _ documents: [ProvenanceDocument], in lineage: Lineage, declaredBases: Set<ArtefactID>, downloads: HubFolders
  ) {
    self.release = lineage.nodes[Lineage.release]
    self.named = Array(lineage.nodes.dropFirst())
    // What lies beside the declaration is the release's own.
    let beside = documents.filter { $0.type.isBesideWeights && !$0.file.path.contains("/") }
    self.declaredBases = declaredBases.union(beside.flatMap { Self.bases(of: $0) })
    self.downloads = downloads
    let recipes = documents.filter {
      Self.isOneOfMany($0) && $0.type.family != .program && !Self.isAside($0.file.path)
        && downloads.owner(of: $0.file.path) == nil
    }
    self.recipes = recipes.count
    self.recipeBases = Set(recipes.map { Self.bases(of: $0) }.filter { !$0.isEmpty })
    self.allBases = recipeBases.reduce(self.declaredBases) { $0.union($1) }
  }

  func scope(of document: ProvenanceDocument) -> DocumentScope {
    if document.type.family == .download { return .release }
    if let owner = downloads.owner(of: document.file.path) { return .other(owner.id, owner.kind) }
    if let subject = document.subject.map({ ArtefactID($0.value) }) {
      if isRelease(subject, document.subjectKind) { return .release }
      if document.type.isRecipe, !release.id.text.isEmpty, let other = other(subject, of: document) { return other }
    }
    if !document.type.isRecipe, document.type.family != .weights, let another = otherSubject(of: document) {
      return .other(another, document.subjectKind)
    }
    if Self.isAside(document.file.path) || document.type.family == .program { return .perhapsRelease }
    guard Self.isOneOfMany(document) else { return .release }
    let bases = Self.bases(of: document)
    if declaredBases.isEmpty { return recipeBases.count <= 1 ? .release : .perhapsRelease }
    return bases.isEmpty || !bases.isDisjoint(with: declaredBases) ? .release : .perhapsRelease
  }

  private func isRelease(_ subject: ArtefactID, _ kind: ArtefactKind) -> Bool {
    kind == release.kind && !release.id.text.isEmpty && subject.isCalled(like: release.id)
  }

  /// The artefact that a description is about, if it is about another one than the release.
  private func otherSubject(of document: ProvenanceDocument) -> ArtefactID? {
    let kind = document.subjectKind
    guard let subject = document.subject.map({ ArtefactID($0.value) }) else {
      // What describes a dataset without a name does not describe a model.
      return kind == release.kind ? nil : ArtefactID(document.file.path)
    }
    guard document.type.family == .card else { return release.id.text.isEmpty && kind == release.kind ? nil : subject }
    // The card of a folder knows its artefact by a title or by the folder, and mostly one of the sources by that name.
    let same = named.filter { $0.kind == kind && $0.id.words == subject.words }
    return same.count == 1 ? same[0].id : subject
  }

  /// The scope of a recipe that plainly speaks of something else than the release; nil where that is not plain.
  private func other(_ subject: ArtefactID, of document: ProvenanceDocument) -> DocumentScope? {
    guard subject.namespace == nil else {
      return document.isSubjectSure ? .other(subject, document.subjectKind) : nil
    }
    // A name without an owner: a step on the way to the release, or one of several models that a repository trains.
    // What is called after the recipe's own base is a run.
    let known = allBases.subtracting(Self.bases(of: document))
    if let step = known.filter({ $0.isCalled(like: subject) }).min() { return .other(step, document.subjectKind) }
    return document.isSubjectSure && recipes > 1 ? .perhapsRelease : nil
  }

  private static func bases(of document: ProvenanceDocument) -> Set<ArtefactID> {
    Set(document.sources.filter { $0.relation.carriesWeights && $0.child == nil }.map(\.id))
  }

  /// Whether a project may hold many of its kind: recipes, and what lies beside weights in folders of their own.
  private static func isOneOfMany(_ document: ProvenanceDocument) -> Bool {
    document.type.isRecipe || (document.type.isBesideWeights && document.file.path.contains("/"))
  }

  /// Whether a path leads through a folder of things that show or try something.
  private static func isAside(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { asides.contains($0.lowercased()) }
  }

  private static let asides: Set<String> = [
    "test", "tests", "testing", "testdata", "fixtures", "example", "examples", "sample", "samples", "demo", "demos",
    "docs", "doc", "third_party", "third-party", "vendor", "external", "benchmark", "benchmarks", "eval", "evaluation",
    "notebooks",
  ]
}
