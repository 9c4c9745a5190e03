import TestSupport
import Testing

/// Runs every command that the README and the manual show with its output.
///
/// A block that begins with `$ pedigree …` holds commands, each with what it prints below, `[…]` for what is left out.
/// On a page with files (a name in backticks and a colon, then a block) the commands run in a folder that holds them,
/// else in the repository.
@Suite struct DocumentedCommandTests {
  static let pages =
    ["README.md"]
    + Repository.files(below: "\(Repository.root)/docs", suffix: ".md").filter { !$0.hasPrefix("findings/") }
    .map { "docs/\($0)" }

  @Test(arguments: pages) func `a command prints what the page shows`(page: String) throws {
    let page = DocumentedPage(
      String(decoding: try #require(Repository.bytes(of: "\(Repository.root)/\(page)")), as: UTF8.self))
    let folder = try TemporaryFolder(page.files)
    for command in page.commands {
      let run = try ProgramRun(
        ProgramRun.built("pedigree"), command.arguments, in: page.files.isEmpty ? Repository.root : folder.path,
        environment: ["NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1788220800"])
      #expect(run.code != 2, "\(run.errors)")
      #expect(command.matches(run.output), "\(command.arguments.joined(separator: " ")) prints\n\(run.output)")
    }
  }

  @Test func `README and recipes show commands`() throws {
    for page in Self.pages
    where page == "README.md" || (page.hasPrefix("docs/recipes/") && !page.hasSuffix("README.md")) {
      let text = String(decoding: try #require(Repository.bytes(of: "\(Repository.root)/\(page)")), as: UTF8.self)
      #expect(!DocumentedPage(text).commands.isEmpty, "\(page)")
    }
  }
}

/// The files and the commands of a page.
struct DocumentedPage {
  private(set) var files: [String: String] = [:]
  private(set) var commands: [Command] = []

  struct Command {
    let arguments: [String]
    var output: [String] = []

    /// Whether the lines stand in the output, in their order; without `[…]` nothing may be missing.
    func matches(_ text: String) -> Bool {
      let printed = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard output.contains("[…]") else {
        return printed.joined(separator: "\n").trimmed == output.joined(separator: "\n").trimmed
      }
      var rest = printed[...]
      for line in output where line != "[…]" && !line.isEmpty {
        guard let place = rest.firstIndex(of: line) else { return false }
        rest = rest[(place + 1)...]
      }
      return true
    }
  }

  init(_ text: String) {
    var name: String?
    var block: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let lines = block {
          add(lines, name)
          (block, name) = (nil, nil)
        } else {
          block = []
        }
      } else if block != nil {
        block?.append(line)
      } else if line.hasPrefix("`"), line.hasSuffix("`:") {
        name = String(line.dropFirst().dropLast(2))
      } else if !line.isEmpty {
        name = nil
      }
    }
  }

  private mutating func add(_ lines: [String], _ name: String?) {
    if let name {
      files[name] = lines.joined(separator: "\n") + "\n"
    } else if lines.first?.hasPrefix("$ pedigree ") == true {
      for line in lines {
        if line.hasPrefix("$ pedigree ") {
          commands.append(Command(arguments: line.split(separator: " ").dropFirst(2).map(String.init)))
        } else {
          commands[commands.count - 1].output.append(line)
        }
      }
    }
  }
}

extension String {
  /// Without line breaks at the end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == "\n" { text = text.dropLast() }
    return String(text)
  }
}
