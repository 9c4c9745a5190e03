import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Puts the release's licence into its card: the one that is declared, or the only one that its sources leave.
struct LicenseFix {
  let assessment: Assessment
  /// The findings that are open.
  let open: [Finding]
  let today: CalendarDate?

  private var project: Project { assessment.project }
  private var library: Library { assessment.library }

  func mend(_ draft: inout FixDraft) {
    guard draft.card != nil else { return }
    if let declared = project.manifest?.license, project.card?.licenses.isEmpty == true,
      let id = library.resolve(declared.value).knownID
    {
      let place = declared.location
      put(id, because: "declared in \(place.path):\(place.start.line)", &draft)
    } else if project.manifest?.license == nil, let (id, clauses) = onlyChoice {
      draft.declaresLicense = put(id, because: "no other licence is left: \(clauses)", &draft)
    }
  }

  /// The only licence under which the release can go out, where that is asked for, with what leaves no other.
  private var onlyChoice: (id: String, clauses: String)? {
    guard open.contains(where: { $0.isAboutReleaseLicense && $0.applies == .yes }) else { return nil }
    let solution = Solver(today: today).solve(assessment)
    guard solution.allowed.count == 1, solution.conditional.isEmpty, let id = solution.allowed.first else { return nil }
    var answers = Answers(of: project)
    answers.license = .assumed(id)
    // What else says something of the licence would contradict the card then, and is not ours to change.
    let claims = Set((project.card?.licenses ?? []).map(\.location))
    let conflicts = DeclarationConflicts(assessment.answering(answers)).findings().filter { finding in
      finding.location.map { !claims.contains($0) } ?? true
    }
    guard conflicts.isEmpty else { return nil }
    let clauses = solution.excluded.flatMap(\.because).map { "\($0.license), \($0.clause)" }.unique()
    return (id, clauses.prefix(3).joined(separator: "; "))
  }

  /// Puts a licence into the card: by the Hub's name, or as `other` with its name and address.
  @discardableResult
  private func put(_ id: String, because: String, _ draft: inout FixDraft) -> Bool {
    guard var card = draft.card else { return false }
    let name = library.knowledge.hubName(of: id)
    // A name and an address that are there would contradict the licence.
    let isOther = name == nil || card.field("license_name") != nil || card.field("license_link") != nil
    var fields = [("license", isOther ? "other" : name ?? "other")]
    if isOther {
      fields.append(("license_name", id))
      if let link = library.license(id)?.source { fields.append(("license_link", link)) }
    }
    for (key, value) in fields {
      guard card.field(key)?.text == value || card.set(key, to: value) else { return false }
    }
    guard card.file.bytes != draft.card?.file.bytes else { return false }
    draft.card = card
    for (key, value) in fields { draft.note(card.file.path, "\(key): \(value)", because: because) }
    return true
  }
}
