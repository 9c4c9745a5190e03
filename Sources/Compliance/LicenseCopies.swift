import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Provenance

/// Finds copies of licence texts among a project's documents.
struct LicenseCopies {
  private let documents: [ProjectDocument]
  private let shingles: [ShingleSet]
  private let knowledge: Knowledge

  /// What was found for a licence.
  enum Copy {
    /// A copy of this very text.
    case found(SourceLocation)
    /// A text akin to it: altered, another version, or with more in the same file.
    case kin(SourceLocation)
    case none
  }

  init(_ documents: [ProjectDocument], knowledge: Knowledge) {
    self.documents = documents
    self.knowledge = knowledge
    self.shingles = documents.map { document in
      if case .html(let html) = document.content {
        return ShingleSet(of: Array(html.pieces.map(\.text).joined(separator: "\n").utf8))
      }
      return ShingleSet(of: document.file.bytes)
    }
  }

  /// The copy of the licence with this id; another licence that fits a document better is none of it.
  func copy(of license: String) -> Copy {
    guard let signature = signature(license) else { return .none }
    var kin: SourceLocation?
    for (document, shingles) in zip(documents, shingles) {
      let match = signature.match(shingles)
      guard match.isKin else { continue }
      let location = SourceLocation(document.file, SourceRange(0, 0))
      if match.isCopy, !hasRival(of: match, id: license, in: shingles) { return .found(location) }
      kin = kin ?? location
    }
    return kin.map { .kin($0) } ?? .none
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
