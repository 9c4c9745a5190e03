import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Provenance

@Suite struct TreeReadingTests {
  private let adapter = #"{"peft_type": "LORA", "base_model_name_or_path": "acme/base-7b"}"#

  private func read(_ files: [String: String], limits: ProjectLimits = ProjectLimits()) throws -> Project {
    var files = files
    files["pedigree.yaml"] = "pedigree: 1\nmodel: { name: acme/helper-7b }\n"
    return try ScratchProject(files).read(limits: limits)
  }

  @Test func `reads documents wherever they lie, and nothing that is ignored`() throws {
    let project = try read([
      "x/adapter_config.json": adapter, "y/adapter_config.json": adapter, ".gitignore": "y/\n",
      "data.json": #"{"rows": [1, 2, 3]}"#,
    ])
    #expect(project.provenance.map(\.file.path) == ["x/adapter_config.json"])
    #expect(project.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("adapter_config.json", #"{"peft_type": "LORA", "#, "json-syntax 1:23"),
    ("adapter_config.json", "{\"peft_type\": \"LORA\",\n  x}", "json-syntax 2:3"),
    ("weights/other.json", #"{"peft_type": "LORA" "r": 8}"#, "json-syntax 1:22"),
  ])
  func `warns with the place where a document that is certainly ours is broken`(
    _ name: String, _ text: String, _ place: String
  ) throws {
    let project = try read([name: text])
    #expect(project.diagnostics.map(\.place) == [place])
    #expect(project.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `says nothing of other tools' broken files`() throws {
    let project = try read(["tsconfig.json": "{ // comment\n _name_or_path }", "x.yaml": "{{ .Values }}\n\t- a: [\n"])
    #expect(project.diagnostics.isEmpty)
    #expect(project.provenance.isEmpty)
  }

  @Test func `looks for the words of a document in all of it, and of what is larger where it begins`() throws {
    let blanks = String(repeating: " ", count: DocumentReaders.markedStart)
    var limits = ProjectLimits()
    limits.documentBytes = 3 * blanks.utf8.count
    let project = try read(
      [
        "a.json": blanks + adapter, "b.json": blanks.dropLast(100) + adapter,
        "c.json": adapter + blanks + blanks + blanks,
        "d.json": blanks + adapter + blanks + blanks,
      ], limits: limits)
    #expect(project.provenance.map(\.file.path) == ["a.json", "b.json"])
    #expect(project.diagnostics.map(\.summary) == ["documents of more than 0 MiB are not read: `c.json`"])
    #expect(project.inputs.omissions.first { $0.reason == .large }?.first == ["d.json"])
  }

  @Test func `says what the limits on documents and bytes leave out`() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<5).map { ("d\($0)/adapter_config.json", adapter) })
    var limits = ProjectLimits()
    limits.documents = 3
    var project = try read(files, limits: limits)
    #expect(project.provenance.count == 3)
    #expect(
      project.diagnostics.map(\.summary) == [
        "more than 3 documents; the others are not read: `d3/adapter_config.json`, `d4/adapter_config.json`"
      ])
    limits = ProjectLimits()
    limits.bytes = adapter.utf8.count * 2
    project = try read(files, limits: limits)
    #expect(project.provenance.count == 2)
    #expect(project.diagnostics.map(\.id) == ["bytes-limit"])
    limits = ProjectLimits()
    limits.documentBytes = adapter.utf8.count - 1
    project = try read(files, limits: limits)
    #expect(project.provenance.isEmpty)
    #expect(project.diagnostics.map(\.id) == ["document-too-large"])
  }
}

@Suite struct MarkSearchTests {
  @Test(arguments: [
    ("a base_model: x", ["base_model"]), ("base_mode", []),
    ("xxmerge_methodbase_model", ["base_model", "merge_method"]),
    ("bbase_model", ["base_model"]), ("spdxVersio spdxVersion", ["spdxVersion"]), ("", []), ("@id", ["@id"]),
    ("basebase_modelmerge@id", ["@id", "base_model"]),
  ])
  func `finds every word that a text holds, and no other`(_ text: String, _ found: [String]) {
    let marks = ["base_model", "merge_method", "spdxVersion", "@id"]
    #expect(MarkSearch(marks).found(in: Array(text.utf8)).map { marks[$0] }.sorted() == found)
  }

  @Test func `agrees with a plain search on generated texts`() {
    var random = SeededGenerator(seed: 7)
    let marks = ["ab", "abc", "bca", "ccc", "cabab"]
    let search = MarkSearch(marks)
    for _ in 0..<2_000 {
      let text = String((0..<Int.random(in: 0...12, using: &random)).map { _ in "abc".randomElement(using: &random)! })
      #expect(Set(search.found(in: Array(text.utf8)).map { marks[$0] }) == Set(marks.filter { text.contains($0) }))
    }
  }
}
