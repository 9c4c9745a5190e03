import Diagnostics
import LicenseKnowledge
import MarkupText
import Provenance

/// Looks for wordings in a project's documents.
///
/// Case, white space, quotation marks and the copyright sign's spelling do not matter.
struct DocumentSearch {
  private let documents: [ProjectDocument]
  /// Each is folded when something first looks into it.
  private let folded: [Once<FoldedText>]
  /// The sentences of each that tell of a change; many obligations ask for them.
  private let changes: [Once<[ToldChange]>]

  /// A sentence that tells that something was changed.
  private struct ToldChange {
    let range: Range<Int>
    /// Whether it is the release's change, whatever it names.
    let isOfRelease: Bool
  }

  /// What a document does with a wording.
  enum Display {
    /// It shows it to people.
    case shown(SourceLocation)
    /// It holds it where it shows it to nobody: in code, in a hidden part, or in a sentence that only speaks about it.
    case mentioned(SourceLocation)
    case absent
  }

  init(_ documents: [ProjectDocument]) {
    self.documents = documents
    let folded = documents.map { document in Once { FoldedText(document) } }
    self.folded = folded
    self.changes = zip(documents, folded).map { document, text in Once { Self.changes(told: document, text.value) } }
  }

  /// Where a wording stands in one document.
  func find(_ wording: String, in document: ProjectDocument) -> SourceLocation? {
    guard let text = text(of: document) else { return nil }
    return text.occurrences(of: wording).first.map { SourceLocation(document.file, text.place(of: $0)) }
  }

  /// Whether a document shows a wording.
  func display(of wording: String, in document: ProjectDocument) -> Display {
    guard let text = text(of: document) else { return .absent }
    let found = text.occurrences(of: wording)
    guard let first = found.first ?? text.continuations(of: wording).first else { return .absent }
    let shown = found.first { range in
      let sense = SentenceSense(text.sentence(around: range), without: wording)
      return !text.isAside(range) && !sense.isMereMention && !(text.isQuoted(range) && sense.speaksAbout)
    }
    if let shown { return .shown(SourceLocation(document.file, text.place(of: shown))) }
    return .mentioned(SourceLocation(document.file, text.place(of: first)))
  }

  /// Where a document tells that something was changed; in a file that is about other things, only where it says that
  /// of the release or of what `names` call it.
  func statedChange(in document: ProjectDocument, of names: [String]) -> SourceLocation? {
    guard let index = documents.firstIndex(where: { $0.file === document.file }) else { return nil }
    let changes = changes[index].value
    guard !changes.isEmpty else { return nil }
    let text = folded[index].value
    let names = names.map { FoldedText.folding($0) }
    return changes.first { change in change.isOfRelease || names.contains { text.bytes[change.range].contains($0) } }
      .map { SourceLocation(document.file, text.place(of: $0.range)) }
  }

  private static func changes(told document: ProjectDocument, _ text: FoldedText) -> [ToldChange] {
    let isAboutChanges = document.isNotice || ChangeLog.isOne(path: document.file.path)
    return text.sentences.compactMap { range in
      let sense = SentenceSense(text.bytes[range])
      guard sense.tellsOfChange, !sense.isMereMention, isAboutChanges || !text.isAside(range) else { return nil }
      return ToldChange(
        range: range, isOfRelease: isAboutChanges || sense.isAboutRelease && !sense.isAboutData)
    }
  }

  private func text(of document: ProjectDocument) -> FoldedText? {
    documents.firstIndex { $0.file === document.file }.map { folded[$0].value }
  }
}

/// Files that people see as what a program does, and not as what they say.
enum SourceCode {
  /// Whether a file is a program or data by its name.
  static func isOne(path: String) -> Bool {
    let name = path.split(separator: "/").last ?? Substring(path)
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let endings: Set<String> = [
    "py", "ipynb", "js", "ts", "sh", "c", "cc", "cpp", "h", "java", "go", "rs", "swift", "json", "jsonl", "yaml", "yml",
    "toml", "ini", "cfg", "csv", "xml", "css",
  ]
}

/// Files and sections that list what was changed or is still to be done.
enum ChangeLog {
  /// Whether a file is such a list by its name.
  static func isOne(path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return fileNames.contains { name.hasPrefix($0) }
  }

  /// Whether a heading opens such a list.
  static func isOne(heading: String) -> Bool {
    let heading = heading.lowercased()
    return headings.contains { heading.hasPrefix($0) }
  }

  private static let fileNames = [
    "changelog", "changes", "history", "release_notes", "release-notes", "todo", "modifications",
  ]
  private static let headings = [
    "changelog", "change log", "changes", "release notes", "version history", "todo", "to do", "roadmap",
  ]
}
