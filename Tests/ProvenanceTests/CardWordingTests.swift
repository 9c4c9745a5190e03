import LicenseKnowledge
import LicenseTexts
import Obligations
import Testing

@testable import Provenance

/// The rules for `licenses/lexicon/provenance.yaml` that compiling it does not enforce.
@Suite struct CardWordingTests {
  private static let concepts = Knowledge().cardConcepts()

  @Test func `every concept is asked for by the reader of cards, or stands within another`() {
    let braced = Self.concepts.flatMap(\.phrases).flatMap { phrase in
      phrase.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
    }
    let used = Set(braced + CardConcept.allCases.map(\.name) + CardWordList.allCases.map(\.name))
    #expect(Self.concepts.map(\.name).filter { !used.contains($0) } == [])
  }

  @Test(arguments: ["(one|two*)", "one .. two", "{data-noun}", "[one] two"])
  func `a list holds words and choices between words`(_ phrase: String) {
    #expect(throws: LexiconError.self) { try WordingConcept(name: "variant", phrases: [phrase]).list() }
    #expect(throws: Never.self) { try WordingConcept(name: "variant", phrases: ["one", "(two|three)"]).list() }
  }

  @Test func `no concept stands in two files`() {
    #expect(Set(Self.concepts.map(\.name)).count == Self.concepts.count)
  }

  @Test func `no phrase is written twice in a concept`() {
    for concept in Self.concepts {
      #expect(Set(concept.phrases).count == concept.phrases.count, "\(concept.name)")
    }
  }

  @Test(
    arguments: [
      (
        "We used the pretrained Llama 2 as the base and trained it on ShareGPT.",
        ["finetune meta-llama/Llama-2", "trained-on sharegpt/sharegpt"]
      ),
      ("A Llama 2 model trained on notes.", ["finetune meta-llama/Llama-2"]),
      ("Mistral 7B fine-tuned on notes.", ["finetune mistralai/Mistral-7B"]),
      ("The weights were taken from Mistral 7B.", ["initialised mistralai/Mistral-7B"]),
      ("It was created by further training Mistral 7B.", ["finetune mistralai/Mistral-7B"]),
      ("It was trained on CC-Harbour and ShareGPT.", ["trained-on CC-Harbour", "trained-on sharegpt/sharegpt"]),
      (
        "The models used in the merge are acme/one-7b and acme/two-7b.", ["merge acme/one-7b", "merge acme/two-7b"]
      ),
      (
        "Our training data is a combination of:\n\n- HarbourQA\n- TidalBank",
        ["trained-on HarbourQA", "trained-on TidalBank"]
      ),
      ("It is an extension of Mistral 7B.", ["finetune mistralai/Mistral-7B"]),
      ("We use the pretrained Mistral 7B (66 %) as a base.", ["finetune mistralai/Mistral-7B"]),
      ("We use GPT-4 as a teacher.", ["distilled openai/gpt-4"]),
      (
        "Datasets used were HarbourQA, TidalBank and ShareGPT.",
        ["trained-on HarbourQA", "trained-on TidalBank", "trained-on sharegpt/sharegpt"]
      ),
      (
        "It contains the following ingredients:\n\n- acme/one-7b\n- acme/two-7b",
        ["merge acme/one-7b", "merge acme/two-7b"]
      ),
      ("Quill (https://huggingface.co/acme/quill-7b) was used as the base model.", ["finetune acme/quill-7b"]),
      ("[![Training data](x.svg)](https://huggingface.co/datasets/acme/notes)", ["trained-on acme/notes"]),
      ("# Evaluation\n\n## Helper-7B\n\nIt was trained on ShareGPT.", ["trained-on sharegpt/sharegpt"]),
      (
        "# Helper: a small model with fast inference for everyone\n\nIt was trained on ShareGPT.",
        ["trained-on sharegpt/sharegpt"]
      ),
      ("# Evaluation\n\nTrained on ShareGPT and fine-tuned from Llama 2.", []),
      ("It is trained on notes and evaluated on the HarbourQA dataset.", []),
      ("Trained on Freshness. Its freshness matters.", []),
      (
        "It uses acme/one-7b as the base, acme/two-7b, acme/three-7b and acme/four-7b.",
        ["finetune acme/one-7b", "finetune acme/two-7b", "finetune acme/three-7b", "finetune acme/four-7b"]
      ),
      ("- **Training data:** CC-BY-4.0, Q4_K_M, F16", []),
    ] as [(String, [String])])
  func `reads plain sentences and structure, and no more`(_ text: String, _ sources: [String]) throws {
    #expect(try card(text).shownSources == sources)
  }

  @Test(
    arguments: [
      ("It was trained on an in-house corpus.", ["trained-on"]),
      ("It was fine-tuned on synthetic data.", ["distilled"]),
      ("It was not trained on synthetic data.", []),
      ("Internal data is our concern.", []),
      ("It was trained on over 40,000 long conversations.", ["trained-on"]),
      ("It was trained on over 40,000 conversations.\n\nIt was trained on ShareGPT.", []),
      ("It may be trained on more conversations.", []),
      ("It was distilled from a larger model.", ["distilled"]),
    ] as [(String, [String])])
  func `tells of sources without a name`(_ text: String, _ relations: [String]) throws {
    #expect(try card(text).unnamed.map(\.relation.rawValue) == relations)
  }
}
