import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// A project up to the texts that speak about its sources: made once, and weighed as often as there are questions.
public struct Assessment: Sendable {
  /// The project, with the answers under which it is weighed.
  let project: Project
  let library: Library
  let texts: ProjectTexts
  /// What the project's files and the catalogue say that the release was made from.
  private let ancestry: Lineage
  /// The licence under which the release goes out.
  let outbound: OutboundLicense
  /// The ancestry, with what the release's licence tells of it.
  let lineage: Lineage
  /// Under which licences its artefacts are, and whose they are.
  let licenses: SourceLicenses
  /// How the artefacts of the lineage reach the release.
  let reach: Reach
  /// The texts that speak about sources, and what was put into copies of them.
  var subjects: [Subject]
  /// Sources about which no known text speaks.
  let unknown: [SubjectCollector.UnknownLicense]

  /// Finds what speaks about the sources of a project.
  public init(_ project: Project, library: Library) {
    let ancestry = LineageExpansion.expanded(
      project.lineage, catalog: library.catalog, parents: library.parents, name: project.placeOfUnexplainedName
    ).ancestry()
    let claims = project.declaredLicenses + ancestry.nodes.flatMap { $0.licenses + $0.catalogued }
    self.init(
      project, ancestry: ancestry,
      texts: ProjectTexts(project, expected: library.licenses(namedBy: claims), library: library), library: library)
  }

  /// The release's id; empty where nobody names it.
  public var release: String { project.release.text }

  /// The same project under other answers. Its texts and the catalogue are not read again: no answer changes them.
  public func answering(_ answers: Answers) -> Assessment {
    Assessment(
      project.answering(answers), ancestry: ancestry.accepted(by: answers.acceptors), texts: texts, library: library)
  }

  private init(_ project: Project, ancestry: Lineage, texts: ProjectTexts, library: Library) {
    let outbound = OutboundLicense(ReleaseText(project, texts: texts, library: library), library: library)
    let licensee = project.manifest?.licensee.name.flatMap { library.names.maker($0.value) }
    let lineage = ImpliedSource.added(
      to: ancestry, library: library, outbound: outbound, isComplete: project.manifest?.complete?.value == true,
      licensee: licensee)
    let licenses = SourceLicenses(library: library, lineage: lineage, licensee: licensee)
    let facts = Facts(project: project, assumed: library.answers(under: project.stance))
    let questions = library.questions
    let answers = { @Sendable (id: String) in facts.interpretation(id, question: questions[id]) }
    let reach = Reach(lineage, answers: answers)
    let found = SubjectCollector.collect(
      library: library, lineage: lineage, reach: reach,
      licensed: Reach(lineage, answers: answers, obtained: { SubjectCollector.obtained(over: $0, in: lineage) }),
      releaseDate: project.manifest?.release.date?.value, texts: texts, licenses: licenses)
    let modified = ModifiedLicenses(
      project: project, lineage: lineage, library: library, texts: texts, outbound: outbound, subjects: found.subjects)
    self.project = project
    self.library = library
    self.texts = texts
    self.ancestry = ancestry
    self.outbound = outbound
    self.lineage = lineage
    self.licenses = licenses
    self.reach = reach
    self.subjects = found.subjects + modified.readSubjects()
    self.unknown = found.unknown
  }
}

extension Project {
  /// Where the release's name stands, which hints at what nobody lists; nil where everything is listed.
  fileprivate var placeOfUnexplainedName: SourceLocation? {
    guard manifest?.complete?.value != true else { return nil }
    return nameLocation ?? card.map { SourceLocation($0.file, SourceRange(0, 0)) }
  }
}

extension Library {
  /// The known licences that claims name, and the texts that those make part of themselves.
  fileprivate func licenses(namedBy claims: [LicenseClaim]) -> [String] {
    var ids = claims.flatMap { expression($0).names }.unique().compactMap { resolve($0).knownID }.unique()
    var next = 0
    while next < ids.count {
      ids += (license(ids[next])?.incorporates ?? []).filter { !ids.contains($0) }
      next += 1
    }
    return ids
  }
}
