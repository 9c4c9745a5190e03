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
  /// `pipeline_tag`: what the model is for.
  public var task: Fact<String>?
  public var datasets: [Fact<String>] = []
  /// The datasets of `source_datasets`, which a dataset was made from.
  public var sourceDatasets: [Fact<String>] = []
  public var tags: [Fact<String>] = []
  /// Sources that tags name.
  public var tagSources: [SourceStatement] = []
  /// Sources that fields and tags tell of without naming them.
  public var unnamed: [UnnamedSource] = []
  /// Whether it describes a dataset.
  public var isDatasetCard = false
  /// A click-through contract of the publisher's.
  public var gatedPrompt: Fact<String>?
  /// Sources that the prose declares.
  public var proseSources: [SourceStatement] = []
  /// Where the front matter stands; nil where the card has none.
  public var frontMatter: SourceRange?
  /// The blocks of the body.
  public var body: Markdown

  init(file: SourceFile, body: Markdown) {
    self.file = file
    self.body = body
  }
}
