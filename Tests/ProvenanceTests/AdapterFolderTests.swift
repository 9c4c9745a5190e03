import Obligations
import Provenance
import Testing

/// A project may hold adapters of several models in folders of their own.
@Suite struct AdapterFolderTests {
  private static func adapter(_ base: String) -> String {
    #"{ "peft_type": "LORA", "base_model_name_or_path": "\#(base)" }"#
  }

  private func certainties(_ files: [String: String]) throws -> [String] {
    try ScratchProject(files).read(name: "acme/helper-7b").lineage.edges.map { "\($0.certainty)" }
  }

  @Test func `checkpoints of one base speak about the release`() throws {
    let files = ["checkpoint-1/adapter_config.json": "a/base-7b", "checkpoint-2/adapter_config.json": "a/base-7b"]
    #expect(try certainties(files.mapValues(Self.adapter)) == ["declared"])
  }

  @Test func `of adapters with different bases nobody knows which is the release's`() throws {
    let files = ["one/adapter_config.json": "a/base-7b", "two/adapter_config.json": "b/other-7b"]
    #expect(try certainties(files.mapValues(Self.adapter)) == ["mentioned", "mentioned"])
  }

  @Test func `the adapter beside the card is the release's, whatever lies in folders`() throws {
    let files = ["adapter_config.json": "a/base-7b", "two/adapter_config.json": "b/other-7b"]
    #expect(try certainties(files.mapValues(Self.adapter)) == ["declared", "mentioned"])
  }
}
