import Diagnostics

/// A Python program as far as it names artefacts: its calls, and the names to which it assigns texts.
struct PythonProgram {
  /// A text that stands in the program.
  struct Literal {
    let text: String
    let range: SourceRange
  }

  /// A call, `target = a.b.callee(positional, name=value)`.
  struct Call {
    /// What is called, with what stands before its dots: `[openai, chat, completions, create]`.
    let callee: [String]
    /// The variable or argument that takes the result.
    let target: String?
    /// The call in whose arguments it stands.
    let enclosing: String?
    /// Texts of each argument; none where it is something else. Lists give all their texts.
    let positional: [[Literal]]
    let named: [String: [Literal]]

    var name: String { callee.last ?? "" }
  }

  /// A name, or a field of a class, with the text that it is assigned.
  struct Assignment {
    let name: String
    let value: Literal
  }

  private let source: PythonSource
  private let tokens: [PythonToken]
  private var constants: [String: Literal] = [:]
  private(set) var calls: [Call] = []
  private(set) var assignments: [Assignment] = []
  /// The models that dictionaries ask to answer messages, `{"model": "…", "messages": […]}`.
  private(set) var requests: [Literal] = []

  init(_ file: SourceFile) {
    self.source = PythonSource(file)
    self.tokens = source.tokens
    readAssignments()
    readCalls()
    readRequests()
  }

  /// Whether a word stands in the program, outside of strings and comments.
  func mentions(_ word: String) -> Bool { tokens.contains { $0.kind == .name && source.text(of: $0) == word } }

  // MARK: Assignments

  /// Finds `NAME = "…"` and `name: type = "…"`; what is assigned more than once is no constant.
  private mutating func readAssignments() {
    var count: [String: Int] = [:]
    var found: [(name: String, value: Range<Int>)] = []
    var isStart = true
    for index in tokens.indices {
      if tokens[index].kind == .newline || source.isSign(index, ";") || source.isSign(index, ":") {
        isStart = true
        continue
      }
      defer { isStart = false }
      guard tokens[index].kind == .name, index + 1 < tokens.count else { continue }
      let name = source.text(of: tokens[index])
      if name == "for" || name == "as" { count[source.text(of: tokens[index + 1]), default: 0] += 1 }
      guard isStart else { continue }
      if tokens[index + 1].kind == .assigning { count[name, default: 0] += 1 }
      guard let value = assignedValue(after: index) else { continue }
      count[name, default: 0] += 1
      found.append((name, value))
    }
    for (name, value) in found where count[name] == 1 {
      if source.isSign(value.lowerBound, "{") {
        readEntries(of: value.lowerBound, below: name, depth: 0)
      } else if let literal = literals(in: value).first, isText(value) {
        constants[name] = literal
      }
    }
    // Fields keep their defaults however often a name is used.
    for (name, value) in found {
      if let literal = (isText(value) ? literals(in: value).first : nil) ?? defaultOfField(value) {
        assignments.append(Assignment(name: name, value: literal))
      }
    }
  }

  /// Reads the texts of a dictionary under the names by which they are asked for, `config["models"]["teacher"]`.
  private mutating func readEntries(of brace: Int, below name: String, depth: Int) {
    guard depth < Self.deepest, let end = source.closing[brace] else { return }
    for part in source.parts(in: (brace + 1)..<max(brace + 1, end)) {
      guard part.count > 2, let key = string(in: part.lowerBound..<(part.lowerBound + 1)),
        source.isSign(part.lowerBound + 1, ":")
      else { continue }
      let value = (part.lowerBound + 2)..<part.upperBound
      let path = "\(name)[\(key.text)]"
      if source.isSign(value.lowerBound, "{") {
        readEntries(of: value.lowerBound, below: path, depth: depth + 1)
      } else if let string = string(in: value) {
        constants[path] = string
      }
    }
  }

  /// Deepest nesting of dictionaries.
  private static let deepest = 8

  /// Most tokens of an annotation, and of a value that is no computation, those in brackets aside.
  private static let longestAnnotation = 16
  private static let longestValue = 200

  /// The tokens that are assigned to the name at `index`, with or without an annotation.
  private func assignedValue(after index: Int) -> Range<Int>? {
    var next = index + 1
    if source.isSign(next, ":") {
      next += 1
      next = source.end(of: next, most: Self.longestAnnotation) { source.isSign($0, "=") }
    }
    guard source.isSign(next, "=") else { return nil }
    let end = source.end(of: next + 1, most: Self.longestValue) { source.isSign($0, ";") }
    return next + 1 < end ? (next + 1)..<min(end, tokens.count) : nil
  }

  /// The default of `field(default="…")`.
  private func defaultOfField(_ value: Range<Int>) -> Literal? {
    guard value.count > 2, source.isSign(value.lowerBound + 1, "("),
      ["field", "Field"].contains(source.text(of: tokens[value.lowerBound]))
    else { return nil }
    let arguments = arguments(from: value.lowerBound + 1)
    return arguments.named["default"]?.first
      ?? (source.text(of: tokens[value.lowerBound]) == "Field" ? arguments.positional.first?.first : nil)
  }

  // MARK: Calls

  private mutating func readCalls() {
    var open: [(end: Int, name: String)] = []
    var target: String?
    var isStart = true
    for index in tokens.indices {
      while let last = open.last, last.end <= index { open.removeLast() }
      if tokens[index].kind == .newline {
        target = nil
        isStart = true
        continue
      }
      if isStart { target = targetOfStatement(at: index) }
      isStart = false
      guard source.isSign(index, "("), index > 0, tokens[index - 1].kind == .name else { continue }
      var start = index - 1
      var callee = [source.text(of: tokens[start])]
      while start >= 2, callee.count < 8, source.isSign(start - 1, "."), tokens[start - 2].kind == .name {
        start -= 2
        callee.insert(source.text(of: tokens[start]), at: 0)
      }
      if start > 0, tokens[start - 1].kind == .name, ["def", "class"].contains(source.text(of: tokens[start - 1])) {
        continue
      }
      let argument =
        source.isSign(start - 1, "=") && start >= 2 && !open.isEmpty ? source.text(of: tokens[start - 2]) : nil
      let arguments = arguments(from: index)
      calls.append(
        Call(
          callee: callee, target: argument ?? target, enclosing: open.last?.name, positional: arguments.positional,
          named: arguments.named))
      open.append((source.closing[index] ?? tokens.count, callee.last ?? ""))
    }
  }

  /// Finds the bodies of requests to chat models, however they are sent.
  private mutating func readRequests() {
    for index in tokens.indices where source.isSign(index, "{") {
      var model: [Literal] = []
      var asks = false
      for part in source.parts(in: (index + 1)..<max(index + 1, source.closing[index] ?? tokens.count)) {
        guard part.count > 2, source.isSign(part.lowerBound + 1, ":"),
          let key = string(in: part.lowerBound..<(part.lowerBound + 1))
        else { continue }
        asks = asks || key.text == "messages"
        if key.text == "model" { model = literals(in: (part.lowerBound + 2)..<part.upperBound) }
      }
      if asks { requests += model }
    }
  }

  /// The name that a statement assigns, `self.teacher = …` being `teacher`.
  private func targetOfStatement(at index: Int) -> String? {
    var last = index
    while last + 2 < tokens.count, tokens[last].kind == .name, source.isSign(last + 1, "."),
      tokens[last + 2].kind == .name
    {
      last += 2
    }
    guard tokens[last].kind == .name, assignedValue(after: last) != nil else { return nil }
    return source.text(of: tokens[last])
  }

  /// The texts among the arguments of the call whose bracket opens at `bracket`.
  private func arguments(from bracket: Int) -> (positional: [[Literal]], named: [String: [Literal]]) {
    var positional: [[Literal]] = []
    var named: [String: [Literal]] = [:]
    for part in source.parts(in: (bracket + 1)..<max(bracket + 1, source.closing[bracket] ?? tokens.count)) {
      if part.count > 2, tokens[part.lowerBound].kind == .name, source.isSign(part.lowerBound + 1, "=") {
        named[source.text(of: tokens[part.lowerBound])] = literals(in: (part.lowerBound + 2)..<part.upperBound)
      } else {
        positional.append(literals(in: part))
      }
    }
    return (positional, named)
  }

  // MARK: Values

  /// Whether a value is one text, whatever way it is given.
  private func isText(_ value: Range<Int>) -> Bool {
    !source.isSign(value.lowerBound, "[") && !source.isSign(value.lowerBound, "(")
  }

  /// The texts that a value is: a string, a constant, a list of them, or what stands in for a missing variable of the
  /// environment. Nothing where it has to be computed.
  private func literals(in value: Range<Int>) -> [Literal] {
    guard let first = value.first else { return [] }
    if let string = string(in: value) { return [string] }
    if value.count == 1, tokens[first].kind == .name {
      return [constants[source.text(of: tokens[first])]].compactMap { $0 }
    }
    if source.isSign(first, "[") || source.isSign(first, "("), source.closing[first] == value.upperBound - 1 {
      return source.parts(in: (first + 1)..<(value.upperBound - 1)).flatMap { part in
        // Lists of lists are none of names.
        isText(part) ? literals(in: part) : []
      }
    }
    return [environmentDefault(in: value) ?? classConstant(in: value) ?? entry(in: value)].compactMap { $0 }
  }

  /// A string, or several that stand side by side and so are one.
  private func string(in value: Range<Int>) -> Literal? {
    guard value.allSatisfy({ tokens[$0].kind == .string(isPlain: true) }), let last = value.last else { return nil }
    let text = value.map { source.text(in: tokens[$0].content) }.joined()
    return Literal(
      text: text, range: SourceRange(tokens[value.lowerBound].range.lowerBound, tokens[last].range.upperBound))
  }

  /// The second argument of `os.getenv(…)` and `os.environ.get(…)`.
  private func environmentDefault(in value: Range<Int>) -> Literal? {
    guard let bracket = value.first(where: { source.isSign($0, "(") }), source.closing[bracket] == value.upperBound - 1,
      bracket > value.lowerBound
    else { return nil }
    let name = source.text(of: tokens[bracket - 1])
    let isEnvironment =
      name == "getenv"
      || (name == "get" && bracket >= value.lowerBound + 3 && source.text(of: tokens[bracket - 3]) == "environ")
    guard isEnvironment else { return nil }
    let parts = source.parts(in: (bracket + 1)..<(value.upperBound - 1))
    return parts.count == 2 ? string(in: parts[1]) : nil
  }

  /// `Config.MODEL`, a constant of a class of this file.
  private func classConstant(in value: Range<Int>) -> Literal? {
    guard value.count == 3, source.isSign(value.lowerBound + 1, "."), let last = value.last, tokens[last].kind == .name
    else {
      return nil
    }
    let name = source.text(of: tokens[last])
    return name == name.uppercased() ? constants[name] : nil
  }

  /// `config["models"]["teacher"]`, an entry of a dictionary of this file.
  private func entry(in value: Range<Int>) -> Literal? {
    guard let first = value.first, tokens[first].kind == .name, value.count % 3 == 1, value.count <= 3 * Self.deepest
    else { return nil }
    var path = source.text(of: tokens[first])
    for index in stride(from: first + 1, to: value.upperBound, by: 3) {
      guard source.isSign(index, "["), source.isSign(index + 2, "]"), let key = string(in: (index + 1)..<(index + 2))
      else {
        return nil
      }
      path += "[\(key.text)]"
    }
    return constants[path]
  }
}
