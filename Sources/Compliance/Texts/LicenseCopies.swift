import Diagnostics
import LicenseKnowledge
import LicenseTexts
import Provenance

/// Finds copies of licence texts among a project's documents, and in the gate before a download.
struct LicenseCopies {
  let texts: ProjectTexts

  /// What was found for a licence.
  enum Copy {
    /// A copy of this very text.
    case found(SourceLocation)
    /// An altered copy.
    case altered(AlteredText)
    /// A text akin to it: another version, or with more in the same file.
    case kin(SourceLocation)
    case none
  }

  /// Whether the licence's text is known, so that a copy would be recognised.
  func isRecognisable(_ license: String) -> Bool { texts.library.texts.identifier(of: license) != nil }

  /// The copy of the licence with this id; another licence that fits a document better is none of it.
  func copy(of license: String) -> Copy {
    var best = Copy.none
    // Only a text that is at least like this licence is worth being held against all others.
    for text in texts.all where texts.isKin(text, to: license) {
      if texts.trueCopy(of: license, text) != nil { return .found(text.start) }
      let answer = texts.identification(of: text)
      let isCopy = answer.matches.contains { $0.ids.contains(license) && !$0.isAltered }
      let altered = texts.alterations(in: text, declared: [license]).filter { $0.isVersion(of: license) }
      if isCopy, altered.isEmpty { return .found(text.start) }
      guard case .none = best else { continue }
      if let first = altered.first {
        best = .altered(first)
      } else {
        best = .kin(text.start)
      }
    }
    return best
  }

  /// Whether a document holds a good part of the licence's text.
  func isKin(_ document: ProjectDocument, to license: String) -> Bool {
    texts.text(at: document.file.path).map { texts.isKin($0, to: license) } ?? false
  }
}
