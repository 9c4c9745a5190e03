import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Provenance

/// Finds copies of licence texts among a project's documents, and in the gate before a download.
struct LicenseCopies {
  private let texts: [Text]
  private let known: KnownTexts

  /// A text with the place where it starts.
  private struct Text {
    let location: SourceLocation
    let words: WordSequence
  }

  /// What was found for a licence.
  enum Copy {
    /// A copy of this very text.
    case found(SourceLocation)
    /// An altered copy, with the clauses that were changed, added to or lost.
    case altered(SourceLocation, clauses: [String])
    /// A text akin to it: another version, or with more in the same file.
    case kin(SourceLocation)
    case none
  }

  /// Words of a title or a footer that may stand beside a copy.
  private static let mostBeside = 16

  init(_ project: Project, knowledge: Knowledge) {
    self.known = KnownTexts(knowledge)
    var texts = project.documents.map { document in
      Text(
        location: SourceLocation(document.file, SourceRange(0, 0)),
        words: WordSequence(ReadableText.read(document.file)))
    }
    if let prompt = project.card?.gatedPrompt {
      texts.append(Text(location: prompt.location, words: Self.words(of: prompt.value)))
    }
    self.texts = texts
  }

  private static func words(of text: String) -> WordSequence {
    WordSequence(ReadableText.read(SourceFile(path: "", text: text)))
  }

  /// Whether the licence's text is known, so that a copy would be recognised.
  func isRecognisable(_ license: String) -> Bool { known.identifier(of: license) != nil }

  /// The copy of the licence with this id; another licence that fits a document better is none of it.
  func copy(of license: String) -> Copy {
    guard let own = known.identifier(of: license) else { return .none }
    var best = Copy.none
    // Only a text that is at least like this licence is worth being held against all others.
    for text in texts where !own.identify(text.words).matches.isEmpty {
      let answer = known.identifier.identify(text.words)
      let matches = answer.matches.filter { $0.id == license || $0.also.contains(license) }
      let isCopy = matches.contains { !$0.isAltered }
      if isCopy, answer.restCount <= Self.mostBeside { return .found(text.location) }
      guard case .none = best else { continue }
      if let match = matches.first, !isCopy {
        best = .altered(text.location, clauses: match.changes.compactMap(\.clause).unique())
      } else {
        best = .kin(text.location)
      }
    }
    return best
  }

  /// The licence whose text stands in the gate; nil where there is no gate, or no text that is held.
  static func gatedLicense(_ project: Project, knowledge: Knowledge) -> (id: String, location: SourceLocation)? {
    // A sentence of consent is no licence text.
    guard let prompt = project.card?.gatedPrompt, prompt.value.utf8.count > 500 else { return nil }
    // The use policy often stands behind the agreement, so there may be more in the gate.
    let matches = KnownTexts(knowledge).identifier.identify(words(of: prompt.value)).matches
    guard let best = matches.filter({ $0.score >= 0.9 }).max(by: { $0.range.count < $1.range.count }) else {
      return nil
    }
    return (best.id, prompt.location)
  }

  /// Whether a document holds a good part of the licence's text.
  func isKin(_ document: ProjectDocument, to license: String) -> Bool {
    guard let own = known.identifier(of: license) else { return false }
    return texts.contains { $0.location.file === document.file && !own.identify($0.words).matches.isEmpty }
  }
}
