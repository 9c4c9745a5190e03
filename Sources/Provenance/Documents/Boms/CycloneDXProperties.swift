import Obligations
import YAMLSource

extension CycloneDXBill {
  /// Reads the sources that generators write into properties, since there is no field for them.
  mutating func readProperties(of node: YAMLNode, _ artefact: BomArtefact) {
    for list in Self.properties(of: node) { readBases(in: list, of: artefact) }
  }

  /// The relation that the properties of a component name: to what it was made from or, in a pedigree, to its child.
  static func relation(of node: YAMLNode) -> Relation? {
    for property in properties(of: node).flatMap({ $0.items ?? [] }) where word(property).hasSuffix("relation") {
      guard let value = property["value"]?.text else { continue }
      if let relation = Relation(rawValue: value.lowercased()) ?? BomRelation.named(in: value) { return relation }
    }
    return nil
  }

  private static func properties(of node: YAMLNode) -> [YAMLNode] {
    let card = node["modelCard"]
    return [node["properties"], card?["properties"], card?["modelParameters"]?["properties"]].compactMap { $0 }
  }

  mutating func readBases(in properties: YAMLNode?, of artefact: BomArtefact?) {
    for property in properties?.items ?? [] {
      guard let name = property["name"]?.text, let value = property["value"] else { continue }
      // A property that is called like a relation may refer to a component.
      let last = name.split(separator: ":").last.map(String.init) ?? name
      if let relation = Relation(rawValue: last.lowercased()), let source = artefacts[value.text ?? ""] {
        ledger.step(from: source, to: artefact, hint: relation, .stated, at: value.location, by: .key(name))
        continue
      }
      guard
        let meaning = Self.meanings.first(where: { meaning in
          meaning.words.contains { Self.word(property).hasSuffix($0) }
        })
      else { continue }
      let (names, isCut) = BomPropertyValue.names(in: value)
      if isCut { ledger.leaveOut() }
      for source in names {
        guard let source = BomArtefact(name: source, addresses: [source.text ?? ""], kind: meaning.kind) else {
          continue
        }
        ledger.step(
          from: source, to: artefact,
          hint: meaning.relation ?? artefact.flatMap { relations[$0.id] }, .stated, at: source.location, by: .key(name))
      }
    }
  }

  /// The name of a property in small letters without its signs: `huggingface:base_model` is `huggingfacebasemodel`.
  private static func word(_ property: YAMLNode) -> String {
    (property["name"]?.text ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static let meanings: [(words: [String], kind: ArtefactKind, relation: Relation?)] = [
    (["basemodel", "basemodels", "parentmodel", "parentmodels", "foundationmodel", "finetunedfrom"], .model, nil),
    (["quantizedfrom"], .model, .quantized),
    (["teachermodel", "teachermodels", "distilledfrom"], .model, .distilled),
    (
      [
        "evaluationdataset", "evaluationdatasets", "evaldataset", "evaldatasets", "testdataset", "testdatasets",
        "validationdataset", "validationdatasets", "benchmarkdataset", "benchmarkdatasets",
      ], .dataset, .evaluatedWith
    ),
    (["trainingdataset", "trainingdatasets", "traindataset", "traindatasets", "trainedon", "datasets"], .dataset, nil),
  ]
}
