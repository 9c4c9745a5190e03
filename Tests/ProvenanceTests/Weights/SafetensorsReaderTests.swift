import Diagnostics
import TestSupport
import Testing

@testable import Provenance

@Suite struct SafetensorsReaderTests {
  private func header(_ metadata: [(String, String)]) -> String {
    let pairs = metadata.map { key, text in
      "\"\(key)\":\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
    return
      "{\"__metadata__\":{\(pairs.joined(separator: ","))},\"w\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}"
  }

  @Test(
    arguments: [
      ([("format", "pt")], []),
      ([("base_model", "acme/base-7b")], ["finetune acme/base-7b stated 1"]),
      (
        [("ss_sd_model_name", "sd_xl_base_1.0.safetensors"), ("ss_network_module", "networks.lora")],
        ["adapter sd_xl_base_1.0 hinted 1"]
      ),
      (
        [("ss_sd_model_name", "acme/paint-2"), ("ss_base_model_version", "sd_v1")], ["finetune acme/paint-2 stated 1"]
      ),
      (
        [
          ("ss_sd_model_name", "model.safetensors"), ("ss_base_model_version", "sdxl_base_v1-0"),
          ("ss_network_dim", "8"),
        ],
        ["adapter sdxl_base_v1-0 hinted 1"]
      ),
      ([("ss_sd_model_name", #"C:\models\paint-2.ckpt"#)], ["finetune paint-2 hinted 1"]),
      (
        [("ss_dataset_dirs", #"{"10_harbour talks": {"n_repeats": 10, "img_count": 20}}"#)],
        ["trained-on harbour talks hinted 1"]
      ),
      ([("ss_dataset_dirs", "not json")], []),
      ([("modelspec.merged_from", "acme/a-1, b-2.safetensors")], ["merge acme/a-1 stated 1", "merge b-2 hinted 1"]),
      (
        [("sd_merge_models", #"{"ab12": {"name": "one-1.safetensors"}, "cd34": {"name": "two-2.ckpt"}}"#)],
        ["merge one-1 hinted 1", "merge two-2 hinted 1"]
      ),
      (
        [
          (
            "prompt",
            #"{"4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "paint-2.safetensors"}}, "5": {"class_type": "KSampler", "inputs": {"seed": 1, "model": ["4", 0]}}}"#
          )
        ], ["finetune paint-2 hinted 1"]
      ),
    ] as [([(String, String)], [String])])
  func `reads what tools write into the metadata`(_ metadata: [(String, String)], _ shown: [String]) throws {
    let document = try #require(try reading(safetensors(header(metadata)), as: "x.safetensors").document)
    #expect(document.shown == shown)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func `shows the header as it is, with the places of the texts in it`() throws {
    let text = header([("modelspec.license", "CreativeML Open RAIL++-M"), ("modelspec.title", "Paint")])
    let document = try #require(try reading(safetensors(text), as: "x.safetensors").document)
    #expect(document.file.bytes == Array(text.utf8))
    #expect(document.subject?.value == "Paint")
    #expect(document.licenses.map(\.claim.name) == ["CreativeML Open RAIL++-M"])
    #expect(document.licenses.first?.claim.location.text == "\"CreativeML Open RAIL++-M\"")
  }

  @Test func `a file that is cut off anywhere in its header warns, or is none`() throws {
    let whole = safetensors(header([("base_model", "acme/base-7b")]), weights: 0)
    for length in whole.indices {
      switch try reading(Array(whole[..<length]), as: "x.safetensors") {
      case .nothing: #expect(length < 9)
      case .unreadable(let diagnostics): #expect(diagnostics.map(\.id) == ["document-unreadable"])
      case .document: Issue.record("\(length) bytes are taken for a whole header")
      }
    }
  }

  @Test(arguments: [
    (safetensors("{}", length: 1 << 63), "limit"), (safetensors("{}", length: .max), "limit"),
    (safetensors("{}", length: 17 << 20), "limit"), (safetensors("{}", length: 1 << 20), "cut off"),
    (safetensors("{\"__metadata__\":{\"a\":\"b\"", weights: 0), "end of the list"),
    (safetensors("{\"__metadata__\":{\"a\" \"b\"}}"), "a colon is expected"),
  ])
  func `a broken header gives a warning`(_ bytes: [UInt8], _ reason: String) throws {
    guard case .unreadable(let diagnostics) = try reading(bytes, as: "x.safetensors") else {
      Issue.record("nothing is wrong with it")
      return
    }
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.summary.contains(reason) == true)
  }

  @Test(arguments: ["", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "PK\u{3}\u{4}whatever"])
  func `says nothing of files that are no safetensors`(_ text: String) throws {
    guard case .nothing = try reading(Array(text.utf8), as: "x.safetensors") else {
      Issue.record("it is taken for a header")
      return
    }
  }

  @Test func `reads the same of the index of sharded weights`() throws {
    let index = #"{"metadata": {"total_size": 8, "base_model": "acme/base-7b"}, "weight_map": {"w": "a.safetensors"}}"#
    let project = try ScratchProject(["README.md": "# Helper", "model.safetensors.index.json": index]).read(
      name: "acme/x")
    #expect(project.lineage.shown == ["acme/x < finetune acme/base-7b"])
  }
}
