import LicenseKnowledge
import LicenseTexts
import TestSupport
import Testing

/// Holds the signatures of `licenses/signatures/` against the real texts.
@Suite(.enabled(if: Corpus.isPresent, "the corpus of licence texts is not here; PEDIGREE_CORPUS names it"))
struct HeldSignatureTests {
  private static let knowledge = Knowledge()
  private static let signatures = knowledge.signedIDs.compactMap {
    TextSignature(id: $0, words: knowledge.signature(of: $0))
  }
  /// Whole texts as they stand in a repository: neither pages nor excerpts.
  private static let texts = Corpus.texts.filter { $0.isFull && ["txt", "md"].contains($0.format) }
    .compactMap { text in text.bytes.map { (text: text, shingles: ShingleSet(of: $0)) } }

  /// Texts that only put another model's name into somebody else's words.
  private static let renamed = [
    "altdiffusion-openrail-m": "creativeml-openrail-m", "cogvideo-2022-license": "creativeml-openrail-m",
  ]

  @Test(arguments: signatures.map(\.id)) func `a signature recognises its licence's text`(id: String) throws {
    let signature = try #require(Self.signatures.first { $0.id == id })
    let own = Self.texts.filter { $0.text.id == id }
    let recognised = own.filter { signature.match($0.shingles).isCopy }
    #expect(!recognised.isEmpty, "none of \(own.map(\.text.path))")
  }

  @Test func `no other licence's text passes for a copy`() {
    var mistaken: [String] = []
    for (text, shingles) in Self.texts {
      let matches = Self.signatures.map { ($0.id, $0.match(shingles)) }.filter(\.1.isCopy)
      // A text that several signatures fit is a copy of the one that fits best.
      guard let best = matches.map(\.1).max() else { continue }
      let ids = matches.filter { !($0.1 < best) }.map(\.0)
      if !ids.contains(text.id), Self.renamed[text.id].map({ !ids.contains($0) }) ?? true {
        mistaken.append("\(text.path) (\(text.id)) passes for \(ids)")
      }
    }
    #expect(mistaken == [])
  }
}
