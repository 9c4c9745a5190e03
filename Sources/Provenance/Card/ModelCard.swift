import Diagnostics
import MarkupText
import Obligations

/// What a model or dataset card says, in its front matter and in its prose.
public struct ModelCard: Sendable {
  /// The file.
  public let file: SourceFile
  /// Licences of the front matter, one or several.
  public var licenses: [LicenseClaim] = []
  /// Licence that the prose declares for the release itself ("License: MIT").
  public var proseLicenses: [LicenseClaim] = []
  /// `base_model` and its older spellings.
  public var baseModels: [Fact<String>] = []
  /// `base_model_relation`, or what tags and the library say about it.
  public var relation: Fact<Relation>?
  public var datasets: [Fact<String>] = []
  public var tags: [Fact<String>] = []
  /// Whether the front matter has keys that only dataset cards have.
  public var isDatasetCard = false
  /// A click-through contract of the publisher's.
  public var gatedPrompt: Fact<String>?
  /// Sources that the prose declares.
  public var proseSources: [ProseSource] = []
  /// Where the front matter stands; nil where the card has none.
  public var frontMatter: SourceRange?
  /// The blocks of the body.
  public var body: Markdown

  init(file: SourceFile, body: Markdown) {
    self.file = file
    self.body = body
  }
}

/// A source that a sentence, a table or a list of a card names.
public struct ProseSource: Sendable {
  public let id: ArtefactID
  public let kind: ArtefactKind
  public let relation: Relation
  /// The artefact that was made from it; nil for the release itself.
  public let child: ProseChild?
  public let certainty: Certainty
  public let location: SourceLocation
}

/// Somebody else than the release as the child of a sentence.
public enum ProseChild: Sendable, Hashable {
  /// An artefact with a name of its own.
  case artefact(ArtefactID, ArtefactKind)
  /// The model that the release was converted or quantized from, whose card is quoted.
  case original
}
