import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Reports sources, and releases, whose licence is not declared, not recognised or ambiguous.
struct UnknownLicenses {
  private let project: Project
  private let lineage: Lineage
  private let reach: Reach
  private let outbound: OutboundLicense
  private let texts: ProjectTexts

  init(_ assessment: Assessment) {
    project = assessment.project
    lineage = assessment.lineage
    reach = assessment.reach
    outbound = assessment.outbound
    texts = assessment.texts
  }

  /// One finding for each source without a known text, and for the release's own licence.
  func findings(for unknown: [SubjectCollector.UnknownLicense]) -> [Finding] {
    unknown.map { finding($0) } + releaseFindings()
  }

  private func finding(_ unknown: SubjectCollector.UnknownLicense) -> Finding {
    let source = lineage.nodes[unknown.node].id.text
    let gravest = unknown.ways.min { $0.key < $1.key }
    let path = gravest.map { reach.path(of: $0.value, to: $0.key) } ?? .none
    let declared = path.declared
    let message: String
    let answer: String
    var claim: LicenseClaim?
    var question = QuestionKind.license(of: source)
    var asked = "under which licence is `\(source)`?"
    switch unknown.reason {
    case .read(let declared, let text):
      claim = declared
      message =
        "`\(text.file.path)`, the licence of `\(source)`, is not a known licence (the obligations that pedigree extracted from its text are used)"
      answer = "read it yourself, for a reading may miss something, and add it with --licenses"
    case .terms(let service, let first?):
      message = "no terms of `\(service)` from before \(first) are known, and outputs of `\(source)` were obtained then"
      answer = "read the terms of that day, and add them with --licenses"
      (question, asked) = (.terms(of: source), "what do the terms of `\(service)` say that were in force then?")
    case .terms(let service, nil):
      message = "the terms of `\(service)`, under which outputs of `\(source)` were obtained, are not known to pedigree"
      answer = "read them, and add them with --licenses"
      (question, asked) = (.terms(of: source), "what do the terms of `\(service)` say that were in force then?")
    case .policy(let service):
      message =
        "the usage policy of `\(service)`, under which outputs of `\(source)` were obtained, is not known to pedigree"
      answer = "read it, and add it with --licenses"
      (question, asked) = (
        .policy(of: source), "what does the usage policy of `\(service)` say that was in force then?"
      )
    case .unnamed(let declared, let named):
      claim = declared
      if declared.basis == .catalog { question = .publishedLicense(of: source) }
      (message, answer) = Self.wording(of: named, for: "`\(source)`")
    case .undeclared where ArtefactID.isHubID(source):
      message = "no file says under which licence `\(source)` is"
      answer = "add to the source in pedigree.yaml: `license: …`, by its SPDX or Hub id"
    case .undeclared:
      message = "`\(source)` is not published, and no file says under which licence it is"
      answer = "name the artefact by its Hub id, or give the source a `license:` in pedigree.yaml"
    }
    return Finding(
      kind: .unknownLicense, source: source, path: path.steps, status: .undetermined, message: message,
      summary: message,
      location: declared ?? claim?.location,
      evidence: (declared.map { [Evidence("the source is named here", at: $0)] } ?? []),
      missing: [Question(question, asked, answer: answer)], help: answer)
  }

  private func releaseFindings() -> [Finding] {
    if outbound.declared.isEmpty {
      // What stays inside is licensed to nobody.
      guard project.manifest?.release.forms?.value != [.internal] else { return [] }
      let location = project.card.map { SourceLocation($0.file, SourceRange(0, 0)) } ?? project.nameLocation
      return [releaseFinding("the release declares no licence", .outboundLicense, at: location)]
    }
    return declaredFindings() + textFinding()
  }

  /// A text of the release's own that is no licence that is known, over which a known licence is declared.
  private func textFinding() -> [Finding] {
    let release = outbound.text
    guard let text = release.text, release.altered == nil, !outbound.knownIDs.isEmpty,
      release.readObligations.count >= Self.fewestObligations
    else { return [] }
    let question = Question(
      .licenseText(path: text.file.path), "which licence is in `\(text.file.path)`?",
      answer: "put the text of the licence that is declared into it, or declare what is in it")
    return [
      releaseFinding(
        "`\(text.file.path)`, the release's own licence, is not a known licence", question, at: text.start)
    ]
  }

  /// A file with fewer duties and prohibitions only points at a licence.
  private static let fewestObligations = 3

  private func declaredFindings() -> [Finding] {
    outbound.declared.flatMap { declared in
      declared.named.filter { $0.knownID == nil }.map { named in
        let (message, answer) = Self.wording(of: named, for: "the release")
        let question = Question(.outboundLicense, "which licence is meant by `\(named.name)`?", answer: answer)
        return releaseFinding(message, question, at: declared.claim.location)
      }
    }
  }

  private func releaseFinding(_ message: String, _ question: Question, at location: SourceLocation?) -> Finding {
    Finding(
      kind: .unknownLicense, source: project.release.text, status: .undetermined, message: message, summary: message,
      location: location,
      evidence: (location.map { [Evidence("the release's licence", at: $0)] } ?? []) + outbound.text.evidence,
      missing: [question],
      help: question.answer)
  }

  private static func wording(of named: NamedLicense, for whom: String) -> (message: String, answer: String) {
    switch named {
    case .known(let name):
      ("the licence `\(name)` of \(whom) is known", "nothing to do")
    case .family(let name, let advice):
      ("`\(name)`, given as the licence of \(whom), does not name one licence", advice)
    case .notHeld(let name):
      (
        "the licence `\(name)` of \(whom) is recognised, but its obligations are not known to pedigree",
        "read it, and add it with --licenses"
      )
    case .unknown(let name):
      (
        "the licence `\(name)` of \(whom) is not recognised",
        "write its Hub or SPDX id, or add the licence with --licenses"
      )
    }
  }
}
