import Foundation
import PedigreeKit
import TestSupport
import Testing
import YAMLSource

@testable import MarkupText

/// What lies at a limit is read; what lies over it is told, and no verdict passes over it.
@Suite struct LimitTests {
  /// A row of the table of limits, and something that has `count` of what it counts.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let most: Int
    let input: Input

    var testDescription: String { what }
  }

  enum Input: Sendable {
    /// A project's files.
    case files(@Sendable (_ count: Int) -> [String: String])
    /// A project's files, under a smaller limit than the program's, which would take too long to reach.
    case fewFiles(@Sendable (_ most: Int) -> ProjectLimits, @Sendable (_ count: Int) -> [String: String])
    /// A binary file of a project: how it starts, and how long it is with the zeros behind that.
    case weights(String, @Sendable (_ count: Int) -> (start: [UInt8], size: Int))
    /// A declaration, which can't be checked over its limit.
    case declaration(@Sendable (_ count: Int) -> String)
    /// What a reader says, under a smaller limit than the program's.
    case reader(@Sendable (_ count: Int, _ most: Int) -> [Diagnostic])
  }

  // MARK: The table

  private static let card = "---\nlicense: mit\n---\n# Helper\n"
  private static let adapter = #""peft_type": "LORA", "base_model_name_or_path": "acme/base-7b""#
  private static let bill = #"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}"#

  private static func xml(_ attributes: String = "", _ content: String) -> String {
    #"<bom xmlns="http://cyclonedx.org/schema/bom/1.6"\#(attributes)>\#(content)</bom>"#
  }

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static func each(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined() }

  private static func adapters(_ count: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ("d\($0)/adapter_config.json", "{\(adapter)}") })
  }

  private static func limits(_ change: (inout ProjectLimits) -> Void) -> ProjectLimits {
    var limits = ProjectLimits()
    change(&limits)
    return limits
  }

  static let cases: [Case] = folders + documents + weights + cards + trees

  private static let folders: [Case] = [
    Case(
      what: "files and folders of a project", most: 12,
      input: .fewFiles(
        { most in limits { $0.files = most } },
        { count in Dictionary(uniqueKeysWithValues: (0..<(count - 1)).map { ("notes-\($0).json", "{}") }) })),
    Case(
      what: "folders, one in another", most: 32,
      input: .files { [repeated("d/", $0) + "adapter_config.json": "{\(adapter)}"] }),
    Case(
      what: "documents about provenance", most: 3,
      input: .fewFiles({ most in limits { $0.documents = most } }, adapters)),
    Case(
      what: "all documents together", most: 3,
      input: .fewFiles({ most in limits { $0.bytes = most * (adapter.utf8.count + 2) } }, adapters)),
    Case(
      what: "texts of a release", most: 200,
      input: .files { count in Dictionary(uniqueKeysWithValues: (1..<count).map { ("LICENSE-\($0)", "text") }) }),
    Case(
      what: "folders below one of `documents:`", most: 8,
      input: .files { count in
        [
          "pedigree.yaml": "pedigree: 1\nmodel: { name: acme/helper, license: mit }\ncomplete: yes\ndocuments: [d]\n",
          repeated("d/", count) + "a.txt": "text",
        ]
      }),
    Case(
      what: "a file of ignore rules", most: 128 << 10,
      input: .files { [".gitignore": "#" + repeated("x", $0 - 1)] }),
  ]

  private static let documents: [Case] = [
    Case(
      what: "one document, card or text", most: 4 << 20,
      input: .files { ["bom.json": bill + repeated(" ", $0 - bill.utf8.count)] }),
    Case(
      what: "sources that one document names", most: 20_000,
      input: .files { count in
        ["train.yaml": "base_model: acme/base-7b\ndatasets:\n" + each(count - 1) { "  - path: acme/data-\($0)\n" }]
      }),
    Case(
      what: "steps, licences or descriptions of a bill", most: 20_000,
      input: .files { count in
        let data = each(count) { ", {\"type\": \"data\", \"name\": \"acme/data-\($0)\", \"bom-ref\": \"d\($0)\"}" }
        let links = each(count) { "\($0 == 0 ? "" : ", ")\"d\($0)\"" }
        return [
          "bom.json": """
          {"bomFormat": "CycloneDX", "specVersion": "1.6",
           "components": [{"type": "machine-learning-model", "name": "acme/helper", "bom-ref": "m"}\(data)],
           "dependencies": [{"ref": "m", "dependsOn": [\(links)]}]}
          """
        ]
      }),
    Case(
      what: "names in one property of a bill", most: 1_000,
      input: .files { count in
        let names = each(count) { "\($0 == 0 ? "" : ",")acme/data-\($0)" }
        return [
          "bom.json": """
          {"bomFormat": "CycloneDX", "specVersion": "1.6",
           "components": [{"type": "machine-learning-model", "name": "acme/helper", "bom-ref": "m",
             "properties": [{"name": "trainingDatasets", "value": "\(names)"}]}]}
          """
        ]
      }),
  ]

  private static let weights: [Case] = [
    Case(
      what: "the header of a GGUF file", most: 64 << 20,
      input: .weights("model.gguf") { count in
        var file = gguf(keys: 1)
        // A list of bytes that fills the rest.
        file += text("filler") + number(UInt32(9)) + number(UInt32(0))
        file += number(UInt64(count - file.count - 8))
        return (file, count)
      }),
    Case(
      what: "keys of a GGUF file", most: 10_000,
      input: .weights("model.gguf") { count in
        let keys = (0..<count).flatMap { text("key.\($0)") + number(UInt32(0)) + number(UInt8(0)) }
        return (gguf(keys: count) + keys, 0)
      }),
    Case(
      what: "texts that a key about the model lists in GGUF", most: 20_000,
      input: .weights("model.gguf") { count in
        let tags = (0..<count).flatMap { _ in text("en") }
        return (
          gguf(keys: 1) + text("general.tags") + number(UInt32(9)) + number(UInt32(8)) + number(UInt64(count)) + tags, 0
        )
      }),
    Case(
      what: "the header of a safetensors file", most: 16 << 20,
      input: .weights("model.safetensors") { count in
        let metadata = #"{"__metadata__":{"base_model":"acme/base-7b"}"#
        return (
          number(UInt64(count)) + Array((metadata + repeated(" ", count - metadata.utf8.count - 1) + "}").utf8), 0
        )
      }),
  ]

  private static func gguf(keys: Int) -> [UInt8] {
    Array("GGUF".utf8) + number(UInt32(3)) + number(UInt64(0)) + number(UInt64(keys))
  }

  private static func number(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func text(_ text: String) -> [UInt8] { number(UInt64(text.utf8.count)) + Array(text.utf8) }

  private static let cards: [Case] = [
    Case(
      what: "ids under one key of a card", most: 1_000,
      input: .files { count in
        ["README.md": "---\nlicense: mit\ndatasets:\n\(each(count) { "- acme/data-\($0)\n" })---\n# Helper\n"]
      }),
    Case(
      what: "sources that a card's prose names", most: 1_000,
      input: .files { count in
        ["README.md": card + each(count) { "\nThis model was trained on the dataset acme/data-\($0).\n" }]
      }),
    Case(
      what: "a paragraph of a card", most: 16 << 10,
      input: .files { ["README.md": card + "\n" + repeated("x", $0) + "\n"] }),
    Case(
      what: "sources of a declaration, one in another", most: 16,
      input: .declaration { count in
        let sources = (1...count).reversed().reduce("") { inner, number in
          "[{ dataset: acme/data-\(number), relation: \(number == 1 ? "trained-on" : "derived-from")"
            + "\(inner.isEmpty ? "" : ", sources: \(inner)") }]"
        }
        return "pedigree: 1\nmodel: { name: acme/helper, license: mit }\nsources: \(sources)\n"
      }),
  ]

  private static let trees: [Case] = [
    Case(
      what: "levels of YAML", most: 64,
      input: .files { count in
        [
          "mergekit_config.yml":
            "merge_method: slerp\nbase_model: acme/base-7b\nx: \(repeated("[", count - 1))\(repeated("]", count - 1))\n"
        ]
      }),
    Case(
      what: "nodes that YAML's aliases repeat", most: 10_000,
      input: .files { count in
        let hundred = "a: &a [\(repeated("1, ", 98))1]\n"
        let aliases = repeated("*a, ", count / 100) + repeated("*b, ", count % 100)
        return [
          "mergekit_config.yml":
            "merge_method: slerp\nbase_model: acme/base-7b\n\(hundred)b: &b 1\nx: [\(aliases)]\n"
        ]
      }),
    Case(
      what: "levels of JSON", most: 64,
      input: .files { count in
        ["adapter_config.json": "{\(adapter), \"x\": \(repeated("[", count - 1) + repeated("]", count - 1))}"]
      }),
    Case(
      what: "values of a JSON document", most: 20,
      input: .reader { count, most in
        let text = "[\(repeated("1, ", count - 2))1]"
        return JSONDocument(reading: SourceFile(path: "a.json", text: text), mostNodes: most).diagnostics
      }),
    Case(
      what: "levels of XML", most: 64,
      input: .files { ["bom.xml": xml("", repeated("<x>", $0 - 1) + repeated("</x>", $0 - 1))] }),
    Case(
      what: "elements of an XML document", most: 20,
      input: .reader { count, most in
        let file = SourceFile(path: "bom.xml", text: xml("", repeated("<x/>", count - 1)))
        return XMLDocument(reading: file, mostElements: most).diagnostics
      }),
    Case(
      what: "attributes of an XML element", most: 100,
      input: .files { count in ["bom.xml": xml(each(count - 1) { " a\($0)=\"\"" }, "<x/>")] }),
    Case(
      what: "a text for parse, identify and diff", most: 20,
      input: .reader { count, most in
        DecodedFile(SourceFile(path: "TERMS", text: repeated("x", count)), limit: most).diagnostics
      }),
  ]

  // MARK: What holds for all of them

  private static let library = Library()

  @Test(arguments: cases) func `what lies at a limit is read, and what lies over it is told`(_ test: Case) throws {
    let row = try #require(ProjectLimits().table.first { $0.what == test.what })
    switch test.input {
    case .reader(let read):
      #expect(read(test.most, test.most).isEmpty)
      let over = read(test.most + 1, test.most)
      #expect(over.map(\.kind) == [row.id])
      #expect(over.allSatisfy { $0.severity >= .warning })
    case .declaration(let text):
      #expect(row.most == test.most)
      _ = try Self.read(TemporaryFolder(["pedigree.yaml": text(test.most)]))
      #expect {
        _ = try Self.read(TemporaryFolder(["pedigree.yaml": text(test.most + 1)]))
      } throws: { error in
        if case ProjectError.unreadable(let mistakes) = error { mistakes.contains { $0.kind == row.id } } else { false }
      }
    case .files(let files):
      #expect(row.most == test.most)
      try Self.expect(row) { try Self.read(Self.project(files(test.most + $0))) }
    case .fewFiles(let limits, let files):
      try Self.expect(row) { try Self.read(Self.project(files(test.most + $0)), limits(test.most)) }
    case .weights(let name, let file):
      #expect(row.most == test.most)
      try Self.expect(row) { more in
        let folder = try Self.project([:])
        let (start, size) = file(test.most + more)
        try folder.write(start, to: name)
        if size > start.count {
          let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder.path)/\(name)"))
          try handle.truncate(atOffset: UInt64(size))
        }
        return try Self.read(folder)
      }
    }
  }

  /// Holds what is said of a project at the limit, and of one with one more, to the row.
  private static func expect(_ row: Limit, _ read: (_ more: Int) throws -> Project) throws {
    let at = try read(0)
    #expect(!at.diagnostics.contains { $0.kind.isLimit }, "\(at.diagnostics.map(\.summary).prefix(3))")
    let over = try read(1)
    #expect(over.diagnostics.contains { $0.kind == row.id && $0.severity >= .warning && $0.location != nil })
    // Weighing as many sources as the largest limits let through takes longer than a test may.
    guard over.lineage.nodes.count <= 2_000 else { return }
    let report = library.check(over, today: nil)
    #expect([.fail, .incomplete].contains(Gate(failsOn: .error).verdict(of: report)))
    #expect([.fail, .incomplete].contains(Gate(failsOn: nil).verdict(of: report)))
  }

  /// A project with a card, unless the files hold one or a declaration.
  private static func project(_ files: [String: String]) throws -> TemporaryFolder {
    let isDeclared = files["README.md"] != nil || files["pedigree.yaml"] != nil
    return try TemporaryFolder(isDeclared ? files : files.merging(["README.md": card]) { $1 })
  }

  private static func read(_ folder: TemporaryFolder, _ limits: ProjectLimits = ProjectLimits()) throws -> Project {
    try ProjectReader(library: library, limits: limits).read(folder.path, name: nil)
  }

  @Test func `no limit of the table is untried`() {
    #expect(Self.cases.map(\.what).sorted() == ProjectLimits().table.map(\.what).sorted())
  }

  @Test func `a message of any limit makes a verdict incomplete`() {
    #expect(ProjectLimits().table.allSatisfy { $0.id.isLimit })
    #expect(ProjectLimits().table.allSatisfy { $0.id.severity >= .warning })
  }
}
