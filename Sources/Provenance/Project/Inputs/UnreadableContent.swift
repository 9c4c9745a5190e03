import Diagnostics

/// What a file holds instead of a text that could be read, whatever it is called.
enum UnreadableContent: CaseIterable {
  /// What git-lfs, git-annex or git-xet leaves in the place of a file that wasn't fetched.
  case pointer
  /// UTF-16, with or without a mark at its start.
  case utf16
  case pdf
  /// An archive, a picture, a program, UTF-32: it holds a NUL byte.
  case binary

  /// Tells by the first bytes of a file; nil for what may be text.
  init?(_ bytes: [UInt8]) {
    let start = Array(bytes.prefix(Self.shown))
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
    if Self.pointers.contains(where: { text.starts(with: $0.utf8) }) {
      self = .pointer
    } else if start.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if Self.isUTF16(start) {
      self = .utf16
    } else if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x1F, 0x8B])
      || bytes.firstRange(of: [0]) != nil
    {
      self = .binary
    } else {
      return nil
    }
  }

  /// How many bytes tell what a file is, but for a NUL.
  static let shown = 128
  private static let pointers = [
    "version https://git-lfs.github.com/spec/", "version https://hawser.github.com/spec/", "/annex/objects/",
    "# xet version ",
  ]

  /// Whether every other byte is a NUL, as in Latin letters of UTF-16, or a mark says so.
  private static func isUTF16(_ start: [UInt8]) -> Bool {
    // The mark of UTF-32 begins with that of UTF-16.
    if start.starts(with: [0xFF, 0xFE, 0, 0]) { return false }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return true }
    guard start.count >= 4 else { return false }
    let zeros = start.indices.filter { start[$0] == 0 }
    let odd = zeros.count { $0 % 2 == 1 }
    return zeros.count * 3 >= start.count && (odd == 0 || odd == zeros.count)
  }

  /// The kind of message about it.
  var id: DiagnosticID {
    switch self {
    case .pointer: .lfsPointer
    case .utf16: .encodingUTF16
    case .pdf: .pdfFile
    case .binary: .binaryFile
    }
  }

  /// Why files of the kind were left out.
  var reason: Omission.Reason {
    switch self {
    case .pointer: .pointer
    case .utf16: .encoding
    case .pdf, .binary: .binary
    }
  }

  /// What is to be said of a file.
  var summary: String {
    switch self {
    case .pointer: "this is a pointer to a file that wasn't fetched, not the file itself"
    case .utf16: "the file is UTF-16, which isn't read here"
    case .pdf: "the file is a PDF, which isn't read"
    case .binary: "the file isn't text"
    }
  }

  /// What is to be said of several files, whose names follow.
  var summaryOfMany: String {
    switch self {
    case .pointer: "pointers to files that weren't fetched are not read"
    case .utf16: "files in UTF-16 are not read"
    case .pdf: "PDFs are not read"
    case .binary: "files that aren't text are not read"
    }
  }

  /// What to do about it.
  var help: String {
    switch self {
    case .pointer: "fetch the file with `git lfs pull`"
    case .utf16: "save it as UTF-8"
    case .pdf, .binary: "add what it says as a text file"
    }
  }

  /// A message about a text of the release.
  func warning(at location: SourceLocation) -> Diagnostic {
    Diagnostic(id, .warning, summary, at: location, help: help)
  }

  /// A message about the release's card, without which nothing can be checked.
  func cardError(at location: SourceLocation) -> Diagnostic {
    Diagnostic(self == .pointer ? .cardLFSPointer : id, .error, summary, at: location, help: help)
  }
}
