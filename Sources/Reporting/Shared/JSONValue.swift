/// A JSON document whose keys are given by somebody else's format.
///
/// Absent values are left out of objects, so that optional parts can be written in place.
indirect enum JSONValue: Encodable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// A text, if there is one.
  static func text(ifAny text: String?) -> JSONValue? { text.map { .text($0) } }

  /// A list, unless it is empty.
  static func list(ifAny values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .list(values) }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  /// A list of texts, unless it is empty.
  static func texts(ifAny texts: [String]) -> JSONValue? { texts.isEmpty ? nil : Self.texts(texts) }

  /// A member of an object.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// An object with the members of another one as well.
  func adding(_ more: JSONValue) -> JSONValue {
    guard case .object(let members) = self, case .object(let new) = more else { return self }
    return .object(members.merging(new) { _, new in new })
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  init(stringLiteral text: String) { self = .text(text) }

  init(arrayLiteral values: JSONValue...) { self = .list(values) }

  init(dictionaryLiteral members: (String, JSONValue?)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members.compactMap { key, value in value.map { (key, $0) } }))
  }
}
