import Diagnostics
import KnowledgeTables

/// A file of `licenses/`, from the binary or from a folder that overlays it.
struct KnowledgeFile: Sendable {
  /// Path below `licenses/`, with forward slashes.
  let path: String
  /// What it holds.
  let kind: KnowledgePath
  /// Where it came from.
  let origin: KnowledgeOrigin
  private let contents: Contents

  private enum Contents: Sendable {
    case embedded(StaticString, digest: String)
    case file(SourceFile)
  }

  /// A file that was compiled into the binary.
  init(embedded path: String, digest: String, yaml: StaticString) {
    self.path = path
    self.kind = KnowledgePath(path)
    self.origin = .embedded
    self.contents = .embedded(yaml, digest: digest)
  }

  /// A file that was read from a folder.
  init(path: String, in folder: String, file: SourceFile) {
    self.path = path
    self.kind = KnowledgePath(path)
    self.origin = .folder(folder)
    self.contents = .file(file)
  }

  /// The id that the file name gives: `models/llama-3.1.yaml` → `llama-3.1`.
  var stem: Substring {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    return Substring(path[start...].utf8.dropLast(".yaml".utf8.count))
  }

  /// What it adds to the index.
  var skimmed: SkimmedFile {
    switch contents {
    case .embedded: Self.embeddedSkims[path] ?? .nothing
    case .file(let file): SkimmedFile(path, file.bytes)
    }
  }

  /// What is embedded, skimmed once for all overlays of a run.
  private static let embeddedSkims = Dictionary(
    uniqueKeysWithValues: embeddedLicenses.map { ($0.path, SkimmedFile($0.path, bytes(of: $0.yaml))) })

  /// The id of the licence that it holds; nil for a catalogue, a lexicon and the like.
  var licenseID: String? { skimmed.licenseID }

  /// Whether it was compiled into the binary.
  var isEmbedded: Bool { origin == .embedded }

  /// The file's bytes.
  var bytes: [UInt8] {
    switch contents {
    case .embedded(let yaml, _): Self.bytes(of: yaml)
    case .file(let file): file.bytes
    }
  }

  private static func bytes(of yaml: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: yaml.utf8Start, count: yaml.utf8CodeUnitCount))
  }

  /// The SHA-256 digest of the file's bytes, found while the program was built for what is embedded.
  var digest: String {
    switch contents {
    case .embedded(_, let digest): digest
    case .file(let file): SHA256(file.bytes).description
    }
  }

  /// The file under the name that messages show.
  func read() -> SourceFile {
    switch contents {
    case .embedded: SourceFile(path: "licenses/\(path)", bytes: bytes)
    case .file(let file): file
    }
  }
}

/// Where a piece of knowledge came from.
public enum KnowledgeOrigin: Sendable, Hashable {
  /// Compiled into the binary.
  case embedded
  /// Read from this folder, which overlays what is embedded.
  case folder(String)
}
