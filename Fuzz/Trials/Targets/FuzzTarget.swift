import PedigreeKit
import YAMLSource

/// A way on which hostile bytes come into the program.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// YAML of any kind, held against the tree that libyaml makes of it.
  case yaml
  case json
  /// A model card with its front matter.
  case card
  case html
  /// A bill of materials in JSON or XML.
  case bill
  /// A configuration of a training tool.
  case recipe
  case python
  /// The header of a GGUF or safetensors file.
  case weights
  /// `pedigree.yaml`.
  case manifest
  /// A text whose obligations are read.
  case text
  /// A text that is recognised, before and after changes of its white space.
  case identify
  /// What `init` writes for a card, read again by `check`.
  case draft
  /// A whole project, in every format that a report has.
  case program

  /// Gives `bytes` to what is tried; says which law they break, or nil. Traps, hangs and bad memory speak for themselves.
  func complaint(about bytes: [UInt8]) -> String? {
    switch self {
    case .yaml: YAMLTrees.complaint(about: bytes)
    case .json: JSONTrees.complaint(about: bytes)
    case .card: Self.read { try Self.library.read(card: SourceFile(path: "README.md", bytes: bytes)) }
    case .html: Self.read(SourceFile(path: "page.html", bytes: bytes)) { _ in nil }
    case .bill: Self.read(bytes, as: "bom.json")
    case .recipe: Self.read(bytes, as: "train.yaml")
    case .python: Self.read(bytes, as: "train.py")
    case .weights: Self.read(bytes, as: bytes.starts(with: Array("GGUF".utf8)) ? "model.gguf" : "model.safetensors")
    case .manifest: Self.read(bytes, as: "pedigree.yaml")
    case .text:
      Self.read(SourceFile(path: "TERMS", bytes: bytes)) { text in
        (try? Self.library.parse(text)) == nil ? "the phrase book does not compile" : nil
      }
    case .identify: Spacing.complaint(about: bytes)
    case .draft: DraftedProject.complaint(about: bytes)
    case .program: FuzzedProject(bytes).complaint()
    }
  }

  static let library = Library()

  private static func read(_ body: () throws -> Project) -> String? {
    // A project that can't be read is told as such.
    _ = try? body()
    return nil
  }

  private static func read(_ bytes: [UInt8], as name: String) -> String? {
    let folder = ScratchFolder.shared
    folder.hold([name: bytes])
    return read { try library.read("\(folder.path)/\(name)") }
  }

  /// Reads a text, and holds what came out to the bytes that it came from.
  private static func read(_ file: SourceFile, _ body: (ReadableText) -> String?) -> String? {
    body(ReadableText.read(file))
  }
}
