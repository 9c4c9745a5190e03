import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Reports where a project's own files disagree about the release's licence.
struct DeclarationConflicts {
  private let project: Project
  private let library: Library
  private let outbound: OutboundLicense
  private let lineage: Lineage
  private let texts: ProjectTexts

  init(_ assessment: Assessment) {
    project = assessment.project
    library = assessment.library
    outbound = assessment.outbound
    lineage = assessment.lineage
    texts = assessment.texts
  }

  func findings() -> [Finding] { licenseConflicts() + textConflicts() }

  /// Every licence that a file gives the release against the one that counts.
  private func licenseConflicts() -> [Finding] {
    guard let main = outbound.declared.first else { return [] }
    let declared = outbound.knownIDs
    guard !declared.isEmpty else { return [] }
    var reported: Set<String> = []
    let claims = (project.card.map { $0.licenses + $0.proseLicenses } ?? []) + project.documentLicenses
    return claims.compactMap { claim in
      guard claim.location != main.claim.location, case .name(let name) = library.expression(claim),
        let other = library.resolve(name).knownID, !declared.contains(other),
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
      .licenseText(path: location.path), "is what `\(location.path)` holds the licence of the release?",
      answer: "keep the licences of sources and parts in files of their own, such as LICENSE-\(other)")
    return Finding(
      kind: .declarationConflict, source: project.release.text, status: isSure ? .violated : .undetermined,
      message: "`\(main.name)` is declared for the release in one place and `\(other)` in another",
      summary: "the project's files agree about the release's licence", location: location,
      evidence: [Evidence("`\(main.name)`", at: main.location), Evidence(says ?? "`\(other)`", at: location)],
      missing: isSure ? [] : [question],
      help: isSure ? "make the places agree; recipients may rely on either" : question.answer)
  }
}
