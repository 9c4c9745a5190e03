import Diagnostics
import Testing

@testable import Provenance

@Suite struct ModelConfigReaderTests {
  @Test(arguments: [
    ("config.json", #"{"_name_or_path": "acme/base-7b", "model_type": "llama"}"#, ["finetune acme/base-7b stated 1"]),
    (
      "config.json", #"{"_name_or_path": "a/b-1", "model_type": "x", "quantization_config": {"bits": 4}}"#,
      ["quantized a/b-1 stated 1"]
    ),
    ("unet/config.json", #"{"_class_name": "UNet", "_name_or_path": "a/paint-1"}"#, ["finetune a/paint-1 stated 1"]),
    ("model_index.json", #"{"_class_name": "Pipe", "_name_or_path": "a/paint-1"}"#, ["finetune a/paint-1 stated 1"]),
    (
      "config.json",
      "{\"model_type\": \"eyes\",\n \"text_config\": {\"_name_or_path\": \"a/words-1\"},\n \"vision_config\": {\"encoder\": {\"_name_or_path\": \"a/sight-1\"}}}",
      ["initialised a/words-1 stated 2", "initialised a/sight-1 stated 3"]
    ),
    ("config.json", #"{"_name_or_path": "./out/checkpoint", "model_type": "x"}"#, []),
    (
      "config.json", #"{"_name_or_path": "/mnt/Harbour-7B-v2/", "model_type": "x"}"#,
      ["finetune Harbour-7B-v2 hinted 1"]
    ),
    (
      "config.json",
      #"{"_name_or_path": "/root/.cache/huggingface/hub/models--acme--base-7b/snapshots/0123", "model_type": "x"}"#,
      ["finetune acme/base-7b stated 1"]
    ),
    ("config.json", #"{"_name_or_path": "", "model_type": "x"}"#, []),
  ])
  func `takes what a model was loaded from for its source`(_ name: String, _ text: String, _ shown: [String]) throws {
    let project = try ScratchProject(["README.md": "# X", name: text]).read(name: "acme/x")
    #expect(project.provenance.map(\.shown) == [shown])
  }

  @Test(arguments: [
    ("config.json", #"{"_name_or_path": "acme/x", "model_type": "x"}"#),
    ("package.json", #"{"_name_or_path": "a/b", "name": "x"}"#), ("config.json", #"{"_name_or_path": "a/b"}"#),
  ])
  func `draws no step from its own name, nor from what is no model's configuration`(_ name: String, _ text: String)
    throws
  {
    #expect(try ScratchProject(["README.md": "# X", name: text]).read(name: "acme/x").lineage.edges.isEmpty)
  }
}
