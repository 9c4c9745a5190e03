import Obligations
import YAMLSource

/// Reads what W3C PROV and `isBasedOn` say about a dataset and its parts: files, record sets, fields.
struct CroissantProvenance {
  let data: LinkedData
  let finder: MentionFinder

  /// Reads all parts that a document describes; what comes from one of them comes into the dataset.
  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    var parts: [YAMLNode] = []
    data.forEachObject(in: root, except: Self.properties) { object in
      let types = data.types(of: object)
      guard types.isEmpty || types.contains(where: { Self.parts.contains($0) }) else { return false }
      parts.append(object)
      return true
    }
    var seen: Set<Int> = []
    for part in parts { read(part: part, except: &seen, into: &document) }
  }

  private static let parts: Set<Substring> = ["Dataset", "FileObject", "FileSet", "RecordSet", "Field"]
  private static let origins = [
    "wasDerivedFrom", "hadPrimarySource", "wasQuotedFrom", "wasRevisionOf", "isBasedOn", "isBasedOnUrl",
  ]
  private static let agents = ["wasAttributedTo", "wasAssociatedWith", "isAssociatedWith"]
  private static let properties = Set((origins + agents + ["wasGeneratedBy"]).map { Substring($0) })

  /// Reads what a part says of its origin; `seen` are the starts of the values that other parts refer to as well.
  private func read(part: YAMLNode, except seen: inout Set<Int>, into document: inout ProvenanceDocument) {
    func values(_ property: String) -> [YAMLNode] {
      data.values(property, of: part).filter { seen.insert($0.range.lowerBound).inserted }
    }
    for property in Self.origins {
      for origin in values(property) { add(origin: origin, property, into: &document) }
    }
    for activity in values("wasGeneratedBy") { add(activity: activity, into: &document) }
    for property in Self.agents {
      for agent in values(property) { add(agent: agent, property, into: &document) }
    }
  }

  /// What the data were derived from: a dataset, or a model that made them.
  private func add(origin: YAMLNode, _ property: String, into document: inout ProvenanceDocument) {
    guard let name = LinkedName(origin, in: data, finder: finder) else { return }
    let kind = name.kind ?? .dataset
    add(name, kind, property, .declared, into: &document)
  }

  /// What was done: with which data, by whom, and in which words.
  private func add(activity: YAMLNode, into document: inout ProvenanceDocument) {
    let before = document.sources.count
    let agents = Self.agents.flatMap { data.values($0, of: activity) }
    for agent in agents { add(agent: agent, "wasGeneratedBy", into: &document) }
    for used in ["used", "usage"].flatMap({ data.values($0, of: activity) }) {
      // A part of the description itself is used by name only.
      guard let name = LinkedName(used, in: data, finder: finder), let kind = name.kind else { continue }
      add(name, kind, "wasGeneratedBy", .declared, into: &document)
    }
    if data.types(of: activity).contains(where: { $0 != "Activity" }), agents.isEmpty {
      add(agent: activity, "wasGeneratedBy", into: &document)
    }
    let words =
      activity.text == nil ? ["label", "name", "description"].flatMap { data.texts($0, of: activity) } : [activity]
    let texts = CroissantTexts(finder: finder, subject: ArtefactID(document.subject?.value ?? ""))
    for node in words {
      for model in texts.models(namedIn: node, key: "prov:wasGeneratedBy", .hinted)
      where !document.sources[before...].contains(where: { $0.id == model.id }) {
        document.add(model)
      }
    }
    guard document.sources.count == before,
      let node = words.first(where: { CroissantTexts.speaksOfModels($0.text ?? "") })
    else { return }
    document.unnamed.append(UnnamedSource(.generatedBy, basis: .key("prov:wasGeneratedBy"), at: node.location))
  }

  /// Who is responsible: a model, a program, people.
  private func add(agent: YAMLNode, _ property: String, into document: inout ProvenanceDocument) {
    let types = data.types(of: agent)
    guard let name = LinkedName(agent, in: data, finder: finder) else { return }
    if name.kind == .model, finder.artefact(called: name.id.text) != nil || name.id.namespace != nil {
      add(name, .model, property, .declared, into: &document)
    } else if !types.contains(where: { ["Person", "Organization"].contains($0) }), Self.namesProgram(name.id.text) {
      // A program that carries a version may be a model; whoever knows will say.
      add(name, .model, property, .hinted, into: &document)
    }
  }

  /// Whether an agent is called as programs are: `SyntheticDataGenerator-v1.2`.
  private static func namesProgram(_ name: String) -> Bool {
    let words = ArtefactID.words(of: name)
    let isMaker = words.contains { word in
      ["generator", "llm", "gpt", "model"].contains { word.hasSuffix($0) }
    }
    return !name.contains("://") && isMaker
  }

  private func add(
    _ name: LinkedName, _ kind: ArtefactKind, _ property: String, _ certainty: Certainty,
    into document: inout ProvenanceDocument
  ) {
    // A part came from the whole.
    guard name.id.text != document.subject?.value else { return }
    let prefix = property.hasPrefix("isBasedOn") ? "" : "prov:"
    document.add(
      SourceStatement(
        id: name.id, kind: kind, relation: kind == .dataset ? .derivedFrom : .generatedBy, certainty: certainty,
        location: name.node.location, basis: .key(prefix + property)))
  }
}
