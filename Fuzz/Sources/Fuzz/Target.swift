import PedigreeKit

/// What is fuzzed: one case a reader, and the whole program.
enum Target: String, CaseIterable {
  /// Model cards alone.
  case card
  /// Declarations.
  case manifest
  /// Bills of materials and metadata in JSON, and in XML.
  case json, xml
  /// Recipes and configurations in YAML.
  case recipe
  /// Programs in Python.
  case python
  /// Headers of weights.
  case gguf, safetensors
  /// Licence texts: plain, Markdown, HTML and SPDX's XML.
  case text
  /// Licence texts before and after changes of white space, which must not change what they are.
  case identity
  /// A file of ignore rules over a small tree.
  case ignore
  /// A project of several files, as `check` takes it.
  case project
  /// What `init` drafts of a project has to be read by `check`.
  case draft

  func run(_ bytes: [UInt8]) {
    switch self {
    case .card: checkCard(bytes)
    case .manifest: check(["pedigree.yaml": bytes])
    case .json: check(["bom.json": bytes, "README.md": Self.card])
    case .xml: check(["bom.xml": bytes, "README.md": Self.card])
    case .recipe: check(["train.yaml": bytes, "README.md": Self.card])
    case .python: check(["train.py": bytes, "README.md": Self.card])
    case .gguf: check(["model.gguf": bytes, "README.md": Self.card])
    case .safetensors: check(["model.safetensors": bytes, "README.md": Self.card])
    case .text: read(bytes)
    case .identity: identify(bytes)
    case .ignore: check([".gitignore": bytes, "a/bom.json": Array("{}".utf8), "README.md": Self.card])
    case .project: check(Self.parts(of: bytes))
    case .draft: draft(Self.parts(of: bytes))
    }
  }

  private static let card = Array("---\nlicense: mit\nbase_model: acme/base-7b\n---\n# Helper\n".utf8)
  private static let library = Library()

  // MARK: Projects

  private func checkCard(_ bytes: [UInt8]) {
    guard let project = try? Self.library.read(card: SourceFile(path: "README.md", bytes: bytes), name: "acme/helper")
    else { return }
    report(on: project)
  }

  private func check(_ files: [String: [UInt8]]) {
    let folder = ScratchFolder(files)
    guard let project = try? Self.library.read(folder.path, name: "acme/helper") else { return }
    report(on: project)
  }

  /// Writes a report in every format, and holds what must be true of each.
  private func report(on project: Project) {
    let report = Self.library.check(project, today: CalendarDate("2025-01-31"))
    for format in ReportFormat.allCases {
      for extent in [ReportExtent.verdict, .page, .open, .ledger] {
        guard let text = try? format.render(report, extent, style: TextStyle(coloured: false)) else {
          fatalError("a report can't be written")
        }
        precondition(text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "a control character in a report")
      }
    }
    for format in GraphFormat.allCases { _ = try? format.render(report) }
    precondition(
      report.findings.allSatisfy { $0.status != .violated || $0.location != nil }, "an error without a place")
  }

  private func draft(_ files: [String: [UInt8]]) {
    let folder = ScratchFolder(files)
    guard let project = try? Self.library.read(folder.path, name: "acme/helper", ignoringManifest: true) else { return }
    let before = Self.library.check(project, today: nil)
    folder.write(Array(ManifestDraft(project, questions: before.questions).render().utf8), to: "pedigree.yaml")
    do {
      _ = try Self.library.read(folder.path, name: "acme/helper")
    } catch {
      fatalError("what init drafts can't be read: \(error)")
    }
  }

  /// Cuts an input into files: the first byte of each part says which one it is.
  private static func parts(of bytes: [UInt8]) -> [String: [UInt8]] {
    let names = [
      "README.md", "pedigree.yaml", "LICENSE", "NOTICE", "bom.json", "train.yaml", "train.py", "adapter_config.json",
    ]
    var files: [String: [UInt8]] = [:]
    for part in bytes.split(separator: 0xFF, maxSplits: 16) {
      guard let first = part.first else { continue }
      files[names[Int(first) % names.count]] = Array(part.dropFirst())
    }
    return files
  }

  // MARK: Texts

  private func read(_ bytes: [UInt8]) {
    for name in ["LICENSE", "LICENSE.md", "LICENSE.html", "LICENSE.xml"] {
      let text = ReadableText.read(SourceFile(path: name, bytes: bytes))
      guard let parsed = try? Self.library.parse(text) else { fatalError("the lexicon is broken") }
      for obligation in parsed.obligations {
        precondition(obligation.range.upperBound <= text.text.bytes.count, "a quote behind the end of the text")
      }
    }
  }

  private func identify(_ bytes: [UInt8]) {
    guard bytes.allSatisfy({ $0 == 0x0A || (0x20..<0x7F).contains($0) }) else { return }
    func licenses(_ bytes: [UInt8]) -> [String] {
      Self.library.identify(ReadableText.read(SourceFile(path: "LICENSE", bytes: bytes))).matches.map(\.id)
    }
    let spaced = bytes.flatMap { $0 == 0x20 ? [0x20, 0x20] : [$0] } + [0x0A]
    precondition(licenses(bytes) == licenses(spaced), "white space makes another licence")
  }
}
