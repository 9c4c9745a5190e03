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
    return UnknownLicenses(assessment).findings(for: assessment.unknown)
      + DeclarationConflicts(assessment).findings()
      + SourceConflicts(assessment).findings()
      + LicensorConflicts(assessment).findings()
      + NoProvenance(assessment).findings()
      + UndeclaredSources(assessment).findings()
      + ModifiedLicenses(assessment).findings()
      + HousePolicy(project: project, library: library, lineage: lineage, reach: assessment.reach)
      .findings(subjects: assessment.subjects, unknown: assessment.unknown)
      + UnpinnedSources(project: project, lineage: lineage).findings()
      + StaleKnowledge(project: project, knowledge: library.knowledge).findings()
      + OwnLimits(assessment).findings()
  }
}
