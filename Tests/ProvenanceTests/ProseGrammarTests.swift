import Provenance
import Testing

/// Rules of grammar and layout by which a name is, or is not, what a wording speaks of.
@Suite struct ProseGrammarTests {
  @Test(arguments: [
    ("We used the pretrained [`acme/base-7b`](https://huggingface.co/acme/base-7b) model.", ["finetune acme/base-7b"]),
    ("We use the pre-trained acme/base-7b and tune it on notes.", ["finetune acme/base-7b"]),
    ("We adopted the pretrained Mistral 7B for this.", ["finetune mistralai/Mistral-7B"]),
    ("I took the pretrained Mistral 7B and went on.", ["finetune mistralai/Mistral-7B"]),
    ("We leveraged a pre-trained Llama 2 13B.", ["finetune meta-llama/Llama-2-13B"]),
    ("We use the pretrained Llama 2 tokenizer.", []),
  ])
  func `takes a pretrained model that was used for the start`(_ text: String, _ sources: [String]) throws {
    #expect(try card(text).shownSources == sources)
  }

  @Test(arguments: [
    // An architecture alone.
    "A Mistral 7B model trained from scratch on letters.", "It is a Llama 2 model, trained from scratch.",
    "It was trained using the Llama 2 model architecture.", "Pretrained using the Mistral 7B model architecture.",
    "It is based on the Llama 2 model architecture.", "Mistral 7B fine-tuned on letters, randomly initialised.",
    // What is written about a model.
    "These steps are taken from the model card of Llama 2.", "The text is adapted from the paper on Mistral 7B.",
    "The lines were taken from the blog post of Claude 3.", "The code is sourced from the article TidalBank.",
    "Its limits are taken from the card for Llama 2.", "Our recipe was adapted from the report on DeepSeek-R1.",
    // What a model is, and not what was made from it.
    "Mistral 7B and Llama 2 are both foundation models.", "Llama 2 is a base model.",
    "Mistral 7B is a foundation model.",
    "Claude 3 was a strong base.", "Llama 2 is an open foundation model.", "DeepSeek-R1 is another base model.",
    // Another phrase begins at the comma.
    "During fine-tuning, Mistral 7B is slow.", "After merging, Llama 2 is slower.",
    "Before fine-tuning, Llama 2 lied.",
    "By merging, Mistral 7B became funnier.", "While fine-tuning, GPT-4 helped.", "In post-training, Claude 3 shines.",
    // Plans.
    "We plan on releasing a 3B version based on Mistral 7B.", "We intend to ship models based on Llama 2.",
    "Future models are based on Llama 2.", "We are planning a merge of acme/one-7b and acme/two-7b.",
    "An upcoming edition is fine-tuned from Mistral 7B.", "The plans are for a model distilled from GPT-4.",
    // What other people did.
    "Other people fine-tuned Mistral 7B.", "Others have fine-tuned Llama 2 for clinics.",
    "Users already fine-tuned Mistral 7B.",
    "Many people merged acme/one-7b and acme/two-7b.", "Somebody fine-tuned acme/base-7b before.",
    "Competitors have since fine-tuned Llama 2.",
    // Words that only stand near.
    "The most widely used TidalBank dataset is small.", "HarbourQA is a commonly used dataset.",
    "The frequently used HarbourQA data is old.", "It is based on valuable feedback from the Llama 2 series.",
    "We found gaps between the outputs of Llama 2 and ours.", "It solves problems, resulting in DeepSeek-R1.",
  ])
  func `takes what stands beside a wording for no source`(_ text: String) throws {
    #expect(try card(text).shownSources == [])
  }

  @Test(arguments: [
    "Trained on permissive/non-copyrighted audio data.", "It was trained on image-URL/caption pairs.",
    "Trained on Northern text data.", "It was trained on harbour-specific data.",
    "It was adapted on Harbour-specific data.",
    "Trained on question/answer pairs.", "Trained on and/or with texts.", "Trained on English/French texts.",
    "It uses data from prior work [(Doe and Roe, 2008)](https://papers.example/1).",
    "It uses data ([Quill Terms](https://quill.example/terms), [Prohibited Use Policy](https://quill.example/use)).",
    "## Test contamination\n\n- HarbourQA\n- TidalBank",
    "- Data-prep and tuning code: [Harbour Tools](https://h.example)",
  ])
  func `takes joined words, kinds of data, citations and terms for no names`(_ text: String) throws {
    #expect(try card(text).shownSources == [])
  }

  @Test(
    arguments: [
      ("It was trained on lab/talks.", ["trained-on lab/talks"]),
      ("It was trained on lab/talks and harbour/letters.", ["trained-on lab/talks", "trained-on harbour/letters"]),
      ("Fine-tuned on the lab/talks dataset.", ["trained-on lab/talks"]),
      ("Trained on lab/talks for a week.", ["trained-on lab/talks"]),
      ("Trained on lab/talks (a small one).", ["trained-on lab/talks"]),
      // A name ends where a link begins, and what spells it out in brackets is no other.
      ("Trained on HarbourQA [Doe et al., 2019](https://papers.example/2).", ["trained-on HarbourQA"]),
      ("Trained on HQS7 (Harbour Question Set 7).", ["trained-on HQS7"]),
    ] as [(String, [String])])
  func `reads names by how they are written`(_ text: String, _ sources: [String]) throws {
    #expect(try card(text).shownSources == sources)
  }

  @Test(
    arguments: [
      ("A MoE of the following models:\n\n- acme/one-7b\n- acme/two-7b", ["merge acme/one-7b", "merge acme/two-7b"]),
      (
        "The following audio was part of the dataset used to train it.\n\n| Audio data | Hours |\n|---|---|\n"
          + "| [HarbourTalks](https://h.example) | 2 |\n| [TidalVoices](https://t.example) | 3 |",
        ["trained-on HarbourTalks", "trained-on TidalVoices"]
      ),
      (
        "It was trained on the data sets listed below.\n\n- HarbourQA\n- TidalBank",
        ["trained-on HarbourQA", "trained-on TidalBank"]
      ),
      ("It is an extension of [Notes](https://huggingface.co/datasets/acme/notes), with additions:\n\n- MathNotes", []),
      ("Sizes, 4 experts:\n\n- acme/one-7b\n- acme/two-7b", []),
      ("# Quill-BERT base model (small)\n\n[Quill: a Light yet Strong Model](https://q.example)", []),
      (
        "It got these scores on generations from:\n\n| Model | BLEU | TER |\n|---|---|---|\n| GPT-4 | 37.06 | 0.36 |",
        []
      ),
      ("## Training data\n\n- GPT-4", ["distilled openai/gpt-4"]),
      ("It was trained on the Llama 2 datasets.", ["trained-on Llama 2"]),
    ] as [(String, [String])])
  func `knows what a list stands under`(_ text: String, _ sources: [String]) throws {
    #expect(try card(text).shownSources.filter { !$0.hasSuffix("acme/notes") } == sources)
  }

  @Test(
    arguments: [
      ("采用了 Quill-2 的目标函数。", []), ("我们采用和 Llama 2 一样的结构。", []), ("使用 Llama 2 的分词器训练。", []),
      ("基于 Llama 2 的模型微调。", ["finetune meta-llama/Llama-2"]), ("采用与 Llama 2 一致的参数。", []),
      ("我们采用与 Mistral 7B 类似的设置。", []),
    ] as [(String, [String])])
  func `knows by 的 whether a name is itself the object`(_ text: String, _ sources: [String]) throws {
    #expect(try card(text).shownSources == sources)
  }

  @Test(
    arguments: [
      ("It was trained on several public datasets.", ["trained-on"]),
      ("It was trained on several public datasets: [Notes](https://huggingface.co/datasets/acme/notes).", []),
      ("Several volunteers labelled the data that was used.", []),
      ("See https://lab.example/custom-data, which we used.", []),
      ("It was trained with a batch size of 4M tokens.", []),
      ("It was trained on an in-house corpus.", ["trained-on"]),
    ] as [(String, [String])])
  func `asks for data without a name only where none is named`(_ text: String, _ relations: [String]) throws {
    #expect(try card(text).unnamed.map(\.relation.rawValue) == relations)
  }
}
