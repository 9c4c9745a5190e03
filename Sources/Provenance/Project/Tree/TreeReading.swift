import Diagnostics

/// Reads the files that a walk found, within the limits of a project.
struct TreeReading {
  private(set) var documents: [ProvenanceDocument] = []
  private let root: ProjectRoot
  private let readers: DocumentReaders
  private let limits: ProjectLimits

  private var documentsRead = 0
  private var bytesRead = 0
  private var broken: [Diagnostic] = []
  private var tooMany = LeftOut()
  private var tooMuch = LeftOut()
  private var tooLarge = LeftOut()
  private var unreadable = LeftOut()

  init(_ root: ProjectRoot, readers: DocumentReaders, limits: ProjectLimits) {
    self.root = root
    self.readers = readers
    self.limits = limits
  }

  /// Reads the files at paths below the project that turn out to be documents.
  mutating func read(_ paths: [String]) {
    for path in paths {
      guard bytesRead < limits.bytes else {
        tooMuch.add(path)
        continue
      }
      do {
        try read(path)
      } catch {
        unreadable.add(path)
      }
    }
  }

  private mutating func read(_ path: String) throws(FileError) {
    let file = try OpenFile("\(root.path)/\(path)", shownAs: path)
    if let format = WeightsFormat(path: path) {
      guard mayReadAnother(path) else { return }
      let reading = format.read(file, path: path)
      bytesRead += reading.document?.file.bytes.count ?? 0
      // Most weights say nothing of where they came from.
      if let document = reading.document, document.saysNothing { return }
      return add(reading)
    }
    let start = try file.read(upTo: min(file.size, DocumentReaders.markedStart))
    bytesRead += start.count
    guard let reader = readers.reader(of: path, start: start) else { return }
    guard file.size <= limits.documentBytes else { return tooLarge.add(path) }
    guard mayReadAnother(path) else { return }
    var bytes = start
    if file.size > start.count {
      bytes = try file.readAll(limit: limits.documentBytes)
      bytesRead += bytes.count - start.count
    }
    add(reader(SourceFile(path: path, bytes: bytes)))
  }

  private mutating func mayReadAnother(_ path: String) -> Bool {
    guard documentsRead < limits.documents else {
      tooMany.add(path)
      return false
    }
    documentsRead += 1
    return true
  }

  private mutating func add(_ reading: DocumentReading) {
    switch reading {
    case .document(let document): documents.append(document)
    case .unreadable(let diagnostics): broken += diagnostics
    case .nothing: break
    }
  }

  /// What could not be read, and what limits left out.
  var diagnostics: [Diagnostic] {
    let help = "name what does not belong to the release in a .pedigreeignore"
    return broken
      + [
        tooMany.warning(
          .documentsLimit, "more than \(limits.documents) documents; the others are not read", help: help),
        tooMuch.warning(
          .bytesLimit, "the project's files have more than \(limits.bytes >> 20) MiB; the last ones are not read",
          help: help),
        tooLarge.warning(
          .documentTooLarge, "documents of more than \(limits.documentBytes >> 20) MiB are not read",
          help: "declare in pedigree.yaml what they say"),
        unreadable.warning(.fileUnreadable, "files that cannot be read are left out"),
      ].compactMap { $0 }
  }
}
