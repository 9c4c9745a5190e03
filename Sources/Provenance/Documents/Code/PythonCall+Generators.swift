extension PythonProgram.Call {
  /// The texts of the first argument.
  var first: [PythonProgram.Literal] { positional.first ?? [] }

  /// Whether it asks a model to write something, or makes the client that does.
  var isGenerator: Bool {
    if name.hasSuffix("LLM") || Self.clients.contains(name) { return true }
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

  private static let clients: Set<String> = [
    // The clients of the makers themselves take no model; those of LangChain and LlamaIndex do.
    "OpenAI", "AzureOpenAI", "Anthropic", "ChatOpenAI", "AzureChatOpenAI", "ChatAnthropic", "ChatGoogleGenerativeAI",
    "ChatMistralAI", "ChatOllama",
    "ChatTogether", "GenerativeModel", "InferenceClient", "AsyncInferenceClient",
  ]
}
