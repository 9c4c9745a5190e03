import Diagnostics

/// Reads the files that a walk found, within the limits of a project, and keeps account of each.
struct TreeReading {
  private(set) var documents: [ProvenanceDocument] = []
  /// The files that were read as documents.
  private(set) var inputs: [Input] = []
  /// The others.
  private(set) var omissions = Omissions()
  private let root: ProjectRoot
  private let readers: DocumentReaders
  private let limits: ProjectLimits

  private var documentsRead = 0
  private var bytesRead = 0
  private var broken: [Diagnostic] = []
  /// Files that may be documents of ours but hold something else than text.
  private var unreadable: [UnreadableContent: Omission] = [:]
  private var tagValues = Omissions()
  private var notWeights = Omissions()

  init(_ root: ProjectRoot, readers: DocumentReaders, limits: ProjectLimits) {
    self.root = root
    self.readers = readers
    self.limits = limits
  }

  /// Reads the files at paths below the project that turn out to be documents.
  mutating func read(_ paths: [String]) {
    for path in paths {
      guard bytesRead < limits.bytes else {
        omissions.add(path, .bytesLimit)
        continue
      }
      do {
        try read(path)
      } catch {
        omissions.add(path, .unreadable)
      }
    }
  }

  private mutating func read(_ path: String) throws(FileError) {
    let file = try OpenFile("\(root.path)/\(path)", shownAs: path)
    let size = file.size
    if let format = WeightsFormat(path: path) {
      let start = try file.read(upTo: min(size, UnreadableContent.shown))
      if UnreadableContent(start) == .pointer { return leaveOut(path, .pointer) }
      guard mayReadAnother(path) else { return }
      return addWeights(format.read(file, path: path, in: root.path), path, format, size: size)
    }
    let isLarge = size > limits.documentBytes
    let start = try file.read(upTo: isLarge ? DocumentReaders.markedStart : size)
    bytesRead += start.count
    if let content = UnreadableContent(Array(start.prefix(DocumentReaders.markedStart))) {
      if content == .pointer || readers.mayTell(path, start) { return leaveOut(path, content) }
      return omissions.add(path, content.reason)
    }
    if path.hasSuffix("/\(ManifestReader.fileName)") { return omissions.add(path, .otherRelease) }
    guard let reader = readers.reader(of: path, start: start) else {
      if CertainDocument.isTagValue(start) { return tagValues.add(path, .otherFormat) }
      if CertainDocument.isNamed(path) { return addBroken([Self.empty(path)], path) }
      return omissions.add(path, isLarge ? .large : .nothingFound)
    }
    guard !isLarge else { return omissions.add(path, .sizeLimit) }
    guard mayReadAnother(path) else { return }
    let source = SourceFile(path: path, bytes: start, in: root.path)
    switch reader(source) {
    case .document(let document):
      documents.append(document)
      inputs.append(Input(source, .document(document.type)))
    case .unreadable(let diagnostics): addBroken(diagnostics, path)
    case .nothing: omissions.add(path, .nothingFound)
    }
  }

  private mutating func mayReadAnother(_ path: String) -> Bool {
    guard documentsRead < limits.documents else {
      omissions.add(path, .documentsLimit)
      return false
    }
    documentsRead += 1
    return true
  }

  private mutating func addWeights(_ reading: DocumentReading, _ path: String, _ format: WeightsFormat, size: Int) {
    switch reading {
    case .document(let document):
      bytesRead += document.file.bytes.count
      inputs.append(Input(headerOf: path, .document(format.type), size: size))
      // Most weights say nothing of where they came from.
      if !document.saysNothing { documents.append(document) }
    case .unreadable(let diagnostics): addBroken(diagnostics, path)
    case .nothing: notWeights.add(path, .broken)
    }
  }

  private mutating func addBroken(_ diagnostics: [Diagnostic], _ path: String) {
    broken += diagnostics
    omissions.add(path, .broken)
  }

  private mutating func leaveOut(_ path: String, _ content: UnreadableContent) {
    unreadable[content, default: Omission(content.reason)].add(path)
    omissions.add(path, content.reason)
  }

  private static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      .documentUnreadable, .warning, "the file holds nothing that a file of its name says",
      at: SourceLocation(SourceFile(path: path, bytes: []), SourceRange(0, 0)),
      help: "write it anew with the tool that it comes from, or remove it")
  }

  /// Everything that was found, with what was left out for reasons that need a message.
  var allOmissions: Omissions {
    var all = omissions
    all.add(tagValues)
    all.add(notWeights)
    return all
  }

  /// What could not be read, and what limits left out.
  var diagnostics: [Diagnostic] {
    let help = "name what does not belong to the release in a .pedigreeignore"
    let contents = UnreadableContent.allCases.compactMap { content in
      unreadable[content]?.warning(content.id, content.summaryOfMany, help: content.help)
    }
    return broken + contents
      + [
        omissions.warning(
          of: .documentsLimit, .documentsLimit, "more than \(limits.documents) documents; the others are not read",
          help: help),
        omissions.warning(
          of: .bytesLimit, .bytesLimit,
          "the project's files have more than \(limits.bytes >> 20) MiB; the last ones are not read", help: help),
        omissions.warning(
          of: .sizeLimit, .documentTooLarge, "documents of more than \(limits.documentBytes >> 20) MiB are not read",
          help: "declare in pedigree.yaml what they say"),
        omissions.warning(of: .unreadable, .fileUnreadable, "files that cannot be read are left out"),
        tagValues.warning(
          of: .otherFormat, .documentFormat, "SPDX in tags and values is not read", help: "convert it to JSON"),
        notWeights.warning(
          of: .broken, .documentUnreadable, "files of weights are not what their names say",
          help: "fetch them again, or remove them"),
      ].compactMap { $0 }
  }
}
