import Obligations
import Provenance

/// What is found when an assessment is weighed: every obligation of its subjects, and the project against itself.
struct Weighing {
  /// The findings, those that say the same of one source joined; waivers have not been applied.
  let findings: [Finding]

  /// Weighs an assessment by the attestations that count on the day `today`.
  init(_ assessment: Assessment, today: CalendarDate?) {
    findings = FindingMerger.merge(
      assessment.subjects.flatMap(ObligationWeigher(assessment, today: today).findings)
        + Self.projectChecks(assessment))
  }

  private static func projectChecks(_ assessment: Assessment) -> [Finding] {
    let (project, library, lineage) = (assessment.project, assessment.library, assessment.lineage)
    let (texts, outbound) = (assessment.texts, assessment.outbound)
    return UnknownLicenses(
      project: project, lineage: lineage, reach: assessment.reach, outbound: outbound, texts: texts
    ).findings(for: assessment.unknown)
      + DeclarationConflicts(project: project, library: library, outbound: outbound, lineage: lineage, texts: texts)
      .findings()
      + SourceConflicts(project: project, library: library, lineage: lineage).findings()
      + LicensorConflicts(project: project, library: library, lineage: lineage, licenses: assessment.licenses)
      .findings()
      + NoProvenance(project: project, lineage: lineage).findings()
      + UndeclaredSources(project: project, lineage: lineage).findings()
      + ModifiedLicenses(
        project: project, lineage: lineage, library: library, texts: texts, outbound: outbound,
        subjects: assessment.subjects
      ).findings()
      + HousePolicy(project: project, library: library, lineage: lineage, reach: assessment.reach)
      .findings(subjects: assessment.subjects, unknown: assessment.unknown)
      + UnpinnedSources(project: project, lineage: lineage).findings()
      + StaleKnowledge(project: project, knowledge: library.knowledge).findings()
      + OwnLimits(project: project, texts: texts, outbound: outbound).findings()
  }
}

extension ObligationWeigher {
  /// A weigher of all obligations under one assessment.
  init(_ assessment: Assessment, today: CalendarDate?) {
    let (project, lineage, outbound) = (assessment.project, assessment.lineage, assessment.outbound)
    self.init(
      project: project, lineage: lineage, outbound: outbound,
      conditions: ConditionEvaluator(
        facts: Facts(project: project, assumed: assessment.library.answers(under: project.stance)), lineage: lineage,
        reach: assessment.reach, makerOf: { [catalog = assessment.library.catalog] in catalog.maker(of: $0) },
        subjects: assessment.subjects,
        unlicensed: assessment.unknown.map(\.ways), questions: assessment.library.questions),
      requirements: RequirementEvaluator(
        project: project, lineage: lineage, outbound: outbound, documents: DocumentSearch(project.documents),
        copies: LicenseCopies(texts: assessment.texts), today: today,
        sourcesByLicense: Dictionary(assessment.subjects.map { ($0.license.id, [$0.node]) }) { $0.union($1) }))
  }
}
