import Diagnostics
import MarkupText
import Obligations

/// Reads what a card's prose declares about where the release came from.
///
/// A source counts where a sentence, a label, a table or a list says how it was used; a name alone
/// does not, and sections and sentences that compare, evaluate or instruct are left out.
struct ProseReader {
  private let release: ReleaseName
  /// What the release is.
  private let kind: ArtefactKind
  private let file: SourceFile
  private let finder: MentionFinder

  init(file: SourceFile, release: ReleaseName, kind: ArtefactKind, finder: MentionFinder) {
    self.release = release
    self.kind = kind
    self.file = file
    self.finder = finder
  }

  /// Most sources that a card's prose may name.
  static let mostSources = 1_000

  /// What a body tells.
  struct Findings {
    var sources: [SourceStatement] = []
    /// Sources that sentences tell of without naming them.
    var unnamed: [UnnamedSource] = []
    /// The first data that the release is said to be trained on without a name.
    var plainData: UnnamedSource?
  }

  /// What the body tells, in the order of the text; `base` is the model that was converted, whose card may be quoted.
  func findings(in text: CardText, base: ArtefactID? = nil) -> Findings {
    var findings = Findings()
    var base = base
    var leadIn: Label?
    // One more than the limit shows that there are more.
    for (block, passage) in text.passages where findings.sources.count <= Self.mostSources {
      var subject: StatementChild?
      switch text.wordings.section(of: block, release: release) {
      case .plain: break
      case .void:
        leadIn = nil
        continue
      case .original:
        base = base ?? findings.sources.first { $0.child == nil && $0.relation.carriesWeights }?.id
        guard let base else { continue }
        subject = .artefact(base, .model)
      }
      let reader = BlockReader(
        block: block, passage: passage, release: release, kind: subject == nil ? kind : .model, finder: finder,
        wordings: text.wordings, isCommon: text.isCommon,
        maker: SourceMaker(
          file: file, release: release, kind: kind, kindOfID: finder.kindOfID, subject: subject))
      findings.sources += reader.sources(leadIn: leadIn)
      for source in reader.unnamed()
      where !findings.unnamed.contains(where: { $0.relation == source.relation && $0.child == source.child }) {
        findings.unnamed.append(source)
      }
      if findings.plainData == nil { findings.plainData = reader.plainData() }
      leadIn = reader.nextLeadIn(after: leadIn)
    }
    return findings
  }
}
