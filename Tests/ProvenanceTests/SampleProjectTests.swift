import Foundation
import Provenance
import TestSupport
import Testing

/// The projects under `samples/` are read without a complaint about themselves.
@Suite struct SampleProjectTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples")

  @Test(arguments: Repository.sampleNames)
  func `reads a sample`(_ name: String) throws {
    let reader = ProjectReader(names: sampleNames, words: sampleWords, wordings: cardWordings) { _ in .model }
    let project = try reader.read(Self.folder.appending(path: name).path, name: "acme/\(name)")
    #expect(project.diagnostics.map(\.summary) == [])
    #expect(!project.lineage.edges.isEmpty)
  }

  @Test func `draws the lineage of the sample that started it all`() throws {
    let reader = ProjectReader(names: sampleNames, words: sampleWords, wordings: cardWordings) { _ in .model }
    let project = try reader.read(Self.folder.appending(path: "deepseek-r1-distill-llama-8b").path, name: nil)
    #expect(
      project.lineage.shown == [
        "deepseek-ai/DeepSeek-R1-Distill-Llama-8B < finetune meta-llama/Llama-3.1-8B",
        "deepseek-ai/DeepSeek-R1-Distill-Llama-8B < distilled deepseek-ai/DeepSeek-R1",
        "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B < finetune Qwen/Qwen2.5-Math-7B",
      ])
    #expect(project.declaredLicenses.map(\.name) == ["mit"])
  }
}
