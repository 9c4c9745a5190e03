import Diagnostics

/// What became of the files of a project: what was read, and what was left out and why.
public struct Inputs: Sendable {
  /// The files that were read, in the order of reading, each once.
  public internal(set) var read: [Input] = []
  /// What was left out, by reason.
  public internal(set) var omissions: [Omission] = []

  /// How many files and folders were left out.
  public var omitted: Int { omissions.reduce(0) { $0 + $1.count } }
}

/// A file that was read.
public struct Input: Sendable {
  public let path: String
  public let type: InputType
  /// Its size, in bytes.
  public let size: Int
  /// What was read of it; less than the file where only a header is read.
  private let file: SourceFile?

  init(_ file: SourceFile, _ type: InputType) {
    self.path = file.path
    self.type = type
    self.size = file.bytes.count
    self.file = file
  }

  /// A file of which only the header was read.
  init(headerOf path: String, _ type: InputType, size: Int) {
    self.path = path
    self.type = type
    self.size = size
    self.file = nil
  }

  /// The digest of the file; nil where only its header was read.
  public var digest: SHA256? { file.map { SHA256($0.bytes) } }
}

/// What a file was read as.
public enum InputType: Sendable {
  case manifest, card
  /// A text of the release, by its role.
  case text(DocumentRole)
  /// Another document that may tell of provenance.
  case document(DocumentType)

  /// `manifest`, `card`, `license`, `adapter-config`.
  public var name: String {
    switch self {
    case .manifest: "manifest"
    case .card: "card"
    case .text(let role): role.name
    case .document(let type): type.rawValue
    }
  }
}
