import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Provenance

/// A text of the project that may hold a licence; taken into words when something first asks.
final class ProjectText: Sendable {
  let file: SourceFile
  /// What the name of its file says; nil for the gate before a download.
  let role: DocumentRole?
  private let read: Once<ReadableText>
  private let sequence: Once<WordSequence>

  fileprivate init(_ file: SourceFile, role: DocumentRole?, read: @escaping @Sendable () -> ReadableText) {
    self.file = file
    self.role = role
    let read = Once(read)
    self.read = read
    self.sequence = Once { WordSequence(read.value) }
  }

  /// A text that belongs to no project.
  convenience init(_ text: ReadableText) { self.init(text.file, role: nil) { text } }

  var readable: ReadableText { read.value }
  var words: WordSequence { sequence.value }

  /// Where a range of the readable text stands in the file.
  func location(of range: Range<Int>) -> SourceLocation {
    SourceLocation(file, readable.text.sourceRange(of: range))
  }

  /// Where it begins.
  var start: SourceLocation {
    location(of: readable.blocks.first.map { $0.range.lowerBound..<$0.range.lowerBound } ?? 0..<0)
  }
}

/// The texts of a project, recognised and read once, and not before they are asked for.
final class ProjectTexts: Sendable {
  /// All documents, then what the gate before a download says.
  let all: [ProjectText]
  let library: Library
  private let expected: [String]
  private let reader: Once<Result<ObligationReader, LexiconError>>
  private let answers = Memo<ObjectIdentifier, Identification>()
  private let comparisons = Memo<Comparison, Identification?>()
  private let readings = Memo<ObjectIdentifier, ParsedText?>()

  /// The texts of a project. They are held against the licences in `expected` before all others: most are true copies
  /// of what is declared, and nothing fits such a text better.
  init(_ project: Project, expected: [String], library: Library) {
    self.library = library
    self.expected = expected
    self.reader = Once { Result { () throws(LexiconError) in try library.reader() } }
    var texts = project.documents.map { document in
      // A card is no licence, even where it is called as one is.
      let role = document.file === project.card?.file ? .readme : document.role
      return ProjectText(document.file, role: role) { ReadableText.read(document.file) }
    }
    if let card = project.card, card.gatedPrompt != nil, let gate = GatedLicense.readPrompt(card.file) {
      texts.append(ProjectText(card.file, role: nil) { gate })
    }
    self.all = texts
  }

  /// The document at a path below the project's folder.
  func text(at path: String) -> ProjectText? { all.first { $0.role != nil && $0.file.path == path } }

  /// What the gate before a download says.
  var gate: ProjectText? { all.first { $0.role == nil } }

  /// The texts that are licences or policies by their names or titles.
  var licenses: [ProjectText] {
    all.filter { text in
      switch text.role {
      case .license, .otherLicense, .policy, nil: true
      case .other: Self.isTitledAsLicense(text.readable)
      case .notice, .readme: false
      }
    }
  }

  private static func isTitledAsLicense(_ text: ReadableText) -> Bool {
    guard text.text.bytes.count >= fewestBytes, let title = text.blocks.first?.range, title.count <= longestTitle else {
      return false
    }
    let words = text.words(in: title).lowercased()
    return ["license", "licence", "agreement", "terms", "policy"].contains { words.contains($0) }
  }

  private static let fewestBytes = 500
  private static let longestTitle = 120

  /// Whether a licence is one of those that texts are held against first.
  func isExpected(_ match: IdentityMatch) -> Bool { match.ids.contains { expected.contains($0) } }

  /// Which licences a text holds.
  func identification(of text: ProjectText) -> Identification {
    answers.value(of: ObjectIdentifier(text)) {
      expected.lazy.compactMap { self.trueCopy(of: $0, text) }.first ?? library.texts.identifier.identify(text.words)
    }
  }

  /// The answer for a text that is one licence, all of it, and nothing else; nil for all others.
  func trueCopy(of license: String, _ text: ProjectText) -> Identification? {
    guard let answer = comparison(of: text, with: license), answer.kind == .exact else { return nil }
    return answer
  }

  /// Whether a good part of a licence's text stands in a text.
  func isKin(_ text: ProjectText, to license: String) -> Bool {
    comparison(of: text, with: license)?.isLike ?? false
  }

  /// What a text is where only one licence is asked about; nil where that licence's text is not known.
  private func comparison(of text: ProjectText, with license: String) -> Identification? {
    comparisons.value(of: Comparison(text: ObjectIdentifier(text), license: license)) {
      library.texts.identifier(of: license)?.identify(text.words)
    }
  }

  private struct Comparison: Hashable {
    let text: ObjectIdentifier
    let license: String
  }

  /// What a machine reads in a text; nil, with a diagnostic, where the lexicon is broken.
  func parsed(_ text: ProjectText) -> ParsedText? {
    readings.value(of: ObjectIdentifier(text)) {
      switch reader.value {
      case .success(let reader): reader.read(text.readable)
      case .failure: nil
      }
    }
  }

  /// What kept texts from being read.
  var diagnostics: [Diagnostic] {
    guard case .failure(let error) = reader.made else { return [] }
    return [
      Diagnostic(
        .lexiconBroken, "licence texts cannot be read, for the lexicon is broken: \(error)", at: nil,
        help: "correct the files in `lexicon/` of the folder given with --licenses")
    ]
  }
}
