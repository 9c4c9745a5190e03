import Foundation
import TestSupport
import Testing

/// `pedigree mcp`: what assistants ask.
@Suite struct MCPTests {
  /// What the server answers to lines.
  private static func answers(to lines: [String], root: String = Repository.samples) throws -> [String] {
    let folder = try TemporaryFolder(["input": lines.map { "\($0)\n" }.joined()])
    let run = try ProgramRun(
      "/bin/sh", ["-c", "\"$1\" mcp --root \"$2\" < input", "sh", ProgramRun.built("pedigree"), root], in: folder.path)
    #expect(run.code == 0)
    return run.output.split(separator: "\n").map(String.init)
  }

  private static func call(_ tool: String, _ arguments: String) -> String {
    #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
  }

  /// Messages that are wrong, with the number of the mistake.
  private static let broken: [(line: String, code: String)] = [
    ("{", "-32700"), ("[]", "-32600"), (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, "-32600"),
    (#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, "-32600"), (#"{"jsonrpc":"2.0","id":1,"method":"x"}"#, "-32601"),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}"#, "-32602"),
    (String(repeating: "[", count: 100_000), "-32700"), (String(repeating: " x", count: 600_000), "-32600"),
  ]

  @Test(arguments: broken) func `a broken message is answered, and the next one as well`(
    line: String, code: String
  ) throws {
    let answers = try Self.answers(to: [line, #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#])
    #expect(answers.count == 2)
    #expect(answers.first?.contains("\"code\":\(code)") == true)
    #expect(answers.last == #"{"id":2,"jsonrpc":"2.0","result":{}}"#)
  }

  @Test func `a notification gets no answer`() throws {
    #expect(try Self.answers(to: [#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, ""]) == [])
  }

  /// Calls that can't be answered, with what the answer names.
  private static let mistaken: [(tool: String, arguments: String, names: String)] = [
    ("check", #"{"path":"../docs"}"#, "../docs"), ("check", #"{"path":"/etc"}"#, "/etc"),
    ("check", #"{"path":"nowhere"}"#, "nowhere"), ("check", #"{"path":7}"#, "path"),
    ("ask", #"{"use":"distilled"}"#, "source"), ("ask", #"{"use":"eaten","source":"GPT-4o"}"#, "use"),
    ("ask", #"{"use":"distilled","source":"GPT-4o","comercial":true}"#, "comercial"),
    ("ask", #"{"use":"distilled","source":"GPT-4o","domicile":"Atlantis"}"#, "Atlantis"),
    ("explain", #"{"name":"nobody-knows-it"}"#, "nobody-knows-it"), ("explain", "{}", "name"),
    ("solve", #"{"sources":["GPT-4o"]}"#, "GPT-4o"),
  ]

  @Test(arguments: mistaken) func `a call that can't be answered says why`(
    tool: String, arguments: String, names: String
  ) throws {
    let answer = try #require(try Self.answers(to: [Self.call(tool, arguments)]).first)
    #expect(answer.contains("\"isError\":true") && answer.contains(names), "\(answer)")
  }

  @Test func `a link does not lead out of the root`() throws {
    let folder = try TemporaryFolder(["root/README.md": "# Thing\n"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/root/out", withDestinationPath: Repository.samples)
    let call = Self.call("check", #"{"path":"out/openai-competitor"}"#)
    let answer = try #require(try Self.answers(to: [call], root: "\(folder.path)/root").first)
    #expect(answer.contains("\"isError\":true"))
  }

  @Test(.enabled(if: ExportValidation.python != nil, "the client is not installed"))
  func `the public client of the protocol finds and calls the tools`() throws {
    let python = try #require(ExportValidation.python)
    let folder = try TemporaryFolder(["client.py": Self.client])
    let run = try ProgramRun(
      python, ["client.py", ProgramRun.built("pedigree"), Repository.samples], in: folder.path)
    #expect(
      run.output == "pedigree\nask check explain solve\nunknown\nTrue\nFalse True\n", "\(run.errors.suffix(2000))")
  }

  private static let client = """
    import asyncio, json, sys
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def main():
      server = StdioServerParameters(command=sys.argv[1], args=["mcp", "--root", sys.argv[2]])
      async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        start = (await session.initialize()).model_dump(by_alias=True)
        print(start["serverInfo"]["name"])
        print(*[tool.name for tool in (await session.list_tools()).tools])
        async def call(tool, arguments):
          return (await session.call_tool(tool, arguments)).model_dump(by_alias=True)
        asked = await call("ask", {"use": "distilled", "source": ["GPT-4o"], "accepted-by": "us",
          "from": "2024-06-01", "to": "2024-07-01"})
        print(json.loads(asked["content"][0]["text"])["answer"])
        solved = await call("solve", {"sources": ["finetune=meta-llama/Llama-2-7b-hf"], "release": ["weights"],
          "commercial": True, "monthly-active-users": 1000})
        print(json.loads(solved["content"][0]["text"])["allowed"] == ["llama-2"])
        checked = await call("check", {"path": "openai-competitor"})
        print(checked["isError"], "compete" in checked["content"][0]["text"])

    asyncio.run(main())
    """
}
