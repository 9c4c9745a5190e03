import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Mends what can be mended mechanically: puts prescribed words, and what the declaration says, where people get them.
///
/// Nothing is stated that the project has not declared, and nothing is written: a `Fix` is a proposal.
public struct Fixer: Sendable {
  private let library: Library
  private let today: CalendarDate?

  /// A fixer; `today` decides which attestations and waivers count.
  public init(library: Library, today: CalendarDate?) {
    self.library = library
    self.today = today
  }

  /// What can be mended of a project.
  public func fix(_ project: Project) -> Fix {
    let assessment = Assessment(project, library: library)
    let report = Checker(library: library, today: today).report(on: assessment)
    let open = report.findings.filter { $0.isOpen && !$0.isKnown }
    var draft = FixDraft(project)
    CardCompletion(assessment: assessment).complete(&draft)
    LicenseFix(assessment: assessment, open: open, today: today).mend(&draft)
    let words = PrescribedWords(assessment: assessment)
    var left: [Fix.Leftover] = []
    for finding in open where !draft.mendsLicense(finding) {
      switch words.mend(finding, &draft) {
      case .mended: break
      case .left(let reason):
        if finding.severity > .note { left.append(Fix.Leftover(finding: finding, reason: reason)) }
      }
    }
    return draft.fix(left: left)
  }
}

/// The files of a project while they are mended.
struct FixDraft {
  let project: Project
  /// The card as it would be; nil where the project has none.
  var card: FrontMatterEditor?
  /// The notice file as it would be.
  private(set) var notice: SourceFile
  private let oldNotice: SourceFile?
  private(set) var mended: [Fix.Mend] = []
  /// Whether the release's licence is declared anew, or for the first time.
  var declaresLicense = false

  init(_ project: Project) {
    self.project = project
    card = project.card.map { FrontMatterEditor(file: $0.file) }
    oldNotice = project.documents.first(where: \.isNotice)?.file
    notice = oldNotice ?? SourceFile(path: Self.noticeName, bytes: [], in: project.folder)
  }

  private static let noticeName = "NOTICE"
  /// The heading over what is added to cards.
  private static let heading = "Attribution"

  /// Notes a change; two that are the same are one, for all reasons.
  mutating func note(_ path: String, _ says: String, because: String) {
    if let index = mended.firstIndex(where: { $0.path == path && $0.says == says }) {
      let reasons = (mended[index].because + [because]).unique()
      mended[index] = Fix.Mend(path: path, says: says, because: reasons)
    } else {
      mended.append(Fix.Mend(path: path, says: says, because: [because]))
    }
  }

  /// Puts a paragraph into the card; false where there is no card, or where nobody would see it there.
  mutating func addToCard(_ text: String, because: String) -> Bool {
    guard let editor = card else { return false }
    if !mended.contains(where: { $0.path == editor.file.path && $0.says == text }) {
      var paragraphs = ParagraphEditor(file: editor.file)
      guard paragraphs.add(text, under: Self.heading) else { return false }
      card = FrontMatterEditor(file: paragraphs.file)
    }
    note(editor.file.path, text, because: because)
    return true
  }

  /// Puts a line into the notice file, which is made where there is none.
  mutating func addToNotice(_ text: String, because: String) -> Bool {
    if !mended.contains(where: { $0.path == notice.path && $0.says == text }) {
      var paragraphs = ParagraphEditor(file: notice)
      guard paragraphs.add(text) else { return false }
      notice = paragraphs.file
    }
    note(notice.path, text, because: because)
    return true
  }

  /// Whether a finding is about the release's licence, and that was mended.
  func mendsLicense(_ finding: Finding) -> Bool { declaresLicense && finding.isAboutReleaseLicense }

  func fix(left: [Fix.Leftover]) -> Fix {
    var files: [FixedFile] = []
    if !notice.bytes.isEmpty, notice.bytes != oldNotice?.bytes {
      let empty = SourceFile(path: notice.path, bytes: [], in: notice.folder)
      files.append(FixedFile(old: oldNotice ?? empty, new: notice, isNew: oldNotice == nil))
    }
    if let old = project.card?.file, let new = card?.file, old.bytes != new.bytes {
      files.append(FixedFile(old: old, new: new, isNew: false))
    }
    return Fix(files: files, mended: mended, left: left)
  }
}

extension Finding {
  /// Whether it waits for, or is broken by, the licence that the release declares.
  var isAboutReleaseLicense: Bool {
    if kind == .outboundLicense || missing.contains(where: { $0.kind == .outboundLicense }) { return true }
    if case .outboundLicense? = requirement { return true }
    return false
  }
}
