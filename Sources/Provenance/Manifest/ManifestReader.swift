import Diagnostics
import Obligations
import YAMLSource

/// Reads `pedigree.yaml`.
public struct ManifestReader {
  /// What was wrong, in file order.
  public private(set) var diagnostics: [Diagnostic] = []

  public init() {}

  /// The manifest's file name.
  public static let fileName = "pedigree.yaml"
  /// Deepest nesting of sources.
  private static let deepestSource = 16

  /// Reads the declaration; nil where the file can't be read as YAML.
  public mutating func read(_ file: SourceFile) -> Manifest? {
    let document = YAMLDocument(reading: file, limits: .strict)
    diagnostics += document.diagnostics
    guard let root = document.root else {
      if document.diagnostics.isEmpty {
        diagnostics.append(
          Diagnostic(
            .manifestEmpty, "the manifest is empty", at: SourceLocation(file, SourceRange(0, 0)),
            help: "start with `pedigree: 1` and `model: { name: … }`"))
      }
      return nil
    }
    var manifest = Manifest()
    var top = YAMLMapping(root, as: "the manifest")
    readVersion(&top)
    if let model = top.optional("model") { readModel(model, into: &manifest) }
    if let release = top.optional("release") { manifest.release = self.release(release) }
    if let licensee = top.optional("licensee") { manifest.licensee = self.licensee(licensee) }
    manifest.sources = (top.optional("sources")?.oneOrMany ?? []).compactMap { source($0, depth: 1) }
    manifest.documents = documents(top.optional("documents"))
    manifest.attestations = (top.optional("attest")?.oneOrMany ?? []).compactMap { attestation($0) }
    manifest.waivers = (top.optional("waive")?.oneOrMany ?? []).compactMap { waiver($0) }
    if let answers = top.optional("interpret") { interpretations(answers, into: &manifest) }
    if let node = top.optional("settings") {
      var reader = SettingsReader()
      manifest.settings = reader.read(node)
      diagnostics += reader.diagnostics
    }
    if let node = top.optional("complete"), let complete = top.bool("complete") {
      manifest.complete = Fact(complete, at: node.location)
    }
    diagnostics += top.finish()
    return manifest
  }

  private func readVersion(_ top: inout YAMLMapping) {
    guard let version = top.required("pedigree"), version.integer != 1 else { return }
    top.report(
      .manifestVersion, "this pedigree reads version 1 of the manifest, not `\(version.text ?? "…")`",
      at: version, help: "write `pedigree: 1`")
  }

  private mutating func readModel(_ node: YAMLNode, into manifest: inout Manifest) {
    var model = YAMLMapping(node, as: "model")
    manifest.name = model.fact("name")
    manifest.license = model.fact("license")
    manifest.card = model.fact("card")
    diagnostics += model.finish()
  }

  private mutating func release(_ node: YAMLNode) -> ReleaseFacts {
    var release = YAMLMapping(node, as: "release")
    var facts = ReleaseFacts()
    if let how = release.optional("how") {
      let forms = release.words("how", as: ReleaseForm.self)
      if forms.isEmpty, how.oneOrMany.isEmpty {
        release.report(
          .manifestEmptyList, "`how` names no way in which the release goes out", at: how,
          help: "leave it out where it is not known")
      }
      facts.forms = Fact(forms, at: how.location)
    }
    facts.commercial = release.boolFact("commercial")
    facts.date = release.dateFact("date")
    for measure in ScaleMeasure.allCases {
      if let node = release.optional(measure.rawValue), let number = release.count(measure.rawValue) {
        facts.measures[measure] = Fact(number, at: node.location)
      }
    }
    if let territories = release.optional("territories") {
      facts.territories = Fact(release.strings("territories"), at: territories.location)
    }
    diagnostics += release.finish()
    return facts
  }

  private mutating func licensee(_ node: YAMLNode) -> LicenseeFacts {
    var licensee = YAMLMapping(node, as: "licensee")
    var facts = LicenseeFacts()
    facts.name = licensee.fact("name")
    facts.domicile = licensee.fact("domicile")
    if let domicile = facts.domicile, domicile.value.utf8.count != 2, let node = licensee.optional("domicile") {
      licensee.report(
        .manifestCountry, "`\(domicile.value)` is no country code", at: node,
        help: "write the ISO 3166-1 alpha-2 code, such as DE")
    }
    if let competes = licensee.optional("competes-with") {
      facts.competesWith = Fact(licensee.strings("competes-with"), at: competes.location)
    }
    diagnostics += licensee.finish()
    return facts
  }

  private mutating func source(_ node: YAMLNode, depth: Int) -> ManifestSource? {
    var source = YAMLMapping(node, as: "a source")
    let named = ArtefactKind.allCases.compactMap { kind in
      // `service` beside a model says where its outputs came from; alone it is the source itself.
      kind == .service ? nil : source.fact(kind.rawValue).map { (kind, $0) }
    }
    let service = source.fact("service")
    let relation: Relation? = source.word("relation")
    let relationNode = source.optional("relation")
    let license = source.fact("license")
    let licenseFile = source.fact("license-file")
    var acquisition = Acquisition()
    acquisition.service = service?.value
    acquisition.terms = source.string("terms")
    let from = source.date("from")
    acquisition.days = DateWindow(from: from, until: source.date("to"))
    acquisition.acceptedBy = source.word("accepted-by")
    acquisition.samples = source.count("samples")
    acquisition.location = node.location
    let nestedNodes = source.optional("sources")?.oneOrMany ?? []
    if depth >= Self.deepestSource, let first = nestedNodes.first {
      source.report(.manifestTooDeep, "sources nested more than \(Self.deepestSource) levels deep", at: first)
    }
    let nested = depth < Self.deepestSource ? nestedNodes.compactMap { self.source($0, depth: depth + 1) } : []
    let subject = named.first ?? service.map { (ArtefactKind.service, $0) }
    if named.count > 1 || subject == nil, node.entries != nil {
      source.report(
        .manifestSource, "a source names exactly one of model, dataset, service or code", at: node,
        help: "write one entry for each of them")
    }
    if relationNode == nil, node.entries != nil {
      source.report(
        .yamlMissingKey, "a source lacks `relation`", at: node,
        help: "one of: \(Relation.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let from, let until = acquisition.days.until, until < from {
      source.report(.manifestDates, "`to` lies before `from`", at: node)
    }
    diagnostics += source.finish()
    guard let (kind, id) = subject, let relation, let relationNode else { return nil }
    return ManifestSource(
      id: id, kind: kind, relation: Fact(relation, at: relationNode.location), license: license,
      licenseFile: licenseFile, acquisition: acquisition, sources: nested)
  }

  private mutating func attestation(_ node: YAMLNode) -> Attestation? {
    var entry = YAMLMapping(node, as: "an attestation")
    if entry.optional("obligation") == nil { _ = entry.required("obligation") }
    let obligation = entry.fact("obligation")
    let statement = entry.requiredString("statement")
    let by = entry.requiredString("by")
    let date = entry.date("date")
    diagnostics += entry.finish()
    guard let obligation, let statement, let by else { return nil }
    return Attestation(obligation: obligation, statement: statement, by: by, date: date)
  }

  private mutating func waiver(_ node: YAMLNode) -> Waiver? {
    var entry = YAMLMapping(node, as: "a waiver")
    if entry.optional("finding") == nil { _ = entry.required("finding") }
    let finding = entry.fact("finding")
    let reason: Waiver.Reason? = entry.word("reason")
    if entry.optional("reason") == nil { _ = entry.required("reason") }
    let note = entry.string("note")
    let by = entry.requiredString("by")
    let expires = entry.date("expires")
    diagnostics += entry.finish()
    guard let finding, let reason, let by else { return nil }
    return Waiver(finding: finding, reason: reason, note: note, by: by, expires: expires)
  }

  private mutating func interpretations(_ node: YAMLNode, into manifest: inout Manifest) {
    var mapping = YAMLMapping(node, as: "interpret")
    for entry in node.entries ?? [] {
      guard let key = entry.key.text else { continue }
      if key == "otherwise" {
        manifest.stance = mapping.word(key, as: Stance.self).map { Fact($0, at: entry.value.location) }
      } else if let answer = mapping.bool(key) {
        manifest.interpretations[key] = Fact(answer, at: entry.value.location)
      }
    }
    diagnostics += mapping.finish()
  }

  private mutating func documents(_ node: YAMLNode?) -> [Fact<String>] {
    var documents: [Fact<String>] = []
    for item in node?.oneOrMany ?? [] {
      if let text = item.text {
        documents.append(Fact(text, at: item.location))
      } else {
        diagnostics.append(
          Diagnostic(
            .yamlWrongType, "a document must be a path, not \(item.kindName)", at: item.location))
      }
    }
    return documents
  }
}

extension YAMLMapping {
  /// The text under `key` with its place.
  mutating func fact(_ key: String) -> Fact<String>? {
    guard let node = optional(key), let text = string(key) else { return nil }
    return Fact(text, at: node.location)
  }

  /// The truth value under `key` with its place.
  mutating func boolFact(_ key: String) -> Fact<Bool>? {
    guard let node = optional(key), let bool = bool(key) else { return nil }
    return Fact(bool, at: node.location)
  }

  /// The day under `key` with its place.
  mutating func dateFact(_ key: String) -> Fact<CalendarDate>? {
    guard let node = optional(key), let date = date(key) else { return nil }
    return Fact(date, at: node.location)
  }

  /// The day under `key`.
  mutating func date(_ key: String) -> CalendarDate? {
    parsed(key, expecting: "a day, yyyy-mm-dd") { CalendarDate($0) }
  }
}
