import PedigreeKit

/// What an assistant can call.
enum MCPTool: String, CaseIterable {
  case ask, check, explain, solve

  /// The tool as tools/list describes it.
  var description: RPCValue {
    [
      "name": .text(rawValue), "description": .text(purpose), "inputSchema": schema,
      "annotations": ["readOnlyHint": true, "openWorldHint": false],
    ]
  }

  private var purpose: String {
    switch self {
    case .ask:
      """
      May a model, data set or service be used in this way? Answers no, unknown, yes-if or yes, with the clause, the \
      conditions, and for unknown the facts that would settle it.
      """
    case .check: "Check a project: what its licences and terms violate, and what can't be decided yet."
    case .explain: "Explain a licence or terms, with their obligations, by any name."
    case .solve: "Find every licence under which a release can go out, and why it can't under the others."
    }
  }

  private var schema: RPCValue {
    switch self {
    case .ask: Self.object(MCPArguments.ofQuestion + MCPArguments.ofRelease, required: ["use", "source"])
    case .check: Self.object(MCPArguments.ofProject)
    case .explain: Self.object(MCPArguments.ofLicense, required: ["name"])
    case .solve: Self.object(MCPArguments.ofProject + MCPArguments.ofPlan + MCPArguments.ofRelease)
    }
  }

  private static func object(_ arguments: [MCPArguments.Argument], required: [String] = []) -> RPCValue {
    [
      "type": "object",
      "properties": .object(
        Dictionary(arguments.map { ($0.name, $0.type.schema($0.meaning)) }) { first, _ in first }),
      "required": .list(required.map { .text($0) }), "additionalProperties": false,
    ]
  }
}

/// Runs the tools.
struct MCPTools {
  let library: Library
  /// The folder below which paths have to lie, without links.
  let root: String
  let today: CalendarDate?

  /// What a tool answers; what went wrong is an answer as well, marked as a mistake.
  func call(_ tool: MCPTool, _ arguments: MCPArguments) -> RPCValue {
    do {
      let text =
        switch tool {
        case .ask: try ask(arguments)
        case .check: try check(arguments)
        case .explain: try explain(arguments)
        case .solve: try solve(arguments)
        }
      return Self.content(text, isError: false)
    } catch let mistake as MCPMistake {
      return Self.content(mistake.message, isError: true)
    } catch {
      return Self.content("pedigree could not answer: \(error)", isError: true)
    }
  }

  private static func content(_ text: String, isError: Bool) -> RPCValue {
    ["content": [["type": "text", "text": .text(text)]], "isError": .flag(isError)]
  }

  private func ask(_ arguments: MCPArguments) throws -> String {
    try arguments.allow(MCPArguments.ofQuestion + MCPArguments.ofRelease)
    let question = try arguments.question()
    return try AdviceFormat.json.render(
      try Self.understood { () throws(AskError) in try library.ask(question, today: today) }, full: true,
      style: TextStyle(coloured: false))
  }

  private func check(_ arguments: MCPArguments) throws -> String {
    try arguments.allow(MCPArguments.ofProject)
    let report = library.check(try project(arguments), today: today)
    return try ReportFormat.json.render(report, .open, style: TextStyle(coloured: false))
  }

  private func explain(_ arguments: MCPArguments) throws -> String {
    try arguments.allow(MCPArguments.ofLicense)
    guard let name = try arguments.text("name") else { throw MCPMistake("`name` is missing") }
    do {
      return LicenseText(style: TextStyle(coloured: false)).explain(try library.explain(name), kind: nil)
    } catch {
      throw MCPMistake("no licence is called `\(name)`")
    }
  }

  private func solve(_ arguments: MCPArguments) throws -> String {
    try arguments.allow(MCPArguments.ofProject + MCPArguments.ofPlan + MCPArguments.ofRelease)
    let assessment: Assessment
    if let plan = try arguments.plan() {
      assessment = library.assess(try Self.understood { () throws(AskError) in try plan.project(in: library) })
    } else {
      assessment = library.assess(try project(arguments))
    }
    return try SolutionFormat.json.render(
      library.solve(assessment, today: today), full: true, style: TextStyle(coloured: false))
  }

  private static func understood<Result>(_ ask: () throws(AskError) -> Result) throws -> Result {
    do throws(AskError) {
      return try ask()
    } catch {
      switch error {
      case .lexicon(let error): throw MCPMistake("the lexicon is broken: \(error)")
      case .mistakes(let mistakes):
        throw MCPMistake(mistakes.map { "\($0.option.drop { $0 == "-" }): \($0.message)" }.joined(separator: "\n"))
      }
    }
  }

  /// The project at a path below the root.
  private func project(_ arguments: MCPArguments) throws -> Project {
    let path = try arguments.text("path") ?? "."
    let name = try arguments.text("name")
    guard let full = RealPath.of(path.hasPrefix("/") ? path : "\(root)/\(path)"),
      full == root || full.hasPrefix(root == "/" ? "/" : "\(root)/")
    else { throw MCPMistake("`\(path)` is not in the folder that this server reads") }
    do throws(ProjectError) {
      return try library.read(full, name: name)
    } catch {
      switch error {
      case .lexicon(let error): throw MCPMistake("the lexicon is broken: \(error)")
      case .file(let error): throw MCPMistake(error.summary)
      case .nothingToRead: throw MCPMistake("`\(path)` contains no manifest, model card, configuration or BOM")
      case .outside(let path): throw MCPMistake("`\(path)` leads out of the folder that is checked")
      case .unreadable(let diagnostics):
        throw MCPMistake(CheckText(style: TextStyle(coloured: false)).render(diagnostics))
      }
    }
  }
}

/// Something in a call that can't be answered; the assistant is told.
struct MCPMistake: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
