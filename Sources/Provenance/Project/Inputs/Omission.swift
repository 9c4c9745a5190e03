import Diagnostics

/// Files and folders of a project that were left out for one reason.
public struct Omission: Sendable {
  /// Why they were left out.
  public let reason: Reason
  /// How many.
  public private(set) var count = 0
  /// The paths of the first ones.
  public private(set) var first: [String] = []

  /// How many paths are kept.
  static let mostKept = 20
  /// How many paths a message shows.
  private static let mostShown = 3

  /// A reason for which files are left out.
  public enum Reason: String, Sendable, CaseIterable {
    /// Named by `.gitignore` or `.pedigreeignore`.
    case ignored
    /// Folders of version control, and of packages that others wrote.
    case foreign
    /// Of no type that is read, by its name.
    case unknownType = "unknown-type"
    /// Called like a document, in a format that isn't read.
    case otherFormat = "other-format"
    /// Searched, and found to hold nothing that tells of provenance.
    case nothingFound = "nothing-found"
    /// Of a known type, but damaged.
    case broken
    case pointer
    case encoding
    case binary
    case unreadable
    /// A link that leads out of the project or nowhere, or to a folder.
    case link
    /// No file: a pipe, a socket, a device.
    case special
    case nameEncoding = "name-encoding"
    /// Beyond what is read of a project: files and folders, their depth, documents, their size, all bytes.
    case filesLimit = "files-limit"
    case depthLimit = "depth-limit"
    case documentsLimit = "documents-limit"
    case sizeLimit = "size-limit"
    case bytesLimit = "bytes-limit"
    /// Too large, without a sign in its first part that it matters.
    case large
    /// Another declaration, of a release of its own.
    case otherRelease = "other-release"

    /// What the files are, in words: `ignored`, `of other types`.
    public var title: String {
      switch self {
      case .ignored: "ignored"
      case .foreign: "of version control or packages"
      case .unknownType: "of other types"
      case .otherFormat: "in formats that aren't read"
      case .nothingFound: "without a word about provenance"
      case .broken: "damaged"
      case .pointer: "not fetched"
      case .encoding: "in another encoding"
      case .binary: "not text"
      case .unreadable: "unreadable"
      case .link: "behind links"
      case .special: "no files"
      case .nameEncoding: "with names that aren't UTF-8"
      case .filesLimit: "in folders over the limit on files"
      case .depthLimit: "nested too deep"
      case .documentsLimit: "over the limit on documents"
      case .sizeLimit: "too large"
      case .bytesLimit: "over the limit on bytes"
      case .large: "large, without a word about provenance at the start"
      case .otherRelease: "of other releases"
      }
    }
  }

  init(_ reason: Reason) {
    self.reason = reason
  }

  mutating func add(_ path: String) {
    if first.count < Self.mostKept { first.append(path) }
    count += 1
  }

  /// Counts some of which the names are not known.
  mutating func add(unnamed number: Int) { count += number }

  /// Whether another path would be kept.
  var keepsMore: Bool { first.count < Self.mostKept }

  /// A warning at the first of them that ends in the names: `files are larger than 4 MiB: `a.json` and 7 more`.
  func warning(_ id: DiagnosticID, _ reason: String, help: String? = nil) -> Diagnostic {
    let names = first.prefix(Self.mostShown).map { "`\($0)`" }.joined(separator: ", ")
    let rest = count > Self.mostShown ? " and \(count - min(first.count, Self.mostShown)) more" : ""
    let place = first.first.map { SourceLocation(SourceFile(path: $0, bytes: []), SourceRange(0, 0)) }
    return Diagnostic(id, .warning, "\(reason): \(names)\(rest)", at: place, help: help)
  }
}

/// What was left out of a project, by reason.
struct Omissions {
  private var byReason: [Omission.Reason: Omission] = [:]

  subscript(_ reason: Omission.Reason) -> Omission? { byReason[reason] }

  /// All of them, in the order of their reasons.
  var all: [Omission] { Omission.Reason.allCases.compactMap { byReason[$0] } }

  mutating func add(_ path: String, _ reason: Omission.Reason) {
    byReason[reason, default: Omission(reason)].add(path)
  }

  /// Adds paths in their order, of which only the first are kept.
  mutating func add(_ paths: [String], unnamed: Int, _ reason: Omission.Reason) {
    guard !paths.isEmpty || unnamed > 0 else { return }
    for path in paths { add(path, reason) }
    byReason[reason, default: Omission(reason)].add(unnamed: unnamed)
  }

  mutating func add(_ others: Omissions) {
    for other in others.all { add(other.first, unnamed: other.count - other.first.count, other.reason) }
  }

  /// The same without files that were read after all: a text may have a name of no type that is searched.
  func without(_ paths: Set<String>) -> Omissions {
    var rest = Omissions()
    for omission in all {
      let kept = omission.first.filter { !paths.contains($0) }
      rest.add(kept, unnamed: omission.count - omission.first.count, omission.reason)
    }
    return rest
  }

  /// Whether another path would be kept for a reason.
  func keepsMore(of reason: Omission.Reason) -> Bool { byReason[reason]?.keepsMore ?? true }

  /// A warning about what was left out for a reason; nil where nothing was.
  func warning(
    of reason: Omission.Reason, _ id: DiagnosticID, _ summary: String, help: String? = nil
  ) -> Diagnostic? {
    byReason[reason]?.warning(id, summary, help: help)
  }
}
