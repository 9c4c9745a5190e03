import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Reports where a project's own files disagree, and what its declaration leaves out.
struct DeclarationConflicts {
  let project: Project
  let knowledge: Knowledge
  let outbound: OutboundLicense
  let lineage: Lineage
  let texts: ProjectTexts

  func findings() -> [Finding] { licenseConflicts() + textConflicts() + undeclaredSources() }

  /// Every licence that a file gives the release against the one that counts.
  private func licenseConflicts() -> [Finding] {
    guard let main = outbound.declared.first, let card = project.card else { return [] }
    let declared = outbound.knownIDs
    guard !declared.isEmpty else { return [] }
    var reported: Set<String> = []
    return (card.licenses + card.proseLicenses).compactMap { claim in
      guard claim.location != main.claim.location, case .name(let name) = knowledge.expression(claim),
        let other = knowledge.resolve(name).knownID, !declared.contains(other),
        reported.insert(other).inserted
      else { return nil }
      return conflict(main.claim, claim.name, at: claim.location)
    }
  }

  /// Texts of other licences than the one that is declared.
  private func textConflicts() -> [Finding] {
    guard let main = outbound.declared.first else { return [] }
    return TextConflicts(outbound: outbound, texts: texts).conflicts().map { other in
      conflict(
        main.claim, other.license, at: other.location, says: "the text of `\(other.license)`",
        isSure: other.isSure)
    }
  }

  private func conflict(
    _ main: LicenseClaim, _ other: String, at location: SourceLocation, says: String? = nil, isSure: Bool = true
  ) -> Finding {
    let question = Question(
      "license-text.\(location.path)", "is what `\(location.path)` holds the licence of the release?",
      answer: "keep the licences of sources and parts in files of their own, such as LICENSE-\(other)")
    return Finding(
      license: "", kind: .declarationConflict, modality: .none, clause: "", source: project.release.text, path: [],
      status: isSure ? .violated : .undetermined, severity: isSure ? .error : .warning,
      message: "`\(main.name)` is declared for the release in one place and `\(other)` in another",
      summary: "the project's files agree about the release's licence", location: location,
      evidence: [Evidence("`\(main.name)`", at: main.location), Evidence(says ?? "`\(other)`", at: location)],
      missing: isSure ? [] : [question],
      help: isSure ? "make the places agree; recipients may rely on either" : question.answer)
  }

  /// Sources that the card names and the manifest leaves out.
  private func undeclaredSources() -> [Finding] {
    guard let manifest = project.manifest, let card = project.card,
      !manifest.sources.isEmpty || manifest.complete != nil
    else { return [] }
    let declared = Self.ids(in: manifest.sources)
    let fields = (card.baseModels + card.datasets).map { (ArtefactID($0.value), $0.location, true) }
    let prose = card.proseSources.filter { $0.child == nil }.map { ($0.id, $0.location, false) }
    var reported: Set<ArtefactID> = []
    return (fields + prose).compactMap { id, location, isField in
      guard !declared.contains(where: { Self.names(id, $0) }), id != project.release, reported.insert(id).inserted
      else {
        return nil
      }
      let isExhaustive = manifest.complete?.value == true
      let status: Status = isField || isExhaustive ? .violated : .undetermined
      let evidence =
        [Evidence("the card names `\(id.text)`", at: location)]
        + (manifest.complete.map { [Evidence("complete: \($0.value ? "yes" : "no")", at: $0.location)] } ?? [])
      let question = Question(
        "source.\(id.text)", "is `\(id.text)` a source of the release?",
        answer: "list it under `sources:` with its relation")
      return Finding(
        license: "", kind: .undeclaredSource, modality: .none, clause: "", source: id.text, path: [], status: status,
        severity: status == .violated ? .error : .warning,
        message: "the card names `\(id.text)` as a source, and the declaration leaves it out",
        summary: "the declaration lists every source", location: location, evidence: evidence,
        missing: status == .undetermined ? [question] : [], help: question.answer)
    }
  }

  private static func ids(in sources: [ManifestSource]) -> [ArtefactID] {
    sources.flatMap { [ArtefactID($0.id.value)] + ids(in: $0.sources) }
  }

  /// Whether a name in prose can mean the declared artefact: `Llama 3.1` the declared `Llama-3.1-8B`.
  private static func names(_ mention: ArtefactID, _ declared: ArtefactID) -> Bool {
    mention == declared || mention.words == declared.words || declared.words.starts(with: mention.words)
      || mention.words.starts(with: declared.words)
  }
}
