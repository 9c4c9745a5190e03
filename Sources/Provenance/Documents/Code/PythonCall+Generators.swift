extension PythonProgram.Call {
  /// The texts of the first argument.
  var first: [PythonProgram.Literal] { positional.first ?? [] }

  /// Whether it asks a model to write something, or makes a client that does, of which `wordings` has the names.
  func isGenerator(_ wordings: CardWordings) -> Bool {
    if name.hasSuffix("LLM") || wordings.list(.generatorClient, holds: name) { return true }
    let before = callee.dropLast().last ?? ""
    return switch name {
    case "create", "acreate", "parse", "stream":
      ["completions", "messages", "responses", "ChatCompletion"].contains(before)
    case "completion", "acompletion", "batch_completion", "chat_completion", "generate_content": true
    case "chat", "generate": before == "ollama"
    case "pipeline":
      first.first?.text.hasSuffix("text-generation") == true || first.first?.text == "text2text-generation"
    default: false
    }
  }
}
