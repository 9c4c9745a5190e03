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

  func findings() -> [Finding] { licenseConflicts() + gateConflicts() + undeclaredSources() }

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

  /// A gate that shows another licence's text than the one that is declared.
  private func gateConflicts() -> [Finding] {
    guard let main = outbound.declared.first, !outbound.knownIDs.isEmpty,
      let gate = LicenseCopies.gatedLicense(project, knowledge: knowledge), !outbound.knownIDs.contains(gate.id)
    else { return [] }
    return [conflict(main.claim, gate.id, at: gate.location)]
  }

  private func conflict(_ main: LicenseClaim, _ other: String, at location: SourceLocation) -> Finding {
    Finding(
      license: "", kind: .declarationConflict, modality: .none, clause: "", source: project.release.text, path: [],
      status: .violated, severity: .error,
      message: "`\(main.name)` is declared for the release in one place and `\(other)` in another",
      summary: "the project's files agree about the release's licence", location: location,
      evidence: [Evidence("`\(main.name)`", at: main.location), Evidence("`\(other)`", at: location)], missing: [],
      help: "make the places agree; recipients may rely on either")
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
