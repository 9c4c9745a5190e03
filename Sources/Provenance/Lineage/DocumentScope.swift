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
  private let release: ArtefactID
  /// The artefacts that manifest and card declare to be in the release's weights.
  private let declaredBases: Set<ArtefactID>
  /// What each recipe that may be the release's begins with.
  private let recipeBases: Set<Set<ArtefactID>>
  private let recipes: Int
  /// Everything that the recipes begin with.
  private let allBases: Set<ArtefactID>

  init(_ documents: [ProvenanceDocument], release: ArtefactID, declaredBases: Set<ArtefactID>) {
    self.release = release
    self.declaredBases = declaredBases
    let recipes = documents.filter { $0.type.isRecipe && $0.type != .python && !Self.isAside($0.file.path) }
    self.recipes = recipes.count
    self.recipeBases = Set(recipes.map { Self.bases(of: $0) }.filter { !$0.isEmpty })
    self.allBases = recipeBases.reduce(declaredBases) { $0.union($1) }
  }

  func scope(of document: ProvenanceDocument) -> DocumentScope {
    if let subject = document.subject.map({ ArtefactID($0.value) }), !release.text.isEmpty {
      if subject.isCalled(like: release) { return .release }
      if let other = other(subject, of: document) { return other }
    }
    if Self.isAside(document.file.path) || document.type == .python { return .perhapsRelease }
    guard document.type.isRecipe else { return .release }
    let bases = Self.bases(of: document)
    if declaredBases.isEmpty { return recipeBases.count <= 1 ? .release : .perhapsRelease }
    return bases.isEmpty || !bases.isDisjoint(with: declaredBases) ? .release : .perhapsRelease
  }

  /// The scope of a document that plainly speaks of something else than the release; nil where that is not plain.
  private func other(_ subject: ArtefactID, of document: ProvenanceDocument) -> DocumentScope? {
    guard document.type.isRecipe, subject.namespace == nil else {
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

extension DocumentType {
  /// Whether it is one of perhaps many recipes, rather than a description of one artefact.
  var isRecipe: Bool {
    switch self {
    case .axolotl, .mergekit, .llamaFactory, .torchtune, .trl, .nemo, .verl, .oumi, .distillKit, .distilabel,
      .dataDreamer, .python:
      true
    default: false
    }
  }
}
