import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

@Suite struct HostileCardTests {
  private static let sample = """
    ---
    license: [mit, other]
    license_name: näme
    base_model: acme/base-7b
    tags: [merge]
    ---
    # Helper é
    Fine-tuned from [Base](https://huggingface.co/acme/base-7b) on GPT-4 generated 😀 data.
    - **License:** MIT

    | Model | Base model |
    |---|---|
    | Helper-7B | Llama 2 |
    The following were merged:
    - acme/one-7b, acme/two-7b
    """

  @Test func `reads every damaged copy, and all places lie inside the file`() {
    let alphabet = "[]{}()<>!|-=#*_`:,.;/\\\"' \n\r\tA7@é"
    let broken = DamagedCopies(of: Self.sample, count: 3_000, alphabet: alphabet).first { bytes in
      let file = SourceFile(path: "README.md", bytes: bytes)
      var reader = ModelCardReader(names: sampleNames, wordings: cardWordings, kindOfID: sampleKind)
      let card = reader.read(file, release: ArtefactID("acme/Helper-7B"))
      let found = (card?.proseSources.map(\.location) ?? []) + (card?.licenses.map(\.location) ?? [])
      let places = found + (card?.proseLicenses.map(\.location) ?? []) + reader.diagnostics.compactMap(\.location)
      // Nothing is left out silently: what is no card says why.
      return (card == nil && reader.diagnostics.isEmpty) || places.contains { $0.range.upperBound > bytes.count }
    }
    #expect(broken.map { String(decoding: $0, as: UTF8.self) } == nil)
  }

  @Test func `reads every damaged manifest`() {
    let manifest = """
      pedigree: 1
      model: { name: acme/x, license: mit }
      release: { how: [weights], date: 2025-03-01, monthly-active-users: 4 }
      sources:
        - { model: a/b, relation: distilled, from: 2024-01-01, sources: [{ dataset: c, relation: merge }] }
      attest: [{ obligation: a/b, statement: x, by: y, date: 2025-01-01 }]
      interpret: { a: yes }
      """
    let broken = DamagedCopies(of: manifest, count: 2_000, alphabet: "[]{}:,-&*?!|>'\"#~ \n\t01").first { bytes in
      var reader = ManifestReader()
      let read = reader.read(SourceFile(path: "pedigree.yaml", bytes: bytes))
      return read == nil && reader.diagnostics.isEmpty
    }
    #expect(broken.map { String(decoding: $0, as: UTF8.self) } == nil)
  }

  @Test(arguments: [
    "[", "<", "![", "|", "`", "\n", "a ", "a/", "a-", "a-1/", "acme/m-1 ", "llama 2 ", "llama-", "gpt-4-", "based on ",
    "based on acme/m-1 ", "distilled from GPT-4, ", "acme/m-1 based on ", "x. ", "e.g. ", "a: ", "License: MIT\n\n",
    "[a](https://huggingface.co/a/b-1) ", "https://huggingface.co/a/b-1 ", "- acme/m-1\n", "- acme/m-1 ",
    "# Base models\n\nacme/m-1\n\n", "merged from ", "not ", "a-b-1 ", "é", "1.", "a@", "Model-7B ",
  ])
  func `takes four times as long at most for four times as much`(_ piece: String) {
    expectLinear { size in "Helper-7B, fine-tuned: " + String(repeating: piece, count: size / piece.utf8.count) }
  }

  @Test(arguments: ["a | ", "acme/m-1 | ", "acme/m-1 ", "llama 2 | "])
  func `reads a table row of any length`(_ piece: String) {
    expectLinear { size in
      "| Model | Base |\n|---|---|\n| Helper-7B | " + String(repeating: piece, count: size / piece.utf8.count)
    }
    expectLinear { size in
      let row = String(repeating: piece, count: size / piece.utf8.count / 2)
      return "| \(row) | Base model |\n|---|---|\n| \(row) |\n"
    }
  }

  @Test func `reads many blocks below a heading of any length`() {
    expectLinear { size in
      "# " + String(repeating: "long ", count: size / 10) + "\n"
        + String(repeating: "\nacme/m-1\n", count: size / 20)
    }
  }

  private func expectLinear(_ text: (Int) -> String) {
    let growth = Growth(from: 1 << 13) { size in
      var reader = ModelCardReader(names: sampleNames, wordings: cardWordings, kindOfID: sampleKind)
      _ = reader.read(SourceFile(path: "README.md", text: text(size)), release: ArtefactID("acme/Helper-7B"))
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
