import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Provenance

@Suite struct GGUFReaderTests {
  private let sample: [(String, GGUFFile.Value)] = [
    ("general.architecture", .text("llama")),
    ("general.name", .text("Helper 7B")),
    ("tokenizer.ggml.tokens", .texts((0..<400).map { "token\($0)" })),
    ("tokenizer.ggml.scores", .numbers(400)),
    ("general.license", .text("llama3.1")),
    ("general.license.link", .text("https://acme.example/licence")),
    ("general.base_model.count", .number(1)),
    ("general.base_model.0.name", .text("Base 7B")),
    ("general.base_model.0.organization", .text("Acme Labs")),
    ("general.base_model.0.repo_url", .text("https://huggingface.co/acme-labs/Base-7B")),
    ("general.dataset.0.name", .text("Big Talks")),
    ("general.dataset.0.organization", .text("Acme Labs")),
    ("general.tags", .texts(["text-generation", "chat"])),
  ]

  @Test(arguments: [(UInt32(2), false), (3, false), (2, true), (3, true)])
  func `reads licence, bases and datasets of either version and byte order, with the number of the key as the line`(
    version: UInt32, isBigEndian: Bool
  ) throws {
    let file = GGUFFile(sample, version: version, isBigEndian: isBigEndian)
    let document = try #require(try reading(file.bytes, as: "x.gguf").document)
    #expect(document.subject?.value == "Helper 7B")
    #expect(document.shown == ["finetune acme-labs/Base-7B declared 10", "trained-on Acme-Labs/Big-Talks declared 11"])
    #expect(document.licenses.map(\.claim.name) == ["llama3.1"])
    #expect(document.licenses.map(\.claim.link) == ["https://acme.example/licence"])
    #expect(document.licenses.map(\.claim.location.start.line) == [5])
    #expect(document.file.line(5) == #"general.license = "llama3.1""#)
    #expect(document.file.line(3) == "tokenizer.ggml.tokens = [400 texts]")
    #expect(document.file.line(13) == #"general.tags = ["text-generation", "chat"]"#)
    #expect(document.licenses.first?.claim.location.text == #""llama3.1""#)
    #expect(document.diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      (
        [("general.type", .text("adapter")), ("general.base_model.0.repo_url", .text("https://huggingface.co/a/b-1"))],
        ["adapter a/b-1 declared 2"]
      ),
      (
        [
          ("general.base_model.0.repo_url", .text("https://huggingface.co/a/b-1")),
          ("general.base_model.1.name", .text("c 2")),
        ], ["merge a/b-1 declared 1", "merge c-2 declared 2"]
      ),
      // What was converted has the bases, not the file.
      (
        [
          ("general.source.repo_url", .text("https://huggingface.co/acme/tuned-1")), ("general.file_type", .number(15)),
          ("general.base_model.0.repo_url", .text("https://huggingface.co/a/b-1")),
        ], ["quantized acme/tuned-1 declared 1", "finetune a/b-1 declared 3 < acme/tuned-1"]
      ),
      (
        [("general.source.huggingface.repository", .text("acme/tuned-1")), ("general.file_type", .number(1))],
        ["converted acme/tuned-1 declared 1"]
      ),
      (
        [("general.tags", .texts(["base_model:adapter:a/b-1", "dataset:a/talks", "license:mit"]))],
        ["adapter a/b-1 stated 1", "trained-on a/talks stated 1"]
      ),
      (
        [("general.datasets", .texts(["a/one", "a/two"]))],
        ["trained-on a/one declared 1", "trained-on a/two declared 1"]
      ),
    ] as [([(String, GGUFFile.Value)], [String])])
  func `knows how the bases that a header names were used`(_ entries: [(String, GGUFFile.Value)], _ shown: [String])
    throws
  {
    #expect(try reading(GGUFFile(entries).bytes, as: "x.gguf").document?.shown == shown)
  }

  @Test func `takes the licence's own name where the header says other`() throws {
    let file = GGUFFile([("general.license", .text("other")), ("general.license.name", .text("acme-terms"))])
    #expect(try reading(file.bytes, as: "x.gguf").document?.licenses.map(\.claim.name) == ["acme-terms"])
  }

  @Test func `keeps every key on one line, whatever its text holds`() throws {
    let file = GGUFFile([("general.description", .text("a\nb\"\u{1B}[0m\\")), ("general.license", .text("mit"))])
    let document = try #require(try reading(file.bytes, as: "x.gguf").document)
    #expect(document.file.line(1) == #"general.description = "a\nb\"\u001b[0m\\""#)
    #expect(document.licenses.map(\.claim.location.start.line) == [2])
  }

  @Test func `a file that is cut off anywhere tells what stands before, and warns`() throws {
    let short = sample.filter { !$0.0.hasPrefix("tokenizer") } + [("a", .texts(["b"])), ("c", .numbers(2))]
    let whole = GGUFFile(short).bytes
    for length in whole.indices {
      let reading = try reading(Array(whole[..<length]), as: "x.gguf")
      if length < 24 {
        #expect(reading.document == nil)
      } else {
        let document = try #require(reading.document)
        #expect(document.diagnostics.map(\.id) == ["document-unreadable"], "\(length)")
      }
    }
  }

  @Test(arguments: [
    (GGUFFile([("a", .lyingTexts(1 << 63))]), "cut off behind key 0"),
    (GGUFFile([("a", .lyingNumbers(1 << 63))]), "cut off behind key 0"),
    (GGUFFile([("a", .lyingNumbers(.max))]), "cut off behind key 0"),
    (GGUFFile([("a", .text("b"))], count: .max), "cut off behind key 1"),
    (GGUFFile([("a", .nested(4))]), "nested more than 4 deep"),
    (GGUFFile([("a", .nested(50_000))]), "nested more than 4 deep"),
    (GGUFFile([(String(repeating: "k", count: 2_000), .text("b"))]), "a key has 2000 bytes"),
    (GGUFFile((0..<10_001).map { ("k\($0)", .number(0)) }), "what follows key 10000 is not read"),
  ])
  func `a header that lies about its size costs nothing and gives a warning`(_ file: GGUFFile, _ reason: String) throws
  {
    let document = try #require(try reading(file.bytes, as: "x.gguf").document)
    #expect(document.diagnostics.count == 1)
    #expect(document.diagnostics.first?.summary.contains(reason) == true)
    #expect(document.diagnostics.first?.location != nil)
  }

  @Test func `says that it does not know a version, and nothing of files that are no GGUF`() throws {
    let unknown = try reading(GGUFFile([], version: 1).bytes, as: "x.gguf")
    guard case .unreadable(let diagnostics) = unknown else {
      Issue.record("read as \(unknown)")
      return
    }
    #expect(diagnostics.map(\.summary) == ["GGUF version 1 is not known, only 2 and 3"])
    for text in ["", "GGU", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "{}"] {
      guard case .nothing = try reading(Array(text.utf8), as: "x.gguf") else {
        Issue.record("`\(text)` is taken for a header")
        return
      }
    }
  }

  @Test func `a file of many gigabytes costs only its header`() throws {
    let folder = try TemporaryFolder()
    try folder.write(GGUFFile(sample).bytes, to: "x.gguf")
    // A file with a hole takes no space on the disk.
    try #require(truncate("\(folder.path)/x.gguf", 80 << 30) == 0)
    let growth = ContinuousClock().measure {
      let file = try? OpenFile("\(folder.path)/x.gguf", shownAs: "x.gguf")
      if let file { #expect(GGUFReader.read(file, path: "x.gguf").document?.sources.count == 2) }
    }
    #expect(growth < .seconds(5))
  }
}
