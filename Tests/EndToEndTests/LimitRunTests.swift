import Foundation
import TestSupport
import Testing

/// What a run over a limit ends with; `LimitTests` of the library hold every limit to its number.
@Suite struct LimitRunTests {
  @Test func `a verdict over a limit says so, and passes only where nothing is to fail`() throws {
    let bill = #"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}"#
    let files = [
      "README.md": "---\nlicense: mit\n---\n# Helper\n", "bom.json": bill + String(repeating: " ", count: 4 << 20),
    ]
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
