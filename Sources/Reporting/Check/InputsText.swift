import Compliance
import Diagnostics
import Provenance

/// What was read and what was left out, as text.
struct InputsText {
  let style: TextStyle

  /// One line: `read 4 files; left out 3 ignored, 12 of other types (listed by pedigree audit)`.
  func line(_ inputs: Inputs) -> String {
    let read = "read \(Self.files(inputs.read.count))"
    let left = inputs.omissions.filter { $0.reason != .foreign }.map { "\($0.count) \($0.reason.title)" }
    guard !left.isEmpty else { return style.paint(read, .faint) }
    let shown = left.prefix(Self.mostReasons).joined(separator: ", ") + (left.count > Self.mostReasons ? ", …" : "")
    return style.paint("\(read); left out \(shown)", .faint)
  }

  private static let mostReasons = 4

  private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }

  /// Every file that was read with its digest, and what was left out by reason.
  func list(_ inputs: Inputs) -> [String] {
    [style.paint("Read", .strong)]
      + inputs.read.map { input in
        let digest = input.digest.map { "sha256 \($0)" } ?? "header only"
        return "  \(TerminalText.escaped(input.path)): \(input.type.name), \(input.size) bytes, \(digest)"
      }
      + (inputs.omissions.isEmpty ? [] : [style.paint("Left out", .strong)])
      + inputs.omissions.map { omission in
        let names = omission.first.prefix(Self.mostNames).map { TerminalText.escaped($0) }.joined(separator: ", ")
        let rest = omission.count > Self.mostNames ? ", …" : ""
        return "  \(omission.count) \(omission.reason.title): \(names)\(rest)"
      }
  }

  private static let mostNames = 5
}
