import Diagnostics
import Obligations
import YAMLSource

extension ManifestReader {
  /// Deepest nesting of sources that is read.
  public static let deepestSource = 16

  /// Reads a source with the sources of its own.
  mutating func source(_ node: YAMLNode, depth: Int) -> ManifestSource? {
    var source = YAMLMapping(node, as: "a source")
    let named = [ArtefactKind.model, .dataset, .code].compactMap { kind in
      artefact(kind, in: &source).map { (kind, $0) }
    }
    // `service` beside a model says where its outputs came from; alone it is the source itself.
    let service = closed(ArtefactKind.service.rawValue, as: .service, in: &source)
    let isNamed = ArtefactKind.allCases.contains { node[$0.rawValue] != nil }
    let relation: Relation? = source.word("relation")
    let relationNode = source.optional("relation")
    let license = source.fact("license")
    let grounds = self.grounds(&source, for: license)
    let revision = source.fact("revision")
    let licenseFile = source.fact("license-file")
    let isOwn = source.boolFact("own")
    var acquisition = Acquisition()
    acquisition.service = service?.value
    acquisition.terms = closed("terms", as: .terms, in: &source)?.value
    acquisition.days = days(&source)
    acquisition.acceptedBy = source.word("accepted-by")
    acquisition.samples = source.count("samples")
    acquisition.location = node.location
    let nestedNodes = source.optional("sources")?.oneOrMany ?? []
    if depth >= Self.deepestSource, let first = nestedNodes.first {
      source.report(.manifestTooDeep, "sources nested more than \(Self.deepestSource) levels deep", at: first)
    }
    let nested =
      depth < Self.deepestSource ? nestedNodes.compactMap { self.source($0, depth: depth + 1) } : []
    let subject = named.first ?? service.map { (ArtefactKind.service, $0) }
    if named.count > 1 || !isNamed, node.entries != nil {
      source.report(
        .manifestSource, "a source names exactly one of model, dataset, service or code", at: node,
        help: "write one entry for each of them")
    }
    if relationNode == nil, node.entries != nil {
      source.report(
        .yamlMissingKey, "a source lacks `relation`", at: node,
        help: "one of: \(Relation.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    diagnostics += source.finish()
    guard let (kind, id) = subject, let relation, let relationNode else { return nil }
    return ManifestSource(
      id: id, kind: kind, relation: Fact(relation, at: relationNode.location), license: license, grounds: grounds,
      revision: revision, licenseFile: licenseFile, isOwn: isOwn, acquisition: acquisition, sources: nested)
  }

  /// The name under `key`, as the knowledge spells it.
  private func closed(_ key: String, as words: ClosedWords.Kind, in source: inout YAMLMapping) -> Fact<String>? {
    guard let node = source.optional(key), let name = name(in: node, as: words, of: &source) else { return nil }
    return Fact(name, at: node.location)
  }

  /// The artefact under the key of its kind.
  private func artefact(_ kind: ArtefactKind, in source: inout YAMLMapping) -> Fact<String>? {
    guard let node = source.optional(kind.rawValue), let id = artefact(in: node, as: kind, of: &source) else {
      return nil
    }
    return Fact(id, at: node.location)
  }

  /// The days of generation.
  private func days(_ source: inout YAMLMapping) -> DateWindow {
    let from = source.date("from")
    let until = source.date("to")
    if let from, let until, until < from {
      source.report(.manifestDates, "`to` lies before `from`", at: source.node)
    }
    return DateWindow(from: from, until: until)
  }

  /// Why the declared licence counts before the one that the licensor is known to use.
  private func grounds(_ source: inout YAMLMapping, for license: Fact<String>?) -> LicenseGrounds? {
    guard let node = source.optional("license-basis") else {
      _ = source.optional("by")
      _ = source.optional("evidence")
      for key in ["by", "evidence"] {
        if let node = source.node[key] {
          source.report(
            .manifestLicenseBasis, "`\(key)` says nothing without `license-basis`", at: node,
            help: "write `license-basis: \(LicenseGrounds.Basis.allCases.map(\.rawValue).joined(separator: ", "))`")
        }
      }
      return nil
    }
    let basis: LicenseGrounds.Basis? = source.word("license-basis")
    let by = source.requiredString("by")
    let evidence = source.requiredString("evidence")
    if license == nil {
      source.report(
        .manifestLicenseBasis, "`license-basis` is about a `license`, and the source names none", at: node)
    }
    guard let basis, let by, let evidence else { return nil }
    return LicenseGrounds(basis: basis, by: by, evidence: evidence)
  }
}
