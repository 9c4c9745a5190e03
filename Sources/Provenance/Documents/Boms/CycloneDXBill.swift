import Diagnostics
import Obligations
import YAMLSource

/// Reads what a CycloneDX bill says of models and datasets into a ledger.
struct CycloneDXBill {
  var ledger = BomLedger()
  private(set) var diagnostics: [Diagnostic] = []
  /// The artefact that `metadata.component` says the bill is about.
  private(set) var main: BomArtefact?
  let root: YAMLNode
  /// The artefacts by the references under which the bill speaks of them.
  private(set) var artefacts: [String: BomArtefact] = [:]
  /// References of everything that the bill holds, with where they were set.
  private var references: [String: SourceLocation] = [:]
  private var components: [Component] = []
  private var descriptions: [ArtefactID: String] = [:]
  /// Relations that properties name for an artefact.
  private(set) var relations: [ArtefactID: Relation] = [:]

  private struct Component {
    let node: YAMLNode
    let artefact: BomArtefact
    /// Whether it stands in a pedigree, where it may be described once more.
    let isKin: Bool
    /// The datasets that it holds, where it is a collection of several.
    let datasets: [BomArtefact]
  }

  private let finder: MentionFinder

  init(_ root: YAMLNode, finder: MentionFinder) {
    self.root = root
    self.finder = finder
  }

  mutating func read() {
    if let component = root["metadata"]?["component"] {
      main = BomArtefact(component: component)
      collect(component, partOf: nil, listed: main == nil ? "metadata.component" : nil)
    }
    for component in root["components"]?.items ?? [] { collect(component, partOf: nil, listed: "components") }
    for formula in root["formulation"]?.items ?? [] {
      for component in formula["components"]?.items ?? [] {
        collect(component, partOf: nil, listed: "formulation.components", canBeSubject: false)
      }
    }
    for component in components where !component.isKin {
      relations[component.artefact.id] = Self.relation(of: component.node)
    }
    for component in components {
      readProperties(of: component.node, component.artefact)
      readTags(of: component)
      readReferences(of: component)
    }
    for properties in [root["properties"], root["metadata"]?["properties"]] { readBases(in: properties, of: nil) }
    for component in components {
      readDatasets(of: component)
      readPedigree(of: component)
      readLicenses(of: component)
    }
    readDependencies()
    for formula in root["formulation"]?.items ?? [] {
      for workflow in formula["workflows"]?.items ?? [] {
        readWork(workflow)
        for task in workflow["tasks"]?.items ?? [] { readWork(task) }
      }
    }
  }
}

// MARK: Components

extension CycloneDXBill {
  /// Notes a component with everything in it; `listed` is the key that lists it, nil where a pedigree names it.
  private mutating func collect(
    _ node: YAMLNode, partOf whole: BomArtefact?, listed key: String?, canBeSubject: Bool = true
  ) {
    let artefact = BomArtefact(component: node)
    register(node["bom-ref"], artefact)
    // One dataset in `data` describes the component; of several, each is something of its own.
    let entries = (node["data"]?.items ?? []).map { (node: $0, dataset: BomArtefact(dataset: $0)) }
    let isCollection = entries.count { $0.dataset != nil } > 1
    for entry in entries {
      register(entry.node["bom-ref"], isCollection || entry.dataset == nil ? entry.dataset : artefact)
    }
    let datasets = isCollection ? entries.compactMap(\.dataset) : []
    if let artefact {
      components.append(
        Component(node: node, artefact: artefact, isKin: key == nil && artefact.id != main?.id, datasets: datasets))
      descriptions[artefact.id] = node["description"]?.text
      for item in datasets.isEmpty ? [artefact] : datasets {
        if let key { ledger.list(item, canBeSubject: canBeSubject && whole == nil, partOf: whole, key: key) }
      }
    }
    for part in node["components"]?.items ?? [] {
      collect(part, partOf: artefact ?? whole, listed: "components", canBeSubject: canBeSubject)
    }
    for kin in ["ancestors", "descendants", "variants"] {
      for component in node["pedigree"]?[kin]?.items ?? [] { collect(component, partOf: nil, listed: nil) }
    }
  }

  private mutating func register(_ reference: YAMLNode?, _ artefact: BomArtefact?) {
    guard let reference, let text = reference.text, !text.isEmpty else { return }
    if let first = references[text] {
      // The same artefact may well be described twice, by its address.
      guard artefacts[text]?.id != artefact?.id else { return }
      diagnostics.append(
        Diagnostic(
          .bomDuplicateRef,
          "`\(text)` is the reference of another component already, in line \(first.start.line)",
          at: reference.location, help: "give each component a `bom-ref` of its own"))
      return
    }
    references[text] = reference.location
    artefacts[text] = artefact
  }

  /// The artefact that a reference names; also one in another bill, if the reference is its address.
  func artefact(_ reference: YAMLNode?) -> BomArtefact? {
    guard let reference, let text = reference.text else { return nil }
    if let known = artefacts[text] { return known }
    // A BOM-Link names a component by the bill's serial number: `urn:cdx:…/1#component`.
    if text.hasPrefix("urn:cdx:"), let mark = text.firstIndex(of: "#") {
      let serial = root["serialNumber"]?.text?.split(separator: ":").last ?? ""
      let link = text.dropFirst(8).prefix { $0 != "/" }
      if !serial.isEmpty, link == serial { return artefacts[String(text[text.index(after: mark)...])] }
    }
    return references[text] == nil ? BomArtefact(address: reference) : nil
  }
}

// MARK: What components say

extension CycloneDXBill {
  private mutating func readDatasets(of component: Component) {
    let key = "modelCard.modelParameters.datasets"
    for item in component.node["modelCard"]?["modelParameters"]?["datasets"]?.oneOrMany ?? [] {
      let reference = item["ref"]
      let dataset =
        if let reference { artefact(reference) } else if item.text != nil {
          BomArtefact(name: item, addresses: [item.text ?? ""], kind: .dataset)
        } else { BomArtefact(dataset: item) }
      guard let dataset else {
        if let reference { reportMissing(reference) }
        continue
      }
      let described = item["description"]?.text ?? descriptions[dataset.id]
      ledger.step(
        from: dataset, to: component.artefact,
        hint: Self.isForEvaluation(dataset.id.text, described) ? .evaluatedWith : nil, .declared,
        at: reference?.location ?? dataset.location, by: .key(key))
    }
  }

  /// Whether a name or a description says that a dataset only tests: the field holds such, too.
  static func isForEvaluation(_ name: String, _ description: String?) -> Bool {
    let text = "\(name) \(description ?? "")".lowercased()
    return !text.contains("train")
      && [
        "test set", "test data", "testing data", "evaluation set", "evaluation data", "validation set",
        "validation data", "for evaluation", "for testing", "for validation", "to evaluate", "benchmark",
      ].contains { text.contains($0) }
  }

  private mutating func readPedigree(of component: Component) {
    guard let pedigree = component.node["pedigree"] else { return }
    let notes = pedigree["notes"]?.text
    for node in pedigree["ancestors"]?.items ?? [] {
      guard let ancestor = BomArtefact(component: node) else { continue }
      ledger.step(
        from: ancestor, to: component.artefact,
        hint: Self.relation(of: node) ?? relations[component.artefact.id]
          ?? notes.flatMap { BomRelation.named(in: $0, of: ancestor.id) },
        .declared, at: ancestor.location, by: .key("pedigree.ancestors"))
    }
    for node in pedigree["descendants"]?.items ?? [] {
      guard let descendant = BomArtefact(component: node) else { continue }
      ledger.step(
        from: component.artefact, to: descendant, hint: Self.relation(of: node) ?? relations[descendant.id], .declared,
        at: descendant.location,
        by: .key("pedigree.descendants"))
    }
    // Variants have something in common, but neither need have been made from the other.
    for node in pedigree["variants"]?.items ?? [] {
      guard let variant = BomArtefact(component: node) else { continue }
      ledger.step(
        from: variant, to: component.artefact, .mentioned, at: variant.location, by: .key("pedigree.variants"))
    }
  }

  private mutating func readTags(of component: Component) {
    let tags = (component.node["tags"]?.items ?? []).compactMap { tag in tag.text.map { Fact($0, at: tag.location) } }
    ledger.read(CardTags(tags, kind: component.artefact.kind, finder: finder), of: component.artefact)
  }

  /// Reads the references of a component that lead to another artefact.
  private mutating func readReferences(of component: Component) {
    for reference in component.node["externalReferences"]?.items ?? [] {
      guard let source = reference["url"].flatMap({ BomArtefact(address: $0) }) else { continue }
      let comment = reference["comment"]?.text?.lowercased() ?? ""
      let named = BomRelation.named(in: comment)
      let says = named != nil || ["train", "base model", "parent model"].contains { comment.contains($0) }
      // Other models are referred to for many reasons.
      guard says || (source.kind == .dataset && component.artefact.kind == .model) else { continue }
      ledger.step(
        from: source, to: component.artefact, hint: named, says ? .stated : .hinted, at: source.location,
        by: .key("externalReferences"))
    }
  }

  private mutating func readLicenses(of component: Component) {
    for item in component.node["licenses"]?.items ?? [] {
      let license = item["license"]
      guard let node = license?["id"] ?? license?["name"] ?? item["expression"], let name = node.text?.trimmed,
        BomLicense.isNamed(name)
      else { continue }
      let claim = LicenseClaim(name: name, link: license?["url"]?.text, location: node.location, basis: .project)
      for artefact in [component.artefact] + component.datasets { ledger.claim(claim, for: artefact) }
    }
  }

  private mutating func readDependencies() {
    for dependency in root["dependencies"]?.items ?? [] {
      guard let child = artefact(dependency["ref"]) else { continue }
      for reference in dependency["dependsOn"]?.items ?? [] {
        guard let parent = artefact(reference) else {
          if references[reference.text ?? ""] == nil { reportMissing(reference) }
          continue
        }
        let hint = relations[child.id] ?? relations[parent.id]
        ledger.step(
          from: parent, to: child, hint: hint, hint == nil ? .hinted : .stated, at: reference.location,
          by: .key("dependencies.dependsOn"))
      }
    }
  }

  private mutating func reportMissing(_ reference: YAMLNode) {
    diagnostics.append(
      Diagnostic(
        .bomDanglingRef, "`\(reference.text ?? "")` is not a model or dataset of this bill, so it isn't read",
        at: reference.location, help: "describe it as a component with this `bom-ref`"))
  }
}
