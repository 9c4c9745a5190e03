import Diagnostics
import Provenance
import TestSupport
import Testing

@Suite struct GatedLicenseTests {
  private static let clauses = (1...40).map {
    "  \($0). You shall do thing number \($0), and \"nothing\" else,\n  in line with this sample.\n\n"
  }.joined()

  @Test(arguments: ["|", ">-", "|+ # note"])
  func `reads the licence in a card's prompt at its place in the card`(_ style: String) throws {
    let card = "---\nlicense: other\nextra_gated_prompt: \(style)\n\(Self.clauses)\n---\n# Card\n"
    let file = SourceFile(path: "README.md", text: card)
    let text = try #require(GatedLicense.read(file))
    #expect(text.blocks.count == 40)
    for block in text.blocks {
      let place = text.text.sourceRange(of: block.range)
      let words = file.text(in: place).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words == text.words(in: block.range))
    }
  }

  @Test(arguments: [
    ("README.md", "---\nextra_gated_prompt: Please agree.\n---\n"), ("README.md", "# extra_gated_prompt"),
    ("a.txt", "extra_gated_prompt: x"), ("README.md", "---\nlicense: mit\n---\n"),
  ])
  func `reads none where the card has none`(_ path: String, _ text: String) {
    #expect(GatedLicense.read(SourceFile(path: path, text: text)) == nil)
  }

  @Test(.enabled(if: Corpus.isPresent))
  func `reads the licence of a real card`() throws {
    let path = "hf-cards/hf-card-meta-llama-3-8b.md"
    let bytes = try #require(Repository.bytes(of: "\(Corpus.licenses)/\(path)"))
    let text = try #require(GatedLicense.read(SourceFile(path: path, bytes: bytes)))
    let headings = text.blocks.filter { if case .heading = $0.kind { true } else { false } }
    #expect(headings.count >= 2)
    #expect(text.blocks.count > 30)
  }
}
