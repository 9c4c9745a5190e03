import Obligations
import Provenance
import TestSupport
import Testing

/// Whether a recipe speaks for the release.
@Suite struct RecipeScopeTests {
  private static func recipe(_ base: String, _ data: String, _ rest: String = "") -> String {
    "base_model: \(base)\ndatasets:\n  - path: \(data)\nmicro_batch_size: 1\n\(rest)"
  }

  private static let declaration = "---\nbase_model: acme/base-7b\n---\n"

  /// The edges of a project as `child < relation parent`, those that are only mentioned left out.
  private static func edges(_ files: [String: String], of release: String = "acme/helper-7b-v2") throws -> [String] {
    let lineage = try ScratchProject(files).read(name: release).lineage
    return lineage.edges.filter { $0.certainty > .mentioned }.map { edge in
      let mark = edge.certainty < .stated ? " ?" : ""
      return
        "\(lineage.nodes[edge.child].id.text) < \(edge.relation.rawValue) \(lineage.nodes[edge.parent].id.text)\(mark)"
    }
  }

  @Test(arguments: [
    "", "hub_model_id: acme/helper-7b-v2\n", "hub_model_id: somebody/Helper-7B-v2\n",
    "output_dir: ./out/helper-v2-7b\n",
    "output_dir: ./out/run-17\n", "output_dir: ./out/other-13b-v1\n", "output_dir: out/base-7b\n",
    "hub_model_id: <your-id>\n",
  ])
  func `a recipe from the declared base speaks for the release, wherever its runs are written`(rest: String) throws {
    let edges = try Self.edges(["README.md": Self.declaration, "a.yml": Self.recipe("acme/base-7b", "acme/chat", rest)])
    #expect(
      edges == ["acme/helper-7b-v2 < finetune acme/base-7b", "acme/helper-7b-v2 < trained-on acme/chat"])
  }

  @Test func `a recipe that is pushed elsewhere speaks of what it makes`() throws {
    let edges = try Self.edges([
      "README.md": Self.declaration, "a.yml": Self.recipe("acme/base-7b", "acme/chat", "hub_model_id: acme/other-7b\n"),
    ])
    #expect(
      edges == [
        "acme/helper-7b-v2 < finetune acme/base-7b", "acme/other-7b < finetune acme/base-7b",
        "acme/other-7b < trained-on acme/chat",
      ])
  }

  @Test func `what earlier stages used is their models' own`() throws {
    let edges = try Self.edges([
      "sft.yml": Self.recipe("acme/base-7b", "acme/chat", "hub_model_id: helper-sft-7b\n"),
      "dpo.yml": Self.recipe("acme/helper-sft-7b", "acme/pairs", "hub_model_id: helper-7b-v2\n"),
    ])
    #expect(
      Set(edges) == [
        "acme/helper-7b-v2 < finetune acme/helper-sft-7b", "acme/helper-7b-v2 < trained-on acme/pairs",
        "acme/helper-sft-7b < finetune acme/base-7b", "acme/helper-sft-7b < trained-on acme/chat",
      ])
  }

  @Test func `of several recipes, those of other models are only mentioned`() throws {
    let edges = try Self.edges([
      "README.md": Self.declaration, "a.yml": Self.recipe("acme/base-7b", "acme/a", "hub_model_id: helper-7b-v2\n"),
      "b.yml": Self.recipe("acme/base-7b", "acme/b", "hub_model_id: writer-7b-v2\n"),
      "examples/c.yml": Self.recipe("acme/base-7b", "acme/c"), "d.yml": Self.recipe("acme/else-7b", "acme/d"),
    ])
    #expect(edges == ["acme/helper-7b-v2 < finetune acme/base-7b", "acme/helper-7b-v2 < trained-on acme/a"])
  }

  @Test func `a merge of several models is one recipe`() throws {
    let merge = "merge_method: ties\nmodels:\n  - model: a/one-7b\n  - model: a/two-7b\n"
    #expect(
      try Self.edges(["merge.yml": merge]) == [
        "acme/helper-7b-v2 < merge a/one-7b", "acme/helper-7b-v2 < merge a/two-7b",
      ])
    #expect(try Self.edges(["a.yml": merge, "b.yml": merge.replacing("two", with: "three")]) == [])
  }

  private static let synthesis =
    "strategy_params: { input_data: [{ path: 'hf:acme/seeds' }] }\ninference_config: { model: { model_name: gpt-4o } }\n"

  @Test func `data that lies beside a model perhaps trained it, and is what it is beside a dataset`() throws {
    #expect(
      try Self.edges(["synth.yaml": Self.synthesis]) == [
        "acme/helper-7b-v2 < distilled gpt-4o ?", "acme/helper-7b-v2 < trained-on acme/seeds ?",
      ])
    #expect(
      try Self.edges(["synth.yaml": Self.synthesis], of: "acme/data") == [
        "acme/data < generated-by gpt-4o", "acme/data < derived-from acme/seeds",
      ])
  }

  @Test func `a dataset's pipeline leads from the model through the dataset to its generator`() throws {
    let pipeline = """
      distilabel: { version: 1.0.0 }
      pipeline:
        steps:
          - step:
              llm: { model: gpt-4o, type_info: { module: distilabel.models.llms.openai, name: OpenAILLM } }
              type_info: { name: TextGeneration }
          - step: { repo_id: acme/chat, type_info: { name: PushToHub } }

      """
    let edges = try Self.edges([
      "README.md": Self.declaration, "train.yml": Self.recipe("acme/base-7b", "acme/chat"), "pipeline.yaml": pipeline,
    ])
    #expect(
      edges == [
        "acme/helper-7b-v2 < finetune acme/base-7b", "acme/chat < generated-by gpt-4o",
        "acme/helper-7b-v2 < trained-on acme/chat",
      ])
  }

  @Test(arguments: [
    (
      "base_model: acme/base-7b\nadapter: lora\ndatasets:\n  - path: acme/chat\n",
      ["adapter acme/base-7b", "trained-on acme/chat"]
    ),
    (
      "model_name_or_path: acme/base-7b\ndataset_name: acme/chat\nlearning_rate: 1e-5\n",
      ["finetune acme/base-7b", "trained-on acme/chat"]
    ),
    ("model_name_or_path: acme/base-7b\nstage: sft\nfinetuning_type: lora\ndo_train: true\n", ["adapter acme/base-7b"]),
    ("models:\n  - model: a/one-7b+a/lora\nmerge_method: linear\n", ["merge a/one-7b", "merge a/lora"]),
    ("base_model: acme/base-7b\nlicense: mit\n", []),
  ])
  func `cards quote recipes`(recipe: String, expected: [String]) throws {
    let details = "<details><summary>See axolotl config</summary>\n\n```yaml\n\(recipe)```\n\n</details>\n"
    #expect(try card("# Model\n\n\(details)").shownSources == expected)
  }

  @Test func `notes above a quoted recipe do no harm`() throws {
    let block = "```\nfirst pass (LoRA) x 0.4\n\nmerge_method: linear\nmodels:\n  - model: a/one-7b\n```\n"
    #expect(try card(block).shownSources == ["merge a/one-7b"])
  }

  @Test func `a conversion's card quotes the recipe of its original`() throws {
    let recipe = Self.recipe("acme/base-7b", "acme/chat", "hub_model_id: acme/other-7b\n")
    #expect(
      try card("```yaml\n\(recipe)```\n", of: "mirror/helper-7b-GGUF").shownSources == [
        "finetune acme/base-7b < acme/other-7b", "trained-on acme/chat < acme/other-7b",
      ])
  }
}
