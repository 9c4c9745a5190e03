import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Provenance

/// Finds copies of licence texts among a project's documents, and in the gate before a download.
struct LicenseCopies {
  /// Texts with the places where they start.
  private let texts: [(location: SourceLocation, shingles: ShingleSet)]
  private let knowledge: Knowledge

  /// What was found for a licence.
  enum Copy {
    /// A copy of this very text.
    case found(SourceLocation)
    /// A text akin to it: altered, another version, or with more in the same file.
    case kin(SourceLocation)
    case none
  }

  init(_ project: Project, knowledge: Knowledge) {
    self.knowledge = knowledge
    var texts = project.documents.map { document in
      (SourceLocation(document.file, SourceRange(0, 0)), ShingleSet(of: Self.bytes(of: document)))
    }
    if let prompt = project.card?.gatedPrompt {
      texts.append((prompt.location, ShingleSet(of: Array(prompt.value.utf8))))
    }
    self.texts = texts
  }

  private static func bytes(of document: ProjectDocument) -> [UInt8] {
    guard case .html(let html) = document.content else { return document.file.bytes }
    return Array(html.pieces.map(\.text).joined(separator: "\n").utf8)
  }

  /// Whether the licence's text is known, so that a copy would be recognised.
  func isRecognisable(_ license: String) -> Bool { signature(license) != nil }

  /// The copy of the licence with this id; another licence that fits a document better is none of it.
  func copy(of license: String) -> Copy {
    guard let signature = signature(license) else { return .none }
    var kin: SourceLocation?
    for (location, shingles) in texts {
      let match = signature.match(shingles)
      guard match.isKin else { continue }
      if match.isCopy, !hasRival(of: match, id: license, in: shingles) { return .found(location) }
      kin = kin ?? location
    }
    return kin.map { .kin($0) } ?? .none
  }

  /// The licence whose text stands in the gate; nil where there is no gate, or no text that is held.
  static func gatedLicense(_ project: Project, knowledge: Knowledge) -> (id: String, location: SourceLocation)? {
    // A sentence of consent is no licence text.
    guard let prompt = project.card?.gatedPrompt, prompt.value.utf8.count > 500 else { return nil }
    let text = ShingleSet(of: Array(prompt.value.utf8))
    let best = knowledge.signedIDs.compactMap { id -> (id: String, match: TextMatch)? in
      let words = knowledge.signature(of: id)
      return TextSignature(id: id, words: words).map { (id, $0.match(text)) }
    }.max { $0.match < $1.match }
    // The use policy often stands behind the agreement, so there may be more in the gate.
    guard let best, best.match.containment >= 0.9 else { return nil }
    return (best.id, prompt.location)
  }

  /// Whether a document holds a good part of the licence's text.
  func isKin(_ document: ProjectDocument, to license: String) -> Bool {
    guard let signature = signature(license) else { return false }
    return texts.contains { $0.location.file === document.file && signature.match($0.shingles).isKin }
  }

  private func hasRival(of match: TextMatch, id: String, in text: ShingleSet) -> Bool {
    knowledge.signedIDs.contains { other in
      other != id && signature(other).map { match < $0.match(text) } ?? false
    }
  }

  private func signature(_ id: String) -> TextSignature? {
    let words = knowledge.signature(of: id)
    return words.isEmpty ? nil : TextSignature(id: id, words: words)
  }
}
