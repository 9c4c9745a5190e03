import TestSupport
import Testing

/// How `pedigree graph` draws a lineage.
@Suite struct GraphDrawingTests {
  private static let files = [
    "pedigree.yaml": """
    pedigree: 1
    model: { name: acme/x, license: mit }
    sources: [{ model: acme/base, relation: finetune }, { dataset: tatsu-lab/alpaca, relation: trained-on }]
    """,
    "examples/adapter_config.json": #"{ "peft_type": "LORA", "base_model_name_or_path": "acme/other" }"#,
  ]

  private static func lines(_ format: String) throws -> [String] {
    let run = try Pedigree.run("graph", "--format", format, files: files)
    return run.output.split(separator: "\n").map { $0.drop { $0 == " " } }.map(String.init)
  }

  @Test func `in DOT the project's own steps are solid, the catalogue's dashed, mentions dotted`() throws {
    let lines = try Self.lines("dot")
    #expect(lines.contains(#"n0 [label="acme/x\nmit", peripheries=2, style=rounded];"#))
    #expect(lines.contains(#"n1 -> n0 [label="finetune"];"#))
    #expect(lines.contains(#"n3 -> n0 [label="adapter (mentioned)", style=dotted];"#))
    #expect(lines.contains(#"n4 -> n2 [label="generated-by", style=dashed];"#))
  }

  @Test func `in Mermaid all that the project's files do not say plainly is dotted`() throws {
    let lines = try Self.lines("mermaid")
    #expect(lines.contains(#"n0(["acme/x<br/>mit"])"#))
    #expect(lines.contains(#"n1 -->|"finetune"| n0"#))
    #expect(lines.contains(#"n3 -.->|"adapter (mentioned)"| n0"#))
    #expect(lines.contains(#"n4 -.->|"generated-by"| n2"#))
  }

  @Test(.enabled(if: ProgramRun.installed("dot") != nil, "Graphviz is not here"))
  func `Graphviz reads hostile names`() throws {
    let graph = try ExportedGraph.text("dot", manifest: ExportedGraph.hostile)
    let folder = try TemporaryFolder(["hostile.dot": graph])
    let run = try ProgramRun(try #require(ProgramRun.installed("dot")), ["-Tcanon", "hostile.dot"], in: folder.path)
    #expect(run.code == 0 && run.errors == "", "\(run.errors)")
  }
}
