import Compliance
import Obligations
import Provenance

/// The elements of an SPDX document: what it says of itself, then packages, their makers, relationships and licences.
struct SPDXElements {
  private let report: Report
  private let namespace: String
  private let artefacts: [GraphArtefact]
  private let licenses: SPDXLicenses
  /// Who publishes artefacts, without repetitions.
  private let makers: [String]
  private let indexByMaker: [String: Int]
  /// The edges to the parents of each artefact.
  private let steps: [Int: [Lineage.Edge]]

  init(_ report: Report, namespace: String) {
    self.report = report
    self.namespace = namespace
    let artefacts = GraphArtefact.all(of: report)
    self.artefacts = artefacts
    self.licenses = SPDXLicenses(artefacts, namespace: namespace, library: report.library)
    self.makers = artefacts.compactMap { Self.maker(of: $0, in: report) }.unique()
    self.indexByMaker = Dictionary(uniqueKeysWithValues: zip(makers, makers.indices))
    self.steps = Dictionary(grouping: report.lineage.edges, by: \.child)
  }

  /// The licensee for the release, else who owns the repository.
  private static func maker(of artefact: GraphArtefact, in report: Report) -> String? {
    artefact.isRelease ? report.licensee ?? artefact.owner : artefact.owner
  }

  var all: [JSONValue] {
    let tool = element(
      "SoftwareAgent", "pedigree", ["name": .text(Tool.name), "summary": .text("version \(Tool.version)")])
    let elements =
      [tool] + makers.indices.map { element("Organization", Self.maker($0), ["name": .text(makers[$0])]) }
      + artefacts.indices.map(package) + relationships + licenses.elements
    return [creation, document(of: elements), bill] + elements
  }

  private var creation: JSONValue {
    let day = report.releaseDate ?? report.today
    return [
      "type": "CreationInfo", "@id": .text(Self.creationID), "specVersion": "3.0.1",
      "created": .text(Self.midnight(day)), "createdBy": [.text(uri("pedigree"))],
    ]
  }

  static let creationID = "_:creation"

  private static func midnight(_ day: CalendarDate?) -> String { "\(day?.description ?? "1970-01-01")T00:00:00Z" }

  /// The profiles `ai` and `dataset` are not claimed: they want versions and days of release of all sources, which nobody
  /// tells.
  private func document(of elements: [JSONValue]) -> JSONValue {
    element(
      "SpdxDocument", "document",
      [
        "name": .text("Lineage of \(artefacts[Lineage.release].id)"),
        "rootElement": [.text(uri("bill"))],
        "element": .list(([bill] + elements).compactMap { $0["spdxId"] }),
        "profileConformance": ["core", "software", "simpleLicensing"],
      ])
  }

  /// The bill of materials within the document, in which consumers look for packages.
  private var bill: JSONValue {
    element(
      "software_Sbom", "bill",
      [
        "name": .text("Lineage of \(artefacts[Lineage.release].id)"),
        "rootElement": [.text(uri(Self.artefact(Lineage.release)))],
        "element": .list(artefacts.indices.map { .text(uri(Self.artefact($0))) }),
      ])
  }

  // MARK: Packages

  private func package(_ index: Int) -> JSONValue {
    let artefact = artefacts[index]
    let maker = Self.maker(of: artefact, in: report).flatMap { indexByMaker[$0] }
    let supplier = maker.map { JSONValue.text(uri(Self.maker($0))) }
    let released = artefact.isRelease ? report.releaseDate.map { JSONValue.text(Self.midnight($0)) } : nil
    let common: JSONValue = [
      "name": .text(artefact.id),
      "software_packageVersion": .text(ifAny: artefact.revision),
      "software_packageUrl": .text(ifAny: artefact.packageURL),
      "software_downloadLocation": .text(ifAny: artefact.address),
      "software_primaryPurpose": .text(artefact.node.kind.spdxPurpose),
      "suppliedBy": supplier,
      "releaseTime": released,
      "extension": Self.properties(
        GraphProperty.of(artefact) + artefact.licenses.map { GraphProperty("license-name", $0.claim.name) }),
    ]
    return element(
      artefact.node.kind.spdxType, Self.artefact(index), common.adding(details(of: index, maker: supplier)))
  }

  /// What only packages of models or of datasets have.
  private func details(of index: Int, maker: JSONValue?) -> JSONValue {
    switch artefacts[index].node.kind {
    case .model: ["ai_informationAboutTraining": .text(ifAny: told(of: index))]
    case .dataset:
      [
        "dataset_datasetType": ["noAssertion"],
        "dataset_dataCollectionProcess": .text(ifAny: told(of: index)),
        "originatedBy": maker.map { [$0] },
      ]
    case .service, .code: [:]
    }
  }

  /// The steps to an artefact in words: `finetune of x (declared); trained-on y (stated)`.
  private func told(of index: Int) -> String? {
    let steps = (steps[index] ?? []).filter(\.certainty.isFact)
    guard !steps.isEmpty else { return nil }
    return steps.map { "\($0.relation.rawValue) \(artefacts[$0.parent].id) (\($0.certainty.name))" }
      .joined(separator: "; ")
  }

  // MARK: Relationships

  private var relationships: [JSONValue] {
    var all: [JSONValue] = []
    for group in report.lineage.edges.grouped(by: Step.init) { all.append(step(group, number: all.count)) }
    for index in artefacts.indices {
      for (type, license) in [
        ("hasDeclaredLicense", licenses.declared(artefacts[index].licenses)),
        ("hasConcludedLicense", licenses.concluded(artefacts[index].licenses)),
      ] {
        all.append(
          element(
            "Relationship", "relationship-\(all.count)",
            [
              "from": .text(uri(Self.artefact(index))), "relationshipType": .text(type), "to": [.text(license)],
            ]))
      }
    }
    return all
  }

  /// Steps that one relationship tells.
  private struct Step: Hashable {
    let from: Int
    let type: String
    let relation: Relation
    let certainty: Certainty

    init(_ edge: Lineage.Edge) {
      // SPDX has no word for how sure a step is: what is hinted at or mentioned is told as something else.
      type = edge.certainty.isFact ? edge.relation.spdx : "other"
      from = type == "generates" ? edge.parent : edge.child
      relation = edge.relation
      certainty = edge.certainty
    }
  }

  private func step(_ edges: [Lineage.Edge], number: Int) -> JSONValue {
    let step = Step(edges[0])
    let ends = edges.map { step.type == "generates" ? $0.child : $0.parent }.unique()
    // SPDX asks whether all `to` of a relationship are named, which pedigree knows of the release's own sources only.
    let isAll =
      report.isComplete && step.from == Lineage.release && step.certainty == .declared
      && steps[step.from]?.allSatisfy { Step($0) == step || Step($0).type != step.type } ?? false
    let word = step.relation.rawValue
    return element(
      "Relationship", "relationship-\(number)",
      [
        "from": .text(uri(Self.artefact(step.from))), "relationshipType": .text(step.type),
        "to": .texts(ends.map { uri(Self.artefact($0)) }), "completeness": isAll ? "complete" : "noAssertion",
        "comment": .text("\(word): \(step.type == "generates" ? "`to` came from `from`" : "`from` came from `to`")"),
        "extension": Self.properties(edges.flatMap { GraphProperty.of($0) }.unique()),
      ])
  }

  // MARK: Parts

  private func element(_ type: String, _ name: String, _ members: JSONValue) -> JSONValue {
    members.adding(
      ["type": .text(type), "spdxId": .text(uri(name)), "creationInfo": .text(Self.creationID)])
  }

  private func uri(_ name: String) -> String { "\(namespace)#\(name)" }

  private static func artefact(_ index: Int) -> String { "artefact-\(index)" }
  private static func maker(_ index: Int) -> String { "maker-\(index)" }

  /// SPDX takes over CycloneDX's names and values as an extension.
  private static func properties(_ properties: [GraphProperty]) -> JSONValue? {
    guard !properties.isEmpty else { return nil }
    return [
      [
        "type": "extension_CdxPropertiesExtension",
        "extension_cdxProperty": .list(
          properties.map {
            [
              "type": "extension_CdxPropertyEntry", "extension_cdxPropName": .text($0.name),
              "extension_cdxPropValue": .text($0.value),
            ]
          }),
      ]
    ]
  }
}

extension ArtefactKind {
  fileprivate var spdxType: String {
    switch self {
    case .model: "ai_AIPackage"
    case .dataset: "dataset_DatasetPackage"
    case .service, .code: "software_Package"
    }
  }

  fileprivate var spdxPurpose: String {
    switch self {
    case .model: "model"
    case .dataset: "data"
    case .service: "other"
    case .code: "source"
    }
  }
}

extension Relation {
  /// SPDX's word for what the child is to the parent, or `generates` for what the parent is to the child.
  fileprivate var spdx: String {
    switch self {
    case .finetune, .adapter, .merge, .quantized, .pruned, .converted, .initialised, .continued, .derivedFrom:
      "descendantOf"
    case .trainedOn: "trainedOn"
    case .evaluatedWith: "testedOn"
    case .generatedBy: "generates"
    case .contains: "contains"
    case .serves: "dependsOn"
    case .distilled, .preferenceBy, .tokenizerOf: "other"
    }
  }
}
