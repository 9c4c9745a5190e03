import Compliance
import Testing

/// Prose names in short what the declaration names in full.
@Suite struct BareNameTests {
  private static let library = Scenario.library([
    "catalog/models/harbour.yaml":
      """
    maker: Harbour Labs
    models:
      - id: "harbour/Tern-*"
        called: [Tern 8B, Tern 70B]
        license: MIT
    """
  ])

  private static func undeclared(_ source: String, prose: String) throws -> [String] {
    let manifest = """
      model: { name: acme/thing, license: mit }
      release: { how: [weights] }
      sources: { \(source) }
      complete: yes
      """
    let card = "---\nlicense: mit\n---\n# Thing\n\n\(prose)\n"
    return try Scenario.check(manifest, files: ["README.md": card], library: library).findings
      .filter { ["undeclared-source", "unknown-license"].contains($0.kind.rawValue) }.map(\.source)
  }

  @Test(arguments: ["Tern-8B-Instruct", "Tern 8B", "Tern-70B-v0.2"])
  func `a size that a family's pattern leaves open stays in the name`(name: String) throws {
    let id = "harbour/\(name.split(separator: " ").joined(separator: "-"))"
    let found = try Self.undeclared(
      "model: \(id), relation: finetune", prose: "It was fine-tuned from \(name) on our own chats.")
    #expect(found == [])
  }

  @Test(arguments: ["GULLS-4", "TernTalk", "NightBirds"])
  func `a bare name is the declared artefact whose id ends in it`(name: String) throws {
    let source = "dataset: acme-mirror/\(name.lowercased()), relation: trained-on, license: cc-by-4.0"
    #expect(try Self.undeclared(source, prose: "The model was trained on the \(name) dataset.") == [])
    let other = "dataset: acme-mirror/something-else, relation: trained-on, license: cc-by-4.0"
    #expect(try Self.undeclared(other, prose: "The model was trained on the \(name) dataset.").contains(name))
  }
}
