import Diagnostics
import MarkupText
import Obligations
import YAMLSource

/// Reads a model or dataset card.
public struct ModelCardReader {
  /// What was wrong, in file order.
  public private(set) var diagnostics: [Diagnostic] = []
  private let finder: MentionFinder

  /// A reader that recognises the artefacts of `names` in prose by `wordings`; `kindOfID` tells what an id is known to be.
  public init(names: KnownNames, wordings: CardWordings, kindOfID: @escaping (String) -> ArtefactKind?) {
    self.init(finder: MentionFinder(names: names, kindOfID: kindOfID, wordings: wordings))
  }

  init(finder: MentionFinder) {
    self.finder = finder
  }

  /// Reads the card of the artefact called `release`; nil where the file is no card at all.
  public mutating func read(_ file: SourceFile, release: ArtefactID) -> ModelCard? {
    guard isText(file) else { return nil }
    let frontMatter = FrontMatter(in: file)
    var card = ModelCard(file: file, body: Markdown(reading: file, from: frontMatter?.bodyStart ?? 0))
    let text = CardText(card.body, wordings: finder.wordings)
    if let frontMatter {
      diagnostics += frontMatter.diagnostics
      card.frontMatter = frontMatter.yaml
      var metadata = CardMetadataReader(finder: finder)
      metadata.read(frontMatter.yaml, of: file, text, into: &card)
      diagnostics += metadata.diagnostics
    } else {
      card.isDatasetCard = text.describesDataset
      if let nearMiss = FrontMatter.nearMiss(in: file) { diagnostics.append(nearMiss) }
    }
    let name = release.text.isEmpty ? ReleaseName(id: title(of: card), isTitle: true) : ReleaseName(id: release)
    let kind = finder.kindOfID(release.text) ?? (card.isDatasetCard ? .dataset : .model)
    let prose = ProseReader(file: file, release: name, kind: kind, finder: finder)
    let told = prose.findings(in: text, base: card.baseModels.first.map { ArtefactID($0.value) })
    card.proseSources = told.sources
    card.unnamed += told.unnamed
    card.proseSources += EmbeddedConfigReader(file: file, release: release).sources(in: card.body)
    if let data = told.plainData, !card.namesTrainingData { card.unnamed.append(data) }
    warnAboutLimits(card)
    card.proseLicenses =
      ProseLicenseReader(file: file, kind: kind, release: name).claims(in: text)
      + LicenseBadges(file: file, kind: kind, wordings: text.wordings, isDeclared: !card.licenses.isEmpty).claims()
    return card
  }

  /// What the card's first heading calls the release, for cards whose repository nobody names.
  private func title(of card: ModelCard) -> ArtefactID {
    let heading = card.body.blocks.first { $0.kind == .heading(level: 1) }
    return ArtefactID(heading.map { $0.text.bytes.count <= Self.longestTitle ? $0.text.string : "" } ?? "")
  }

  private static let longestTitle = 80

  /// Says what the limits on prose left unread.
  private mutating func warnAboutLimits(_ card: ModelCard) {
    for block in card.body.blocks
    where block.kind != .code && block.text.bytes.count > CardText.longestBlock {
      warn(
        .cardLongParagraph,
        "a paragraph of \(block.text.bytes.count) bytes is not searched for sources; the limit is \(CardText.longestBlock)",
        at: SourceLocation(card.file, block.text.sourceRange(of: 0..<1)),
        help: "break it up, or declare the sources in pedigree.yaml")
    }
    if card.proseSources.count > ProseReader.mostSources, let last = card.proseSources.last {
      warn(
        .cardManySources, "the prose names more than \(ProseReader.mostSources) sources; the rest is not read",
        at: last.location, help: "declare the sources in pedigree.yaml")
    }
  }

  private mutating func isText(_ file: SourceFile) -> Bool {
    let start = SourceLocation(file, SourceRange(0, 0))
    if file.bytes.isEmpty {
      fail(.cardEmpty, "the card is empty", at: start, help: "describe the model, or give the right file")
      return false
    }
    if let content = UnreadableContent(file.bytes) {
      diagnostics.append(content.cardError(at: start))
      return false
    }
    if let damaged = file.bytes[...].firstInvalidUTF8 {
      fail(
        .encodingInvalidUTF8, "byte 0x\(String(file.bytes[damaged], radix: 16)) is not valid UTF-8",
        at: SourceLocation(file, SourceRange(damaged, damaged + 1)), help: "save the file as UTF-8")
    }
    return true
  }

  private mutating func fail(_ id: DiagnosticID, _ summary: String, at location: SourceLocation, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .error, summary, at: location, help: help))
  }

  private mutating func warn(_ id: DiagnosticID, _ summary: String, at location: SourceLocation, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .warning, summary, at: location, help: help))
  }
}
