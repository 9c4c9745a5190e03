import ArgumentParser
import PedigreeKit

/// `pedigree mcp`: answers assistants.
struct MCP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serve assistants by the Model Context Protocol, on standard input and output.",
    discussion: """
      Tools: ask, check, explain, solve. They only read, and projects only below the root. A message is one line of at \
      most 1 MiB. Ends when standard input does.
      """)

  @Option(help: ArgumentHelp("The folder below which projects are read.", valueName: "dir"), completion: .directory)
  var root = "."

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    guard let root = RealPath.of(root) else {
      throw Stop.failure("no such folder: `\(TerminalText.escaped(root))`")
    }
    let server = MCPServer(
      tools: MCPTools(library: try knowledge.load(), root: root, today: try Environment.today()))
    do {
      try Self.serve(server)
    } catch let error as FileError {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
  }

  /// Answers each message of standard input.
  private static func serve(_ server: MCPServer) throws {
    var input = LineStream.standardInput(longest: longestMessage)
    while let line = try input.next() {
      switch line {
      case .bytes(let bytes):
        guard bytes.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }) else { continue }
        if let answer = server.answer(bytes) { Output.write(answer) }
      case .tooLong: Output.write(JSONRPC.answer(.tooLong, to: .null))
      }
    }
  }

  private static let longestMessage = 1 << 20
}

extension JSONRPC.Failure {
  fileprivate static let tooLong = JSONRPC.Failure(code: -32600, message: "the message is longer than 1 MiB")
}
