import PedigreeKit
import YAMLSource

/// A project whose files stand in one input, each behind a line `=== NAME`; names that no reader waits for are the card's.
struct FuzzedProject {
  private var files: [String: [UInt8]] = [:]

  static let names = [
    "README.md", "pedigree.yaml", "LICENSE", "NOTICE", "bom.json", "adapter_config.json", "config.json", "train.yaml",
    "train.py", "model.gguf", "model.safetensors", "croissant.jsonld", ".gitignore",
  ]

  init(_ bytes: [UInt8]) {
    var name = Self.names[0]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: Array("=== ".utf8)) {
        let wanted = String(decoding: line.dropFirst(4), as: UTF8.self)
        name = Self.names.first { $0 == wanted } ?? Self.names[0]
      } else {
        files[name, default: []] += line + [UInt8(ascii: "\n")]
      }
    }
  }

  /// Checks the project and writes down everything about it.
  func complaint() -> String? {
    let (folder, library) = (ScratchFolder.shared, FuzzTarget.library)
    folder.hold(files)
    guard let project = try? library.read(folder.path, name: "acme/helper") else { return nil }
    let report = library.check(project, today: CalendarDate("2026-01-01"))
    do {
      for format in ReportFormat.allCases {
        for extent in [ReportExtent.verdict, .page, .open, .ledger] {
          let text = try format.render(report, extent, style: TextStyle(coloured: false))
          if let complaint = Self.complaint(about: text, isJSON: Self.json.contains(format)) {
            return complaint
          }
        }
      }
      return nil
    } catch {
      return "a report can't be written: \(error)"
    }
  }

  /// What is wrong with an output: characters that act on a terminal, or JSON that is none.
  private static func complaint(about text: String, isJSON: Bool) -> String? {
    for scalar in text.unicodeScalars where scalar != "\n" {
      switch scalar.properties.generalCategory {
      case .control: return "a control character is written: \(scalar.value)"
      case .format where !isJSON && Self.bidi.contains(scalar.value):
        return "a bidi control is written: \(scalar.value)"
      default: break
      }
    }
    guard isJSON else { return nil }
    let document = JSONDocument(reading: SourceFile(path: "report.json", text: text))
    return document.root == nil ? "the report is no JSON: \(document.diagnostics.first?.summary ?? "")" : nil
  }

  private static let json: Set<ReportFormat> = [.json, .sarif, .gitlab]
  private static let bidi: Set<UInt32> = Set([0x061C, 0x200E, 0x200F] + (0x202A...0x202E) + (0x2066...0x2069))
}
