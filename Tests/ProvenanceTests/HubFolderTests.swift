import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Provenance

private let first = String(repeating: "0a", count: 20)
private let second = String(repeating: "1b", count: 20)

/// A cache of the Hub's client: a repository's files as links into its blobs.
private func cache(
  _ repository: String, _ files: [String: String], at commit: String = first, ref: String? = "main",
  in project: ScratchProject
) throws {
  let manager = FileManager.default
  let folder = "\(project.path)/\(repository)"
  for (index, (name, text)) in files.sorted(by: { $0.key < $1.key }).enumerated() {
    let blob = "blobs/\(commit.prefix(8))\(index)"
    let file = "\(folder)/snapshots/\(commit)/\(name)"
    try manager.createDirectory(atPath: "\(folder)/blobs", withIntermediateDirectories: true)
    try manager.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(blob)"))
    let up = String(repeating: "../", count: name.split(separator: "/").count + 1)
    try manager.createSymbolicLink(atPath: file, withDestinationPath: up + blob)
  }
  if let ref {
    try manager.createDirectory(atPath: "\(folder)/refs", withIntermediateDirectories: true)
    try Data(commit.utf8).write(to: URL(fileURLWithPath: "\(folder)/refs/\(ref)"))
  }
}

private func config(_ base: String) -> String { #"{"_name_or_path": "\#(base)", "model_type": "llama"}"# }

private let metadata = "\(first)\n0123\n1700000000.0\n"

@Suite struct HubFolderTests {
  private let manifest = "pedigree: 1\nmodel: { name: acme/helper-7b }\n"

  @Test func `a cached repository is another artefact, about which its files speak`() throws {
    let project = try ScratchProject(["pedigree.yaml": manifest])
    try cache(
      "cache/models--acme--base-7b", ["config.json": config("acme/root-7b"), "sub/config.json": config("acme/part-1")],
      in: project)
    let read = try project.read()
    #expect(
      read.lineage.shown == [
        "acme/base-7b < finetune acme/root-7b", "acme/base-7b < finetune acme/part-1",
        "acme/helper-7b < finetune acme/base-7b",
      ])
    #expect(read.lineage.edges.map(\.certainty) == [.stated, .stated, .mentioned])
    #expect(read.lineage.edges.last?.basis == .folder)
    #expect(read.lineage.edges.last?.location.path == "cache/models--acme--base-7b/refs/main")
    #expect(read.lineage.nodes.first { $0.id.text == "acme/base-7b" }?.revisions.map(\.value) == [first])
    #expect(read.diagnostics.isEmpty)
  }

  @Test func `of several snapshots the one that main names is read`() throws {
    let project = try ScratchProject(["pedigree.yaml": manifest])
    try cache("models--acme--base-7b", ["config.json": config("acme/old-1")], at: first, ref: nil, in: project)
    try cache("models--acme--base-7b", ["config.json": config("acme/new-1")], at: second, in: project)
    #expect(try project.read().lineage.shown.first == "acme/base-7b < finetune acme/new-1")
  }

  @Test func `a cached dataset is a dataset`() throws {
    let project = try ScratchProject(["pedigree.yaml": manifest])
    try cache("datasets--acme--talks", ["a.json": "{}"], in: project)
    let read = try project.read()
    #expect(read.lineage.shown == ["acme/helper-7b < trained-on acme/talks"])
    #expect(read.lineage.edges.map(\.certainty) == [.mentioned])
  }

  @Test func `nothing is mentioned where a file says how the repository was used`() throws {
    let project = try ScratchProject([
      "pedigree.yaml": manifest + "sources: [{ model: acme/base-7b, relation: finetune }]\n"
    ])
    try cache("models--acme--base-7b", ["config.json": "{}"], in: project)
    let read = try project.read()
    #expect(read.lineage.edges.map(\.certainty) == [.declared])
    #expect(read.lineage.nodes.last?.revisions.map(\.value) == [first])
  }

  @Test(arguments: ["./base", "base", "base/", "./x/../base"])
  func `a path in a configuration that leads to a downloaded repository names it`(_ path: String) throws {
    let read = try ScratchProject([
      "pedigree.yaml": manifest,
      "adapter_config.json": #"{"peft_type": "LORA", "base_model_name_or_path": "\#(path)"}"#,
      "base/.cache/huggingface/.gitignore": "*",
      "base/.cache/huggingface/download/config.json.metadata": metadata,
      "base/config.json": config("acme/root-7b"),
    ]).read()
    #expect(read.lineage.shown == ["acme/helper-7b < adapter base", "base < finetune acme/root-7b"])
    #expect(read.lineage.nodes.first { $0.id.text == "base" }?.revisions.map(\.value) == [first])
  }

  @Test func `a path is seen from the file that holds it as well`() throws {
    let read = try ScratchProject([
      "pedigree.yaml": manifest,
      "train/adapter_config.json": #"{"peft_type": "LORA", "base_model_name_or_path": "../models/base-7b"}"#,
      "models/base-7b/.cache/huggingface/download/config.json.metadata": metadata,
    ]).read()
    #expect(read.lineage.shown == ["acme/helper-7b < adapter base-7b"])
  }

  @Test func `the revision of a download is known where all its files agree`() throws {
    let files = [
      "pedigree.yaml": manifest, ".cache/huggingface/download/a.json.metadata": metadata,
      ".cache/huggingface/download/b.json.lock": "",
    ]
    #expect(try ScratchProject(files).read().revision?.value == first)
    let other = metadata.replacingOccurrences(of: first, with: second)
    let mixed = files.merging([".cache/huggingface/download/b.json.metadata": other]) { $1 }
    #expect(try ScratchProject(mixed).read().revision == nil)
    let broken = files.merging([".cache/huggingface/download/a.json.metadata": "main\n"]) { $1 }
    #expect(try ScratchProject(broken).read().revision == nil)
  }

  @Test(arguments: ["", "/snapshots/\(first)"])
  func `a project that is a snapshot in a cache has its name, its revision and the files behind its links`(
    _ below: String
  ) throws {
    let project = try ScratchProject(["other.json": config("acme/stranger-1")])
    try cache(
      "models--acme--tuned-7b", ["README.md": "---\nlicense: mit\n---\n", "config.json": config("acme/base-7b")],
      in: project)
    let read = try project.read("models--acme--tuned-7b\(below)")
    #expect(read.release.text == "acme/tuned-7b")
    #expect(read.revision?.value == first)
    #expect(read.declaredLicenses.map(\.name) == ["mit"])
    #expect(read.lineage.shown == ["acme/tuned-7b < finetune acme/base-7b"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test func `a name that is given goes before that of the cache`() throws {
    let project = try ScratchProject([:])
    try cache("models--acme--tuned-7b", ["README.md": "# T"], in: project)
    #expect(try project.read("models--acme--tuned-7b", name: "acme/other").release.text == "acme/other")
  }

  @Test(arguments: [
    ("models--acme--x-7b", "acme/x-7b"), ("datasets--acme--talks", "acme/talks"), ("models--gpt2", "gpt2"),
    ("models--a--b--c", nil), ("models--", nil), ("spaces--acme--demo", nil), ("models--..--x", nil),
    ("models--acme--", nil),
  ])
  func `the name of a folder in a cache names a repository`(_ folder: String, _ id: String?) {
    #expect(HubCacheName(folder)?.id == id)
  }
}
