import PedigreeKit

/// The Model Context Protocol over lines of JSON-RPC: what assistants ask, answered from the same knowledge as the
/// commands. It only reads, and only below one folder.
struct MCPServer {
  let tools: MCPTools

  /// Versions of the protocol that it speaks, the latest first.
  private static let versions = ["2025-06-18", "2025-03-26", "2024-11-05"]

  /// The answer to a line; nil where none is due.
  func answer(_ line: [UInt8]) -> String? {
    let request: JSONRPC.Request
    do throws(JSONRPC.Failure) {
      request = try JSONRPC.request(line)
    } catch {
      return JSONRPC.answer(error, to: .null)
    }
    guard let id = request.id else { return nil }
    do throws(JSONRPC.Failure) {
      return JSONRPC.answer(try result(of: request), to: id)
    } catch {
      return JSONRPC.answer(error, to: id)
    }
  }

  private func result(of request: JSONRPC.Request) throws(JSONRPC.Failure) -> RPCValue {
    switch request.method {
    case "initialize": return initialisation(request.parameters["protocolVersion"]?.text)
    case "ping": return [:]
    case "tools/list": return ["tools": .list(MCPTool.allCases.map(\.description))]
    case "tools/call":
      guard let name = request.parameters["name"]?.text, let tool = MCPTool(rawValue: name) else {
        throw .badParameters("there is no such tool; tools/list names them")
      }
      return tools.call(tool, MCPArguments(request.parameters["arguments"] ?? .object([:])))
    default: throw .noMethod(request.method)
    }
  }

  private func initialisation(_ wanted: String?) -> RPCValue {
    let version = wanted.flatMap { Self.versions.contains($0) ? $0 : nil } ?? Self.versions[0]
    return [
      "protocolVersion": .text(version), "capabilities": ["tools": [:]],
      "serverInfo": ["name": "pedigree", "version": .text(Tool.version)],
      "instructions": """
      Ask before you advise on licences or terms of AI models and data. `unknown` means that facts are missing: ask \
      the user for what `settle` lists, and never take it for a yes.
      """,
    ]
  }
}
