import Diagnostics
import Obligations
import YAMLSource

/// Reads `pedigree.yaml`.
public struct ManifestReader {
  /// What was wrong, in file order.
  public internal(set) var diagnostics: [Diagnostic] = []
  let words: ClosedWords
  let finder: MentionFinder

  /// A reader that understands the names of makers, services, terms and places that `words` holds, and those of
  /// artefacts that prose is searched for, by `wordings`.
  public init(
    words: ClosedWords, names: KnownNames, wordings: CardWordings, kindOfID: @escaping (String) -> ArtefactKind?
  ) {
    self.init(words: words, finder: MentionFinder(names: names, kindOfID: kindOfID, wordings: wordings))
  }

  init(words: ClosedWords, finder: MentionFinder) {
    self.words = words
    self.finder = finder
  }

  /// The manifest's file name.
  public static let fileName = "pedigree.yaml"

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
    readSubject(&top, into: &manifest)
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
    if let node = top.optional("policy") {
      var reader = PolicyReader()
      manifest.policy = reader.read(node)
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

  /// Reads what is released: a model or a dataset.
  private mutating func readSubject(_ top: inout YAMLMapping, into manifest: inout Manifest) {
    let subjects = [ArtefactKind.model, .dataset].compactMap { kind in
      top.optional(kind.rawValue).map { (kind: kind, node: $0) }
    }
    if subjects.count > 1 {
      top.report(
        .manifestSubject, "a manifest is about one release, a `model` or a `dataset`", at: subjects[1].node,
        help: "give the other one a manifest of its own, or list it under `sources`")
    }
    guard let (kind, node) = subjects.first else { return }
    var subject = YAMLMapping(node, as: kind.rawValue)
    manifest.kind = kind
    manifest.name = subject.fact("name")
    manifest.license = subject.fact("license")
    manifest.card = subject.fact("card")
    diagnostics += subject.finish()
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
      guard let node = release.optional(measure.rawValue) else { continue }
      if node.entries != nil {
        read(node, as: measure, into: &facts)
      } else if let number = release.count(measure.rawValue) {
        facts.measures[measure] = Fact(number, at: node.location)
      }
    }
    if let territories = release.optional("territories") {
      let places = territories.oneOrMany.compactMap { place(named: $0, in: &release) }
      facts.territories = Fact(places, at: territories.location)
    }
    diagnostics += release.finish()
    return facts
  }

  /// Reads a measure that is given for several days.
  private mutating func read(_ node: YAMLNode, as measure: ScaleMeasure, into facts: inout ReleaseFacts) {
    var days = YAMLMapping(node, as: "`\(measure.rawValue)`")
    for entry in node.entries ?? [] {
      guard let key = entry.key.text, let day = CalendarDate(key), let number = days.count(key) else { continue }
      facts.earlierMeasures[measure, default: [:]][day] = Fact(number, at: entry.value.location)
    }
    if let number = days.count("at-release") {
      facts.measures[measure] = Fact(number, at: node.location)
    }
    diagnostics += days.finish()
  }

  private mutating func licensee(_ node: YAMLNode) -> LicenseeFacts {
    var licensee = YAMLMapping(node, as: "licensee")
    var facts = LicenseeFacts()
    facts.name = licensee.fact("name")
    if let domicile = licensee.optional("domicile"), let place = place(named: domicile, in: &licensee) {
      if place == .worldwide {
        licensee.report(.manifestCountry, "nobody is domiciled worldwide", at: domicile, help: Self.placeHelp)
      }
      facts.domicile = Fact(place, at: domicile.location)
    }
    if let competes = licensee.optional("competes-with") {
      let makers = competes.oneOrMany.compactMap { name(in: $0, as: .maker, of: &licensee) }
      facts.competesWith = Fact(makers, at: competes.location)
    }
    diagnostics += licensee.finish()
    return facts
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
