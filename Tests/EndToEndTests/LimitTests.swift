import Foundation
import TestSupport
import Testing

/// What lies at a limit is read; what lies over it is told, and nothing passes then.
@Suite struct LimitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let most: Int
    let id: String
    /// The files of a project that has `count` of what is limited.
    let files: @Sendable (_ count: Int) -> [String: String]
    /// With which code a project over the limit ends.
    var code: Int32 = 1

    var testDescription: String { what }
  }

  private static let card = "---\nlicense: mit\n---\n# Helper\n"
  private static let bill = #"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}"#
  private static let adapter = #""peft_type": "LORA", "base_model_name_or_path": "acme/base-7b""#

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let cases = [
    Case(what: "bytes of a document", most: 4 << 20, id: "document-too-large") { count in
      ["README.md": card, "bom.json": bill + repeated(" ", count - bill.utf8.count)]
    },
    Case(what: "texts of a release, its card among them", most: 200, id: "documents-limit") { count in
      Dictionary(uniqueKeysWithValues: (1..<count).map { ("LICENSE-\($0)", "text") } + [("README.md", card)])
    },
    Case(what: "folders, one in another", most: 32, id: "depth-limit") { count in
      ["README.md": card, repeated("d/", count) + "adapter_config.json": "{\(adapter)}"]
    },
    Case(what: "folders of documents, one in another", most: 8, id: "depth-limit") { count in
      [
        "pedigree.yaml": "pedigree: 1\nmodel: { name: acme/helper, license: mit }\ncomplete: yes\ndocuments: [d]\n",
        repeated("d/", count) + "a.txt": "text",
      ]
    },
    Case(what: "bytes of a file of ignore rules", most: 128 << 10, id: "ignore-limit") { count in
      ["README.md": card, ".gitignore": "#" + repeated("x", count - 1)]
    },
    Case(
      what: "sources, one in another", most: 16, id: "manifest-too-deep",
      files: { count in
        let sources = (1...count).reversed().reduce("") { inner, number in
          "[{ dataset: acme/data-\(number), relation: \(number == 1 ? "trained-on" : "derived-from")"
            + "\(inner.isEmpty ? "" : ", sources: \(inner)") }]"
        }
        return ["pedigree.yaml": "pedigree: 1\nmodel: { name: acme/helper, license: mit }\nsources: \(sources)\n"]
      }, code: 2),
    Case(what: "levels of JSON", most: 64, id: "json-too-deep") { count in
      [
        "README.md": card,
        "adapter_config.json": "{\(adapter), \"x\": \(repeated("[", count - 1) + repeated("]", count - 1))}",
      ]
    },
    Case(what: "bytes of a paragraph", most: 16 << 10, id: "card-long-paragraph") { count in
      ["README.md": card + "\n" + repeated("x", count) + "\n"]
    },
    Case(what: "sources of a document", most: 20_000, id: "document-too-large") { count in
      let paths = (1..<count).map { "  - path: acme/data-\($0)\n" }.joined()
      return ["README.md": card, "train.yaml": "base_model: acme/base-7b\ndatasets:\n\(paths)"]
    },
  ]

  @Test(arguments: cases) func `what lies at a limit is read, and what lies over it is told`(_ test: Case) throws {
    let at = try Pedigree.run("check", "--format", "concise", files: test.files(test.most))
    #expect(at.code == 0, "\(at.errors)")
    #expect(!(at.output + at.errors).contains("[\(test.id)]"), "\((at.output + at.errors).prefix(400))")
    let over = try Pedigree.run("check", "--format", "concise", files: test.files(test.most + 1))
    #expect(over.code == test.code, "\(over.errors)")
    #expect((over.output + over.errors).contains("[\(test.id)]"), "\((over.output + over.errors).prefix(400))")
  }

  @Test func `a verdict over a limit says so, and passes only where nothing is to fail`() throws {
    let files = Self.cases[0].files(Self.cases[0].most + 1)
    let run = try Pedigree.run("check", "--quiet", files: files)
    #expect(run.code == 1)
    #expect(run.output.contains("INCOMPLETE. A limit left files unread"))
    #expect(try Pedigree.run("check", "--fail-on", "never", files: files).code == 0)
  }

  @Test(arguments: [9_000, 10_001]) func `a source is weighed however many stand beside it`(count: Int) throws {
    let others = (1...count).map { "  - { dataset: acme/data-\($0), relation: trained-on, license: mit }\n" }.joined()
    let manifest =
      "pedigree: 1\nmodel: { name: acme/helper, license: mit }\nrelease: { how: [weights] }\nsources:\n\(others)"
      + "  - { model: meta-llama/Llama-3.1-8B, relation: finetune }\n"
    let run = try Pedigree.run("check", "--format", "concise", files: ["pedigree.yaml": manifest])
    #expect(run.code == 1)
    #expect(run.output.contains("[llama-3.1/"))
  }
}
