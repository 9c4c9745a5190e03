import Foundation
import TestSupport
import Testing

@Suite struct BomRoundTripTests {
  /// The steps of a lineage that are no hints, as `child < relation parent`.
  private func steps(_ graph: ProgramRun) throws -> [String] {
    let root = try #require(try JSONSerialization.jsonObject(with: Data(graph.output.utf8)) as? [String: Any])
    let steps = try #require(root["steps"] as? [[String: Any]])
    return steps.filter { !["hinted", "mentioned"].contains($0["certainty"] as? String) }.map { step in
      ["child", "relation", "parent"].map { step[$0] as? String ?? "" }.joined(separator: " ")
    }.sorted()
  }

  @Test(
    arguments: ["alpaca-chain", "deepseek-r1-distill-llama-8b", "gemma-merge-as-mit", "llama-2-outputs"],
    ["cyclonedx", "spdx"])
  func `a bill that is written is read as the lineage that it was written from`(_ sample: String, _ format: String)
    throws
  {
    let folder = "\(Repository.samples)/\(sample)"
    let bill = try Pedigree.run("graph", "--format", format, in: folder).output
    let read = try Pedigree.run("graph", "bom.json", "--format", "json", files: ["bom.json": bill])
    #expect(try steps(read) == steps(Pedigree.run("graph", "--format", "json", in: folder)))
  }
}
