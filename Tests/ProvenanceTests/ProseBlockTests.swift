import Provenance
import Testing

@Suite struct ProseBlockTests {
  @Test(
    arguments: [
      ("**Base model:** acme/base-7b", ["finetune acme/base-7b"]),
      ("- **Finetuned from model :** acme/base-7b", ["finetune acme/base-7b"]),
      ("- Teacher: GPT-4", ["distilled openai/gpt-4"]),
      ("| Key | Value |\n|---|---|\n| Base model | acme/base-7b |\n| Maker | acme/team-1 |", ["finetune acme/base-7b"]),
      ("| Model | Score |\n|---|---|\n| GPT-4 | 9 |\n| acme/base-7b | 8 |", []),
      (
        "The following models were merged:\n\n- acme/one-7b\n- [Two](https://huggingface.co/acme/two-7b)\n",
        ["merge acme/one-7b", "merge acme/two-7b"]
      ),
      ("## Merged models\n\n- acme/one-7b\n- acme/two-7b\n", ["merge acme/one-7b", "merge acme/two-7b"]),
      ("## Training data\n\n- [Notes](https://huggingface.co/datasets/acme/notes)\n", ["trained-on acme/notes"]),
      ("## Evaluation\n\n- GPT-4: 9\n- acme/one-7b: 8\n", []),
      ("## Citation\n\n- acme/one-7b\n", []),
      ("```\nFine-tuned from acme/base-7b.\n```", []),
      ("<!-- Fine-tuned from acme/base-7b. -->", []),
      ("# Fine-tuned from acme/base-7b", []),
      // A badge may say where the release came from.
      ("![Fine-tuned from acme/base-7b](badge.svg)", ["finetune acme/base-7b"]),
    ] as [(String, [String])])
  func `reads labels, tables and lists`(_ text: String, _ sources: [String]) throws {
    #expect(try card(text).shownSources == sources)
  }

  @Test(arguments: [
    ("acme/Helper-7B", ["finetune acme/base-7b", "finetune acme/base-13b < Helper-13B"]),
    ("acme/Helper-13B", ["finetune acme/base-7b < Helper-7B", "finetune acme/base-13b"]),
    ("acme/Other-7B", ["finetune acme/base-7b < Helper-7B", "finetune acme/base-13b < Helper-13B"]),
  ])
  func `tells in a table of models the row about the release from those about its siblings`(
    _ release: String, _ sources: [String]
  ) throws {
    let table = """
      | Model | Base model | Size |
      |---|---|---|
      | Helper-7B | acme/base-7b | 7 |
      | Helper-13B | [base](https://huggingface.co/acme/base-13b) | 13 |
      """
    #expect(try card(table, of: release).shownSources == sources)
  }

  @Test(arguments: ["Original model card", "Original README", "Original Model Card: Base 7B"])
  func `knows that a quoted card speaks about the original`(_ heading: String) throws {
    let text = "---\nbase_model: acme/base-7b\n---\n\nGGUF files.\n\n# \(heading)\n\nIt was fine-tuned from Llama 2.\n"
    #expect(try card(text, of: "acme/base-7b-GGUF").shownSources == ["finetune meta-llama/Llama-2 < acme/base-7b"])
  }

  @Test(
    arguments: [
      ("License: MIT", "MIT"), ("**License:** Apache 2.0", "Apache 2.0"),
      ("- **Licence:** CC BY-NC 4.0", "CC BY-NC 4.0"),
      ("| Key | Value |\n|---|---|\n| License | MIT |", "MIT"),
      ("The code and the model weights are licensed under the MIT License.", "MIT License"),
      ("The model is released under Apache 2.0, see LICENSE.", "Apache 2.0"),
      ("The use of these models is subject to the Harbour License.", "Harbour License"),
      (
        "| Model | Size | License |\n|---|---|---|\n| Helper-13B | 13B | MIT |\n| Helper-7B | 7B | Apache 2.0 |",
        "Apache 2.0"
      ),
      ("| Model | License |\n|---|---|\n| Helper-13B | MIT |\n| Other-7B | MIT |", nil),
      ("A model. The dataset is licensed under CC BY 4.0.", nil),
      ("Our code is released under Apache 2.0, while our models are under CC BY-NC 4.0.", "CC BY-NC 4.0"),
      ("The models are available under the terms of the non-commercial CC BY-NC 4.0.", "CC BY-NC 4.0"),
      ("The language model Gull is licensed under MIT.", nil), ("All Heron models are released under MIT.", nil),
      ("## License\n\nCC BY-NC-SA 4.0", "CC BY-NC-SA 4.0"), ("## Data license\n\nMIT", nil),
      ("## License\n\nMIT applies to the code, and the rest is under review by counsel.", nil),
      ("![](https://img.shields.io/badge/Model%20License-CC%20BY--NC%204.0-red.svg)", "CC BY-NC 4.0"),
      ("[![x](https://img.shields.io/badge/License-Apache_2.0-green)](LICENSE)", "Apache 2.0"),
      ("[![x](https://img.shields.io/badge/Code%20License-MIT-green)](LICENSE)", nil),
      // What is said behind an "and" is said of the same subject.
      ("This model is based on Llama 2 and is subject to the Harbour License.", "Harbour License"),
      ("Legal: this model is based on Llama 2, and is governed by the Harbour License.", "Harbour License"),
      ("The model was tuned from Mistral 7B and is licensed under MIT.", "MIT"),
      ("Llama 2 was used for this model and is subject to the Harbour License.", nil),
      ("The base model is fast and is subject to the Harbour License.", nil),
      ("The tokenizer was taken from Mistral 7B and is subject to the Harbour License.", nil),
      ("The model is not licensed under the MIT License.", nil),
      (
        "License: see below for the many and various conditions under which anybody may or may not do anything at all with this model",
        nil
      ),
      ("## Original model\n\nLicense: MIT", nil), ("```\nLicense: MIT\n```", nil), ("Licensed software is fun.", nil),
    ] as [(String, String?)])
  func `reads the licence that prose gives to the release`(_ text: String, _ license: String?) throws {
    let claims = try card(text).proseLicenses
    #expect(claims.first?.name == license)
    #expect(claims.allSatisfy { $0.basis.isProject })
  }
}

extension LicenseClaim.Basis {
  fileprivate var isProject: Bool { if case .project = self { true } else { false } }
}
