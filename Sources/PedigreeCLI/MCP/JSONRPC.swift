import FoundationEssentials
import PedigreeKit

/// A JSON value of a message.
indirect enum RPCValue: Codable, Hashable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([RPCValue])
  case object([String: RPCValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([RPCValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: RPCValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .integer(let integer): try container.encode(integer)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// A member of an object; nil where there is none, or it is null.
  subscript(key: String) -> RPCValue? {
    guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
    return value
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension RPCValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByBooleanLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral values: RPCValue...) { self = .list(values) }
  init(dictionaryLiteral members: (String, RPCValue)...) {
    self = .object(Dictionary(members) { _, last in last })
  }
}

/// Messages of JSON-RPC 2.0, one on a line.
enum JSONRPC {
  /// What is wrong with a message, by JSON-RPC's numbers.
  struct Failure: Error {
    let code: Int
    let message: String

    static let noJSON = Failure(code: -32700, message: "the message is no JSON")
    static let noRequest = Failure(code: -32600, message: "the message is no request of JSON-RPC 2.0")

    static func noMethod(_ name: String) -> Failure {
      Failure(code: -32601, message: "there is no method `\(TerminalText.escaped(name))`")
    }

    static func badParameters(_ message: String) -> Failure { Failure(code: -32602, message: message) }
  }

  struct Request {
    /// What the answer has to repeat; nil for a notification, which gets none.
    let id: RPCValue?
    let method: String
    let parameters: RPCValue
  }

  /// Reads one message.
  static func request(_ line: [UInt8]) throws(Failure) -> Request {
    guard let message = try? JSONDecoder().decode(RPCValue.self, from: Data(line)) else { throw .noJSON }
    guard message["jsonrpc"]?.text == "2.0", let method = message["method"]?.text else { throw .noRequest }
    switch message["id"] {
    case nil, .text?, .integer?: break
    case .null?, .flag?, .number?, .list?, .object?: throw .noRequest
    }
    return Request(id: message["id"], method: method, parameters: message["params"] ?? .object([:]))
  }

  static func answer(_ result: RPCValue, to id: RPCValue) -> String {
    line(["jsonrpc": "2.0", "id": id, "result": result])
  }

  static func answer(_ failure: Failure, to id: RPCValue) -> String {
    line([
      "jsonrpc": "2.0", "id": id, "error": ["code": .integer(failure.code), "message": .text(failure.message)],
    ])
  }

  private static func line(_ message: RPCValue) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(message) else {
      return "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32603,\"message\":\"the answer is no JSON\"}}\n"
    }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}
