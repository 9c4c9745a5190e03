/// A licence expression: one name, or names joined by AND and OR (SPDX 2.3, annex D).
public indirect enum LicenseExpression: Sendable, Hashable {
  /// A licence's name as written; an exception behind WITH stays part of it.
  case name(String)
  /// All of them apply together.
  case all([LicenseExpression])
  /// The recipient chooses one.
  case any([LicenseExpression])

  /// Reads an expression; a text that is none is a name, since licences have names such as
  /// "Llama 3.1 Community License".
  public init(_ text: String) {
    var reader = ExpressionReader(text)
    self = reader.read() ?? .name(text)
  }

  /// The names in it, in order.
  public var names: [String] {
    switch self {
    case .name(let name): [name]
    case .all(let parts), .any(let parts): parts.flatMap(\.names)
    }
  }

  /// The expression with other names in place of its own; nil where one has none.
  public func written(_ name: (String) -> String?) -> String? {
    switch self {
    case .name(let own): name(own)
    case .all(let parts): Self.joined(parts.map { $0.operand(name) }, by: " AND ")
    case .any(let parts): Self.joined(parts.map { $0.operand(name) }, by: " OR ")
    }
  }

  private func operand(_ name: (String) -> String?) -> String? {
    if case .name(let own) = self { return name(own) }
    return written(name).map { "(\($0))" }
  }

  private static func joined(_ parts: [String?], by separator: String) -> String? {
    let known = parts.compactMap(\.self)
    return known.count == parts.count ? known.joined(separator: separator) : nil
  }
}

private struct ExpressionReader {
  private var tokens: [Substring]

  init(_ text: String) {
    var tokens: [Substring] = []
    for word in text.split(separator: " ") {
      var word = word
      while word.hasPrefix("(") {
        tokens.append("(")
        word = word.dropFirst()
      }
      var closing = 0
      while word.hasSuffix(")") {
        closing += 1
        word = word.dropLast()
      }
      if !word.isEmpty { tokens.append(word) }
      tokens += Array(repeating: ")", count: closing)
    }
    self.tokens = tokens.reversed()
  }

  /// The whole expression; nil where it has no operator, or is malformed.
  mutating func read() -> LicenseExpression? {
    guard tokens.contains("OR") || tokens.contains("AND") else { return nil }
    guard let expression = alternatives(depth: 0), tokens.isEmpty else { return nil }
    return expression
  }

  private mutating func alternatives(depth: Int) -> LicenseExpression? {
    joined(by: "OR", depth: depth, LicenseExpression.any) { $0.conjunction(depth: depth) }
  }

  private mutating func conjunction(depth: Int) -> LicenseExpression? {
    joined(by: "AND", depth: depth, LicenseExpression.all) { $0.operand(depth: depth) }
  }

  private mutating func joined(
    by separator: Substring, depth: Int, _ join: ([LicenseExpression]) -> LicenseExpression,
    _ part: (inout ExpressionReader) -> LicenseExpression?
  ) -> LicenseExpression? {
    guard let first = part(&self) else { return nil }
    var parts = [first]
    while tokens.last == separator {
      tokens.removeLast()
      guard let next = part(&self) else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : join(parts)
  }

  private mutating func operand(depth: Int) -> LicenseExpression? {
    guard depth < 16, let token = tokens.popLast(), !["AND", "OR", ")", "WITH"].contains(token) else { return nil }
    if token == "(" {
      guard let inside = alternatives(depth: depth + 1), tokens.popLast() == ")" else { return nil }
      return inside
    }
    guard tokens.last == "WITH", tokens.count >= 2 else { return .name(String(token)) }
    tokens.removeLast()
    let exception = tokens.removeLast()
    return .name("\(token) WITH \(exception)")
  }
}
