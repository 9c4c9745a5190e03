import Diagnostics
import Obligations
import YAMLSource

extension ManifestReader {
  /// What a name stands for, as the knowledge spells it; reports a name that is not understood.
  func name(in node: YAMLNode, as kind: ClosedWords.Kind, of mapping: inout YAMLMapping) -> String? {
    guard let text = node.text else {
      mapping.report(.yamlWrongType, "a \(kind.noun) must be a name, not \(node.kindName)", at: node)
      return nil
    }
    switch words.meaning(of: text, as: kind) {
    case .known(let name): return name
    case .other(let name): return name
    case .unknown(let suggestion):
      mapping.reportUnknown(text, kind.noun, suggestion, at: node)
      return nil
    }
  }

  /// The id of an artefact, found as prose finds it where only a name is written.
  ///
  /// Most artefacts are in no catalogue, so what resembles nothing is taken as written.
  func artefact(in node: YAMLNode, as kind: ArtefactKind, of mapping: inout YAMLMapping) -> String? {
    guard let text = node.text else {
      mapping.report(.yamlWrongType, "`\(kind.rawValue)` must be text, not \(node.kindName)", at: node)
      return nil
    }
    if text.hasPrefix(ClosedWords.other) { return String(text.dropFirst(ClosedWords.other.count)).trimmed }
    let id = ArtefactID(text)
    if finder.kindOfID(text) != nil { return text }
    let called = finder.artefact(called: String(id.name)).flatMap { $0.kind == kind ? $0.id : nil }
    if let owner = id.namespace {
      // An owner's artefact whose name is spelt otherwise than on the Hub.
      return called?.namespace?.lowercased() == owner.lowercased() ? called?.text : text
    }
    if let called { return called.text }
    if let version = version(named: text, kind) { return version }
    guard let suggestion = finder.names.nearest(to: text, kind) else { return text }
    mapping.reportUnknown(text, kind.rawValue, suggestion, at: node)
    return nil
  }

  /// The id of a dated or numbered version of a model that is known by its name: `hare-4-2024-05-13`.
  private func version(named text: String, _ kind: ArtefactKind) -> String? {
    let name = String(text.map { Self.dashes.contains($0) ? "-" : $0 })
    let bytes = Array(name.utf8)
    guard let match = finder.names.match(in: bytes, at: 0), match.artefact.kind == kind,
      let owner = ArtefactID(match.artefact.id.familyName).namespace
    else { return nil }
    let rest = String(decoding: bytes[match.range.upperBound...], as: UTF8.self)
    guard rest.isEmpty || rest.hasPrefix("-") else { return nil }
    let isVersion = rest.split(separator: "-").allSatisfy {
      $0 == "latest" || $0 == "preview" || $0.allSatisfy(\.isNumber)
    }
    let id = rest.isEmpty ? match.artefact.id.familyName : "\(owner)/\(name.lowercased())"
    return isVersion && finder.kindOfID(id) == kind ? id : nil
  }

  /// The hyphens and dashes of typesetting.
  private static let dashes: Set<Character> = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}"]

  /// The country, the union or the whole world that a name means; reports any other name.
  func place(named node: YAMLNode, in mapping: inout YAMLMapping) -> Place? {
    guard let text = node.text else {
      mapping.report(.yamlWrongType, "a place must be a name, not \(node.kindName)", at: node)
      return nil
    }
    if let place = words.place(called: text) { return place }
    mapping.report(.manifestCountry, "`\(text)` is not a known country", at: node, help: Self.placeHelp)
    return nil
  }

  static let placeHelp = "write the ISO 3166-1 alpha-2 code, such as DE"
}

extension YAMLMapping {
  /// Reports a name that is not understood, with the one that was probably meant.
  fileprivate mutating func reportUnknown(_ text: String, _ noun: String, _ suggestion: String?, at node: YAMLNode) {
    let purpose = "to name one that pedigree does not know, write `\(ClosedWords.other)\(text)`"
    report(
      .manifestUnknownName, "`\(text)` is not a known \(noun)", at: node,
      help: suggestion.map { "did you mean `\($0)`? \(purpose)" } ?? purpose)
  }
}

extension ClosedWords.Kind {
  fileprivate var noun: String {
    switch self {
    case .maker: "maker"
    case .service: "service"
    case .terms: "version or series of a service's terms"
    }
  }
}
