import TestSupport
import Testing

/// Runs what the README shows: blocks that begin with `$ pedigree …`, and what is printed below, `[…]` left out.
@Suite struct ReadmeTests {
  private static let blocks: [[String]] = {
    let text = String(decoding: Repository.bytes(of: "\(Repository.root)/README.md") ?? [], as: UTF8.self)
    return text.split(separator: "```").map { $0.split(separator: "\n").map(String.init) }
      .filter { $0.first?.hasPrefix("$ pedigree ") == true }
  }()

  @Test func `the README shows commands`() {
    #expect(Self.blocks.count >= 2)
  }

  @Test(arguments: blocks) func `a command of the README prints what stands there`(block: [String]) throws {
    let arguments = try #require(block.first).split(separator: " ").dropFirst(2).map(String.init)
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), arguments, in: Repository.root, environment: ["NO_COLOR": "1"])
    var lines = run.output.split(separator: "\n").map(String.init)[...]
    for line in block.dropFirst() where line != "[…]" {
      let place = lines.firstIndex(of: line)
      #expect(place != nil, "\(line)")
      if let place { lines = lines[(place + 1)...] }
    }
  }
}
