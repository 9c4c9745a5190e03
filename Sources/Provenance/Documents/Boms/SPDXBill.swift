import Diagnostics
import Obligations
import YAMLSource

/// Reads what an SPDX 3 document says of models and datasets into a ledger.
struct SPDXBill {
  var ledger = BomLedger()
  private(set) var diagnostics: [Diagnostic] = []
  /// The artefact that the document's roots say it is about.
  private(set) var main: BomArtefact?
  private let graph: SPDXGraph
  private var artefacts: [String: BomArtefact] = [:]

  private let finder: MentionFinder

  init(_ graph: SPDXGraph, finder: MentionFinder) {
    self.graph = graph
    self.finder = finder
  }

  mutating func read() {
    let relationships = graph.elements.filter { $0["relationshipType"] != nil }
    let training = relationships.filter { Self.steps[Self.type(of: $0)]?.isOfData ?? false }
    let roles = SPDXRoles(
      data: Set(training.flatMap { graph.references($0["to"]) }.map(\.id)),
      models: Set(training.flatMap { graph.references($0["from"]) }.map(\.id)))
    for element in graph.elements {
      guard let artefact = BomArtefact(element: element, roles: roles) else { continue }
      artefacts[element.id] = artefact
      ledger.list(artefact, canBeSubject: true, key: element.type)
      readFields(of: element, artefact)
      for key in Self.proseFields {
        for text in element[key]?.oneOrMany ?? [] {
          guard let words = text.text, !words.isEmpty else { continue }
          ledger.tell(.init(key: key, words: Fact(words, at: text.location)), of: artefact)
        }
      }
    }
    nameTwins()
    for element in graph.repeated {
      diagnostics.append(
        Diagnostic(
          .bomDuplicateRef, "another element has the id `\(element.id)` already",
          at: element.node.location,
          help: "give each element an id of its own"))
    }
    findMain()
    for relationship in relationships { read(relationship) }
    readBuilds(relationships)
  }

  /// Generators describe a model twice, as what it is and as a package of the same name, which carries its licences.
  private mutating func nameTwins() {
    var byName: [String: BomArtefact?] = [:]
    for element in graph.elements {
      guard let artefact = artefacts[element.id], let name = element["name"]?.text else { continue }
      if let known = byName[name], known?.id != artefact.id {
        byName[name] = .some(nil)
      } else {
        byName[name] = artefact
      }
    }
    for element in graph.elements where element.type == "Package" && artefacts[element.id] == nil {
      if let name = element["name"]?.text, let twin = byName[name] { artefacts[element.id] = twin }
    }
  }

  /// Reads what generators write into fields of a package: the Hub's tags as domains, and licences as SPDX 2 did.
  private mutating func readFields(of element: SPDXElement, _ artefact: BomArtefact) {
    let tags = (element["domain"]?.oneOrMany ?? []).compactMap { tag in tag.text.map { Fact($0, at: tag.location) } }
      .filter { $0.value.contains(":") }
    ledger.read(CardTags(tags, kind: artefact.kind, finder: finder), of: artefact)
    for key in ["licenseDeclared", "licenseConcluded", "declaredLicense", "concludedLicense"] {
      readLicenses(graph.references(element[key]), of: artefact)
    }
  }

  /// Fields that tell in prose how a model was trained and how data were gathered.
  private static let proseFields = ["informationAboutTraining", "dataCollectionProcess", "dataPreprocessing"]

  private static func type(of relationship: SPDXElement) -> String {
    relationship["relationshipType"]?.text.map(SPDXElement.local) ?? ""
  }

  /// Finds the one artefact among the roots of the document and of the bills that are its roots.
  private mutating func findMain() {
    let bills: Set<String> = ["SpdxDocument", "Bom", "Sbom", "Bundle"]
    let isRoot = { (element: SPDXElement) in bills.contains(element.type) }
    let roots = graph.elements.filter(isRoot).flatMap { graph.references($0["rootElement"]).map(\.id) }
    var found: [ArtefactID: BomArtefact] = [:]
    for root in roots { if let artefact = artefacts[root] { found[artefact.id] = artefact } }
    if found.count == 1 { main = found.values.first }
  }
}

// MARK: Relationships

extension SPDXBill {
  private mutating func read(_ relationship: SPDXElement) {
    let type = Self.type(of: relationship)
    let targets = graph.references(relationship["to"])
    guard let from = graph.references(relationship["from"]).first else { return }
    if ["hasDeclaredLicense", "hasConcludedLicense"].contains(type) {
      if let artefact = artefacts[from.id] { readLicenses(targets, of: artefact) }
      return
    }
    let step = Self.steps[type] ?? (type == "other" ? Self.otherStep : nil)
    guard let step else { return }
    let words = [relationship["description"], relationship["comment"], relationship["name"], relationship["summary"]]
    let properties = Self.properties(of: relationship)
    let named =
      properties["pedigree:relation"].flatMap { Relation(rawValue: $0) }
      ?? BomRelation.named(in: words.compactMap { $0?.text }.joined(separator: " "))
    for target in targets {
      guard let source = artefact(from), let target = artefact(target) else { continue }
      let (child, parent) = step.targetIsChild ? (source.at(target.location), target) : (source, target)
      var certainty = step.certainty
      // A relation that is named in words is as good as said.
      if certainty < .stated, named != nil { certainty = .stated }
      // What pedigree itself only took for a hint or a mention stays one.
      switch properties["pedigree:certainty"] {
      case "mentioned": certainty = .mentioned
      case "hinted": certainty = .hinted
      default: break
      }
      ledger.step(
        from: step.targetIsChild ? child : parent, to: step.targetIsChild ? parent : child, hint: step.hint ?? named,
        certainty, at: target.location, by: .key(type))
    }
  }

  /// The names and values that an element takes over from CycloneDX; of several with one name the first.
  private static func properties(of element: SPDXElement) -> [String: String] {
    let entries = (element["extension"]?.items ?? []).flatMap { $0["extension_cdxProperty"]?.items ?? [] }
    let pairs = entries.compactMap { entry -> (String, String)? in
      guard let name = entry["extension_cdxPropName"]?.text, let value = entry["extension_cdxPropValue"]?.text else {
        return nil
      }
      return (name, value)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The artefact that a reference means, at the place of the reference; others are reported where it is nowhere.
  private mutating func artefact(_ reference: (id: String, node: YAMLNode)) -> BomArtefact? {
    if let artefact = artefacts[reference.id] { return artefact.at(reference.node.location) }
    if let elsewhere = BomArtefact(address: reference.node) { return elsewhere }
    if graph[reference.id] == nil {
      diagnostics.append(
        Diagnostic(
          .bomDanglingRef, "`\(reference.id)` is not an element of this document, so it isn't read",
          at: reference.node.location, help: "describe it in the document"))
    }
    return nil
  }

  /// What a type of relationship says.
  private struct StepKind {
    /// Whether what it leads to was made from what it comes from.
    var targetIsChild = false
    var hint: Relation?
    let certainty: Certainty

    /// Whether it leads from a model to the data that it was trained or tested on.
    var isOfData: Bool { hint == .trainedOn || hint == .evaluatedWith }
  }

  private static let steps: [String: StepKind] = [
    "trainedOn": StepKind(hint: .trainedOn, certainty: .declared),
    "testedOn": StepKind(hint: .evaluatedWith, certainty: .declared),
    // SPDX 3.1.
    "pretrainedOn": StepKind(hint: .trainedOn, certainty: .declared),
    "finetunedOn": StepKind(hint: .trainedOn, certainty: .declared),
    "evaluatedOn": StepKind(hint: .evaluatedWith, certainty: .declared),
    "descendantOf": StepKind(certainty: .declared),
    "ancestorOf": StepKind(targetIsChild: true, certainty: .declared),
    "generates": StepKind(targetIsChild: true, hint: .generatedBy, certainty: .declared),
    "copiedTo": StepKind(targetIsChild: true, certainty: .hinted),
    "contains": StepKind(certainty: .hinted),
    "dependsOn": StepKind(certainty: .hinted),
    "hasPrerequisite": StepKind(certainty: .hinted),
    "hasRequirement": StepKind(certainty: .hinted),
    "usesTool": StepKind(certainty: .hinted),
    "hasOptionalDependency": StepKind(certainty: .hinted),
    "hasVariant": StepKind(certainty: .mentioned),
  ]
  private static let otherStep = StepKind(certainty: .mentioned)

  /// Reads what builds took and what they made: `hasInput` and `hasOutput` of the Build profile.
  private mutating func readBuilds(_ relationships: [SPDXElement]) {
    var results: [String: [BomArtefact]] = [:]
    for relationship in relationships where Self.type(of: relationship) == "hasOutput" {
      for build in graph.references(relationship["from"]) {
        results[build.id, default: []] += graph.references(relationship["to"]).compactMap { artefacts[$0.id] }
      }
    }
    for relationship in relationships where Self.type(of: relationship) == "hasInput" {
      for build in graph.references(relationship["from"]) {
        for reference in graph.references(relationship["to"]) {
          guard let source = artefacts[reference.id] else { continue }
          for result in results[build.id] ?? [] {
            ledger.step(from: source, to: result, .stated, at: reference.node.location, by: .key("hasInput"))
          }
        }
      }
    }
  }
}

// MARK: Licences

extension SPDXBill {
  private mutating func readLicenses(_ references: [(id: String, node: YAMLNode)], of artefact: BomArtefact) {
    for reference in references {
      guard let license = license(reference, depth: 0), BomLicense.isNamed(license.name) else { continue }
      ledger.claim(
        LicenseClaim(name: license.name, link: license.link, location: license.location, basis: .project),
        for: artefact)
    }
  }

  private typealias License = (name: String, link: String?, location: SourceLocation)

  /// Deepest nesting of sets of licences.
  private static let deepestSet = 8

  /// The licence that a reference means; nil where nothing is said, `NoAssertion` and `None`.
  private func license(_ reference: (id: String, node: YAMLNode), depth: Int) -> License? {
    guard let element = graph[reference.id] else {
      let name =
        reference.id.contains("spdx.org/licenses/")
        ? String(reference.id.split(separator: "/").last ?? "") : reference.id
      // Not all writers make elements of licences; an address of none names nothing.
      return name.contains(":") || reference.node.text == nil ? nil : (name, nil, reference.node.location)
    }
    switch element.type {
    case "NoAssertionLicense", "NoneLicense": return nil
    case "ConjunctiveLicenseSet", "DisjunctiveLicenseSet":
      // What is nested deeper, or in itself, stays a licence that nobody knows.
      guard depth < Self.deepestSet else { return (reference.id, nil, reference.node.location) }
      let members = graph.references(element["member"]).compactMap { license($0, depth: depth + 1)?.name }
      let operation = element.type == "ConjunctiveLicenseSet" ? " AND " : " OR "
      let name = members.map { $0.contains(" ") ? "(\($0))" : $0 }.joined(separator: operation)
      return members.isEmpty ? nil : (name, nil, reference.node.location)
    default:
      if let expression = element["licenseExpression"], let text = expression.text?.trimmed {
        return (text, link(for: text, in: element), expression.location)
      }
      let isListed = element.id.contains("spdx.org/licenses/")
      if isListed { return (String(element.id.split(separator: "/").last ?? ""), nil, reference.node.location) }
      guard let name = element["name"], let text = name.text?.trimmed else { return nil }
      return (text, element["seeAlso"]?.oneOrMany.first?.text, name.location)
    }
  }

  /// The address that a document gives for a licence of its own, `LicenseRef-acme`.
  private func link(for expression: String, in element: SPDXElement) -> String? {
    for entry in element["customIdToUri"]?.oneOrMany ?? [] where entry["key"]?.text == expression {
      // An address may be that of an element, which holds the text itself.
      if let uri = entry["value"]?.text, uri.hasPrefix("http"), graph[uri] == nil { return uri }
    }
    return nil
  }
}
