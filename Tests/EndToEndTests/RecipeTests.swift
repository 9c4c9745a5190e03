import TestSupport
import Testing

/// Runs the commands of the recipes, and holds what they print to what stands below them.
@Suite struct RecipeTests {
  private static let blocks: [[String]] = {
    let text = String(decoding: Repository.bytes(of: "\(Repository.root)/docs/ask.md") ?? [], as: UTF8.self)
    return text.split(separator: "```").map { $0.split(separator: "\n").map(String.init) }
      .filter { $0.first?.hasPrefix("$ pedigree ") == true }
  }()

  @Test func `the recipes answer the five commonest questions`() {
    #expect(Self.blocks.count >= 5)
  }

  @Test(arguments: blocks) func `a recipe prints what stands there`(block: [String]) throws {
    // A command goes on where a line ends with a backslash.
    let end = block.firstIndex { !$0.hasSuffix("\\") } ?? 0
    let command = block[...end].joined(separator: " ").replacing("\\", with: "")
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), Self.words(of: command).dropFirst(2).map { $0 }, in: Repository.root,
      environment: ["NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1796083200"])
    #expect(run.errors == "")
    var lines = run.output.split(separator: "\n").map(String.init)[...]
    for line in block.dropFirst(end + 1) where line != "[…]" {
      let place = lines.firstIndex(of: line)
      #expect(place != nil, "\(line)\n\(run.output)")
      if let place { lines = lines[(place + 1)...] }
    }
  }

  /// The words of a command, those in quotation marks together.
  private static func words(of command: String) -> [String] {
    command.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }
}
