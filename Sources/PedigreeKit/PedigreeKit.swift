@_exported import Compliance
@_exported import Diagnostics
@_exported import LicenseKnowledge
@_exported import LicenseTexts
@_exported import MarkupText
@_exported import Obligations
@_exported import Provenance
@_exported import Reporting
import YAMLSource

/// What the program does, for programs: one library, and a call for each question.
///
/// A library decodes what it needs once. Make one, and share it between all projects and threads. Nothing here prints,
/// exits, or reads the clock or the environment.
///
/// ```swift
/// let library = Library()
///
/// // What does this release violate, and what can't be decided?
/// let report = try library.check("samples/deepseek-r1-distill-llama-8b", today: CalendarDate("2025-03-01"))
/// let summary = try ReportFormat.text.render(report, .open, style: TextStyle(coloured: false))
/// let broken = report.findings.filter { $0.status == .violated }.map(\.id)
///
/// // What if it were a service?
/// let project = try library.read("samples/deepseek-r1-distill-llama-8b")
/// var answers = Answers(of: project)
/// answers.release.forms = Fact([.hosted], at: project.lineage.edges[0].location)
/// let assessment = library.assess(project)
/// let hosted = Checker(library: library, today: nil).report(on: assessment.answering(answers))
///
/// // What does a text ask for, which licence is it, and what does a licence ask for?
/// let text = ReadableText.read(SourceFile(path: "TERMS", text: "1. You must not remove this notice."))
/// let obligations = try library.parse(text).obligations
/// let answer = library.identify(text)
/// let license = try library.explain("llama-3.1")
/// ```
extension Library {
  /// Reads a project's folder, its manifest, its card, or one document that tells of a release.
  ///
  /// `name` is the release's repository id where no file gives it. With `ignoringManifest` a folder is read as if its
  /// declaration were not there.
  public func read(
    _ path: String, name: String? = nil, ignoringManifest: Bool = false
  ) throws(ProjectError) -> Project {
    try projectReader().read(path, name: name, ignoringManifest: ignoringManifest)
  }

  /// Reads a card that lies in no folder: what somebody sends.
  public func read(card file: SourceFile, name: String? = nil) throws(ProjectError) -> Project {
    try projectReader().read(card: file, name: name)
  }

  /// The folders at or below a path that hold a declaration or a card of their own, and what limits left out.
  public func releases(below path: String) throws(ProjectError) -> (folders: [String], diagnostics: [Diagnostic]) {
    try projectReader().releases(below: path)
  }

  func projectReader() throws(ProjectError) -> ProjectReader {
    do {
      return try ProjectReader(library: self)
    } catch {
      throw .lexicon(error)
    }
  }

  /// A declaration with what another one, the record, says of sources and of what is released; the record itself, laid
  /// out, where there is none yet.
  ///
  /// Nothing that stands in the declaration is lost. Both have to be without mistakes.
  public func record(_ record: SourceFile, in declaration: SourceFile?) throws(ProjectError) -> String {
    let reader = try projectReader()
    let recorded = try reader.declaration(record)
    guard let declaration else { return ManifestMerge.declaration(recorded.root) }
    let text = ManifestMerge.merging(recorded, into: try reader.declaration(declaration))
    // What was added must be read as it was meant.
    _ = try reader.declaration(SourceFile(path: declaration.path, text: text))
    return text
  }

  /// Finds what speaks about a project's sources, to be weighed under several answers.
  public func assess(_ project: Project) -> Assessment { Assessment(project, library: self) }

  /// Holds what is at a path against the texts that speak about it; `today` decides which waivers are expired.
  public func check(_ path: String, name: String? = nil, today: CalendarDate?) throws(ProjectError) -> Report {
    check(try read(path, name: name), today: today)
  }

  /// Holds a project against the texts that speak about it; `today` decides which waivers are expired, and what
  /// `baseline` has does not fail.
  public func check(_ project: Project, today: CalendarDate?, baseline: Baseline? = nil) -> Report {
    Checker(library: self, today: today, baseline: baseline).check(project)
  }

  /// Says what can be mended of a project mechanically; nothing is written.
  public func fix(_ project: Project, today: CalendarDate?) -> Fix {
    Fixer(library: self, today: today).fix(project)
  }

  /// Says whether sources may be used as a question describes, and what that asks for.
  public func ask(_ question: Ask, today: CalendarDate?) throws(AskError) -> Advice {
    Adviser(today: today).advise(on: assess(try question.project(in: self)))
  }

  /// The same, to be answered fact by fact.
  public func interview(_ question: Ask, today: CalendarDate?) throws(AskError) -> Interview {
    Interview(assess(try question.project(in: self)), today: today)
  }

  /// Finds the licences under which a release can go out.
  public func solve(_ assessment: Assessment, today: CalendarDate?) -> Solution {
    Solver(today: today).solve(assessment)
  }

  /// Says what each way of releasing asks for.
  public func scenarios(of assessment: Assessment, today: CalendarDate?) -> [Scenario] {
    Adviser(today: today).scenarios(of: assessment)
  }

  /// Reads the obligations of a text.
  public func parse(_ text: ReadableText) throws(LexiconError) -> ParsedText { try reader().read(text) }

  /// Says which licences a text holds, and how they were altered.
  public func identify(_ text: ReadableText) -> Identification { texts.identifier.identify(text) }

  /// Says which obligations came, went or changed between two versions of a text.
  public func diff(_ old: ReadableText, _ new: ReadableText) throws(LexiconError) -> ObligationComparison {
    ObligationComparison(old: try parse(old), new: try parse(new))
  }

  /// The licence that a name means: its id, its Hub or SPDX id, another common name, or a series, whose latest version
  /// that is.
  public func explain(_ name: String) throws(LicenseNameError) -> License {
    switch resolve(name) {
    case .known(let id):
      guard let license = license(id) else { throw .unreadable(id: id) }
      return license
    case .family(_, let advice): throw .severalLicenses(advice: advice)
    case .notHeld: throw .notHeld
    case .unknown:
      if let latest = versions(of: name).last, let license = license(latest.id) { return license }
      throw .unknown(nearest: name.nearest(in: knowledge.licenseIDs))
    }
  }
}

extension ProjectReader {
  /// A declaration without mistakes, with the root of its file.
  fileprivate func declaration(_ file: SourceFile) throws(ProjectError) -> ManifestMerge.Declaration {
    let project = try read(declaration: file)
    guard let manifest = project.manifest, let root = YAMLDocument(reading: file, limits: .strict).root else {
      throw .unreadable(project.diagnostics)
    }
    return (manifest, root)
  }
}

/// Why a name means no licence that could be explained.
public enum LicenseNameError: Error, Sendable, Hashable {
  /// It stands for several; `advice` says what to write.
  case severalLicenses(advice: String)
  /// It is recognised, but the licence's obligations are not known.
  case notHeld
  /// Nobody here knows it; `nearest` is an id that looks like it.
  case unknown(nearest: String?)
  /// The licence's file is broken.
  case unreadable(id: String)
}
