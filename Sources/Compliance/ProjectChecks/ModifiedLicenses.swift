import Diagnostics
import LicenseKnowledge
import LicenseTexts
import Obligations
import Provenance

/// Reports licence texts that differ from the licences that they are copies of, and brings what was put into
/// copies of a source's licence into the ledger.
struct ModifiedLicenses {
  let project: Project
  let lineage: Lineage
  let library: Library
  let texts: ProjectTexts
  let outbound: OutboundLicense
  /// The texts that speak about the sources.
  let subjects: [Subject]

  /// An altered licence that somebody has to look at.
  private struct Case {
    let altered: AlteredText
    /// The sources that stand under the plain licence.
    let subjects: [Subject]
    /// Whether it goes by the licence's own title.
    let isTitled: Bool
    let isDeclared: Bool
  }

  /// Likeness from which a text is a copy of a licence even where nothing calls it one.
  private static let leastScore = 0.8

  private var cases: [Case] {
    texts.licenses.flatMap { text in
      let isOwn = text.role == .license || text.role == nil || text === outbound.text.text
      let named = Set(subjects.flatMap { [$0.license] + $0.alternatives }.map(\.id))
      let declared = named.union(isOwn ? outbound.knownIDs : [])
      return texts.alterations(in: text, declared: declared).compactMap { altered -> Case? in
        let isDeclared = isOwn && outbound.knownIDs.contains { altered.isVersion(of: $0) }
        let subjects = subjects.filter { subject in
          ([subject.license] + subject.alternatives).contains { altered.isVersion(of: $0.id) }
        }
        let isAsked = isDeclared || !subjects.isEmpty
        let isCopy = isOwn && altered.match.score >= Self.leastScore
        // Collections of third parties' licences are nobody's business here unless a source stands under one.
        guard isAsked || isCopy else { return nil }
        return Case(
          altered: altered, subjects: subjects, isTitled: altered.match.isTitled, isDeclared: isDeclared)
      }
    }
  }

  /// One finding for each altered licence.
  func findings() -> [Finding] { cases.map(finding) }

  /// What a machine reads in the words that were put into copies of the sources' licences.
  func readSubjects() -> [Subject] {
    cases.flatMap { item -> [Subject] in
      guard !item.subjects.isEmpty, let parsed = texts.parsed(item.altered.text) else { return [] }
      let text = item.altered.text
      let license = ExtractedLicense(text: text, parsed: parsed).license(item.altered.newObligations(in: parsed))
      let governs = Decision(.unknown, missing: [.governingText(item.altered.match.id, at: text.file.path)])
      return item.subjects.map { $0.governed(by: license, governs: Decision.all([$0.governs, governs])) }
    }
  }

  private func finding(_ item: Case) -> Finding {
    let altered = item.altered
    let license = library.license(altered.match.id)
    let title = license?.title ?? altered.match.id
    // Another wording of a text that claims nothing may have been agreed on.
    let isBroken =
      item.isTitled && (item.isDeclared || !item.subjects.isEmpty) && license.map { breaks($0, altered) } ?? false
    let question = Question.governingText(altered.match.id, at: altered.text.file.path)
    let subject = item.subjects.first
    return Finding(
      license: altered.match.id, kind: .modifiedLicense,
      clause: altered.changes.compactMap(\.clause).unique().joined(separator: ", "),
      source: subject.map { lineage.nodes[$0.node].id.text } ?? project.release.text,
      path: subject.map { $0.path.steps } ?? [],
      status: isBroken ? .violated : .undetermined,
      message: "`\(altered.text.file.path)` holds \(altered.summary(of: title))",
      summary: "copies of licences keep their words", location: altered.start,
      evidence: altered.evidence + (texts.parsed(altered.text).map { read(altered, $0) } ?? []),
      missing: isBroken ? [] : [question],
      help: isBroken
        ? "put the unaltered text into the file\(license?.source.map { " (\($0))" } ?? "")" : question.answer)
  }

  private func read(_ altered: AlteredText, _ parsed: ParsedText) -> [Evidence] {
    altered.text.evidence(
      for: altered.newObligations(in: parsed).filter { $0.modality == .must || $0.modality == .mustNot })
  }

  /// Whether a whole clause is lost, or words of one in which the licence, as the knowledge has it, says something.
  ///
  /// Terms of a service are no copies that anybody owes: their pages differ by country, and nothing hangs on it.
  private func breaks(_ license: License, _ altered: AlteredText) -> Bool {
    guard license.binds == .artefact else { return false }
    let clauses = license.obligations.map(\.clause) + license.outbound.map(\.clause)
    return altered.changes.contains { change in
      guard let clause = change.clause else { return false }
      return change.kind == .missing
        || change.missing > 0 && clauses.contains { Citation.overlap($0, clause) }
    }
  }
}

extension ModifiedLicenses {
  /// The altered copies of licences of which an assessment knows.
  init(_ assessment: Assessment) {
    self.init(
      project: assessment.project, lineage: assessment.lineage, library: assessment.library, texts: assessment.texts,
      outbound: assessment.outbound, subjects: assessment.subjects)
  }
}
