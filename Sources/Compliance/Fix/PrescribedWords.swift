import Obligations
import Provenance

/// Puts the words that licences prescribe, and statements of changes that were declared, where people get them.
struct PrescribedWords {
  private let library: Library
  private let project: Project
  private let lineage: Lineage

  init(assessment: Assessment) {
    library = assessment.library
    project = assessment.project
    lineage = assessment.lineage
  }

  enum Outcome {
    case mended
    case left(String)
  }

  /// Mends a finding that is open.
  func mend(_ finding: Finding, _ draft: inout FixDraft) -> Outcome {
    let advice = finding.help ?? finding.summary
    guard let requirement = finding.requirement else { return .left(advice) }
    guard finding.applies == .yes else { return .left("it is not known whether it applies: \(advice)") }
    return mend(requirement, of: finding, &draft) ? .mended : .left(advice)
  }

  /// Whether something was put into the files that meets a requirement.
  private func mend(_ requirement: Requirement, of finding: Finding, _ draft: inout FixDraft) -> Bool {
    let because = "\(finding.license), \(finding.clause)"
    switch requirement {
    case .documentSays(let wordings):
      return draft.addToCard(Self.sentence(wordings[0]), because: because)
    case .noticeFile(let wording):
      return draft.addToNotice(wording ?? attribution(finding), because: because)
    case .changesStated(let place):
      guard let statement = statement(of: finding) else { return false }
      switch place {
      case .anyDocument:
        return draft.addToCard(statement, because: because) || draft.addToNotice(statement, because: because)
      case .notice: return draft.addToNotice(statement, because: because)
      }
    case .cardDeclares(let field):
      guard field != .license, ArtefactID.isHubID(finding.source), draft.card != nil else { return false }
      let says = "\(field.rawValue): \(finding.source)"
      let isThere = draft.mended.contains { $0.says == says }
      guard isThere || draft.card?.add(finding.source, to: field.rawValue) == true else { return false }
      draft.note(draft.card?.file.path ?? "", says, because: because)
      return true
    case .any(let parts): return parts.contains { mend($0, of: finding, &draft) }
    // A repository's name and licence are its owner's to choose, texts of licences are not held here, and what people do
    // no edit can show.
    case .nameStartsWith, .nameContains, .licenseCopy, .outboundLicense, .never, .attested, .later, .reviewed:
      return false
    }
  }

  /// A wording as it stands; one that is the end of a sentence, about the model.
  private static func sentence(_ wording: String) -> String {
    wording.first?.isLowercase == true ? "This model \(wording)." : wording
  }

  /// Which source is under which licence, where a licence asks for a notice and prescribes no words.
  private func attribution(_ finding: Finding) -> String {
    let license = library.license(finding.license)
    let link = license?.source.map { " (\($0))" } ?? ""
    return "\(finding.source) is licensed under \(license?.title ?? finding.license)\(link)."
  }

  /// What the project declares that it did with a source, in a sentence; nil where others changed it, or nobody says how.
  private func statement(of finding: Finding) -> String? {
    guard let step = finding.path.last, step.omitted == 0 else { return nil }
    let isDeclared = lineage.edges.contains { edge in
      edge.child == Lineage.release && edge.certainty == .declared && edge.relation == step.relation
        && lineage.nodes[edge.parent].id.text == step.artefact
    }
    guard isDeclared else { return nil }
    // Without quotes of code: what stands in those is shown to nobody.
    let source = step.artefact
    switch step.relation {
    case .finetune: return "This model is a fine-tuned version of \(source)."
    case .adapter: return "This adapter was fine-tuned from \(source)."
    case .merge: return "This model was merged from \(source)."
    case .quantized: return "This model is a quantized version of \(source)."
    case .pruned: return "This model is a pruned version of \(source)."
    case .converted: return "This model was converted from \(source)."
    case .initialised, .continued, .distilled, .generatedBy, .preferenceBy, .trainedOn, .derivedFrom, .evaluatedWith,
      .tokenizerOf, .contains, .serves:
      return nil
    }
  }
}
