import Diagnostics
import Obligations
import TestSupport
import Testing

@testable import LicenseKnowledge

/// Mirrors upload other people's models again; the catalogue knows whose.
@Suite struct ReUploadTests {
  private static func knowledge(_ models: [String]) -> Knowledge {
    let entries = models.map { "  - id: \"harbour/\($0)\"\n    license: MIT\n" }.joined()
    let list = "maker: Harbour\nmodels:\n\(entries)"
    let mirrors = "mirrors: [copyist, lighthouse]\nsuffixes: [-GGUF, -4bit]\n"
    let files = [("catalog/models/zz-harbour.yaml", list), ("catalog/mirrors.yaml", mirrors)]
    return Knowledge(overlays: [
      KnowledgeOverlay(folder: "ours", files: files.map { ($0.0, SourceFile(path: $0.0, text: $0.1)) })
    ])
  }

  private static let catalog = knowledge(["Tern-7B", "Gull-*", "Auk-*-chat"]).catalog

  @Test(arguments: [
    ("copyist/Tern-7B", "harbour/Tern-7B"), ("copyist/tern-7b-gguf", "harbour/Tern-7B"),
    ("lighthouse/Tern-7B-4bit-GGUF", "harbour/Tern-7B"), ("copyist/Gull-9b-instruct-GGUF", "harbour/Gull-9b-instruct"),
    ("copyist/Auk-2b-chat", "harbour/Auk-2b-chat"),
  ])
  func `a mirror's upload is the original, whatever was done to it`(id: String, original: String) {
    #expect(Self.catalog.mirrored(id) == original)
  }

  @Test(arguments: [
    "somebody/Tern-7B", "copyist/Petrel-7B", "copyist/Gull-for-sale", "harbour/Tern-7B", "copyist", "Tern-7B",
    "copyist/Tern-7B-tuned", "copyist/Tern-7B" + String(repeating: "-GGUF", count: 100),
  ])
  func `what is no mirror's, or of another name, is no upload of it`(id: String) {
    #expect(Self.catalog.mirrored(id) == nil)
  }

  @Test func `originals are found as fast in a larger catalogue`() {
    let growth = Growth(from: 250) { count in
      let catalog = Self.knowledge((0..<count).map { "Bird\($0)x-7B" }).catalog
      for number in 0..<count { _ = catalog.original(of: "copyist/Bird\(number)x-7B-GGUF") }
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
