import LicenseKnowledge
import Obligations
import Provenance

/// The JSON Schema of `pedigree.yaml`, made of the tables of its keys; editors complete and check by it.
///
/// It asks for no more than the reader does, but for keys with nothing behind them, which say nothing. What spans several
/// keys, and names that the knowledge has to know, only `pedigree check` checks.
public struct ManifestSchema {
  private let questions: [String: String]

  /// `questions` are the questions of law, by their keys.
  public init(questions: [String: String]) { self.questions = questions }

  /// The schema, with a line break at its end.
  public func render() throws -> String {
    let root: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "pedigree.yaml",
      "description": "What an AI model or dataset was made from, how it goes out and who makes it.",
      "$defs": ["source": source],
    ]
    return try JSONText.render(root.adding(mapping(ManifestKey.declaration)))
  }

  private var source: JSONValue {
    let kinds = ArtefactKind.allCases.map { kind -> JSONValue in ["required": [.text(kind.rawValue)]] }
    return mapping(ManifestKey.source).adding([
      "anyOf": .list(kinds), "description": "A source names what it is, and how the release came from it.",
    ])
  }

  private func mapping(_ keys: [ManifestKey]) -> JSONValue {
    let properties = keys.map { key in
      (key.name, schema(of: key.value).adding(["description": .text(key.summary)]))
    }
    return [
      "type": "object", "additionalProperties": .flag(false),
      "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
      "required": .texts(ifAny: keys.filter(\.isRequired).map(\.name)),
    ]
  }

  private func schema(of value: ManifestKey.Value) -> JSONValue {
    switch value {
    case .version: ["const": .number(1)]
    // A revision or a clause may look like a number.
    case .text: ["type": ["string", "number"]]
    case .word(let words): ["enum": .texts(words)]
    case .truth: Self.truth
    case .day: ["type": "string", "pattern": .text("^\(Self.day)$")]
    case .count: Self.count
    case .countByDay:
      [
        "anyOf": [
          Self.count,
          [
            "type": "object", "additionalProperties": .flag(false),
            "patternProperties": .object(["^(\(Self.day)|at-release)$": Self.count]),
          ],
        ]
      ]
    case .mapping(let keys): mapping(keys)
    case .names(let value): ["type": "object", "additionalProperties": schema(of: value)]
    case .answers: answers
    case .sources: list(of: ["$ref": "#/$defs/source"])
    case .list(let item): list(of: schema(of: item))
    }
  }

  private func list(of item: JSONValue) -> JSONValue { ["anyOf": [["type": "array", "items": item], item]] }

  /// Folders of licence files may bring questions of their own.
  private var answers: JSONValue {
    var properties = questions.mapValues { Self.truth.adding(["description": .text($0)]) }
    properties["otherwise"] = [
      "enum": .texts(Stance.allCases.map(\.rawValue)),
      "description": "How questions are answered that are not answered here.",
    ]
    return ["type": "object", "properties": .object(properties), "additionalProperties": Self.truth]
  }

  private static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  /// Underscores may group digits, which makes a text of the number for readers of YAML 1.2.
  private static let count: JSONValue = [
    "type": ["integer", "string"], "minimum": .number(0), "pattern": "^[0-9][0-9_]*$",
  ]
  /// For readers of YAML 1.2 all but `true` and `false` are texts.
  private static let truth: JSONValue = [
    "anyOf": [
      ["type": "boolean"], ["enum": ["yes", "no", "on", "off"]],
      ["type": "string", "pattern": "^([Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff]|T[Rr][Uu][Ee]|F[Aa][Ll][Ss][Ee])$"],
    ]
  ]
}
