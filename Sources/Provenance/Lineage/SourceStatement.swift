import Diagnostics
import Obligations

/// What a file says about one source: that something was made from it, and how.
public struct SourceStatement: Sendable {
  public var id: ArtefactID
  public var kind: ArtefactKind
  public var relation: Relation
  /// The artefact that was made from it; nil for what the file is about, the release itself in its card.
  public var child: StatementChild?
  public var certainty: Certainty
  public var location: SourceLocation
  /// What in the file says so.
  public var basis: StatementBasis
  /// The revision that the file pins, a commit or a branch.
  public var revision: String?

  public init(
    id: ArtefactID, kind: ArtefactKind, relation: Relation, child: StatementChild? = nil, certainty: Certainty,
    location: SourceLocation, basis: StatementBasis, revision: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.relation = relation
    self.child = child
    self.certainty = certainty
    self.location = location
    self.basis = basis
    self.revision = revision
  }
}

/// Something else than what the file is about, as the child of a statement.
public enum StatementChild: Sendable, Hashable {
  /// An artefact with a name of its own.
  case artefact(ArtefactID, ArtefactKind)
}

/// What in a file makes a statement, so that a reader can judge how sure it is.
public enum StatementBasis: Sendable, Hashable {
  /// A key that is made for it; `base_model`, `teacher.model_name`.
  case key(String)
  /// Words of a sentence: `distilled from`.
  case words(String)
  /// A label, a heading or a column of a table.
  case label(String)
  /// A tag of a card.
  case tag(String)
  /// A call in a program: `from_pretrained`.
  case call(String)
  /// A folder that a download left.
  case folder

  /// Whether it is something that somebody wrote for people.
  var isProse: Bool {
    switch self {
    case .words, .label: true
    case .key, .tag, .call, .folder: false
    }
  }

  /// For messages: `the key “base_model”` in the style of the reports.
  public var description: String {
    switch self {
    case .key(let key): "the key `\(key)`"
    case .words(let words): "the words `\(words)`"
    case .label(let label): "the label `\(label)`"
    case .tag(let tag): "the tag `\(tag)`"
    case .call(let name): "a call of `\(name)`"
    case .folder: "a downloaded folder"
    }
  }
}

/// A source that a file says there is, without its name: a tag `gkd` tells of a teacher.
public struct UnnamedSource: Sendable {
  /// `distilled`: a teacher; `generated-by`: a generator; `preference-by`: a judge.
  public let relation: Relation
  /// The artefact that was made from it; nil for what the file is about.
  public let child: StatementChild?
  public let basis: StatementBasis
  public let location: SourceLocation

  public init(
    _ relation: Relation, of child: StatementChild? = nil, basis: StatementBasis, at location: SourceLocation
  ) {
    self.relation = relation
    self.child = child
    self.basis = basis
    self.location = location
  }
}
