import Compliance
import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import TestSupport
import Testing

/// Holds the signatures of `licenses/signatures/` against the real texts.
@Suite(.enabled(if: Corpus.isPresent, "the corpus of licence texts is not here; PEDIGREE_CORPUS names it"))
struct CorpusIdentityTests {
  private static let identifier = LicenseIdentifier(Knowledge().allSignatures)
  /// Texts as they stand in repositories, and records of terms; a page of a site has more on it.
  private static let texts = Corpus.texts.filter { $0.format != "html" && !$0.path.hasPrefix("hf-cards/") }

  private static func read(_ text: Corpus.Text) throws -> ReadableText {
    ReadableText.read(SourceFile(path: text.path, bytes: try #require(text.bytes)))
  }

  @Test func `every text is known as its licence and version, unaltered`() throws {
    var mistaken: [String] = []
    for text in Self.texts {
      let answer = Self.identifier.identify(try Self.read(text))
      let isKnown = answer.matches.contains { !$0.isAltered && ($0.id == text.id || $0.also.contains(text.id)) }
      if !isKnown { mistaken.append("\(text.path): \(answer.matches.map(\.id))") }
    }
    #expect(mistaken == [])
  }

  @Test func `a wording that was never seen is known as its licence and version`() throws {
    var collection = SignatureCollection(alias: "spdx-")
    for text in Self.texts where text.variant == 0 {
      collection.add(.init(id: text.id), try Self.read(text))
    }
    let identifier = LicenseIdentifier(collection.signatures)
    var mistaken: [String] = []
    for text in Self.texts where text.variant != 0 {
      let matches = identifier.identify(try Self.read(text)).matches
      if !matches.contains(where: { $0.id == text.id }) { mistaken.append("\(text.path): \(matches.map(\.id))") }
    }
    #expect(mistaken == [])
  }
}
