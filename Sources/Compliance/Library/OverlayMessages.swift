import Diagnostics
import LicenseKnowledge

extension Library {
  /// Which files stand in for what is compiled in, each with its digest, since a verdict rests on them; those that ask
  /// for less are warnings.
  var overlayMessages: [Diagnostic] {
    knowledge.overlaidFiles.flatMap { overlaid in
      let start = SourceLocation(overlaid.file, SourceRange(0, 0))
      let what = overlaid.license.map { "licence `\($0)` is \(overlaid.replaces ? "replaced" : "added")" }
      let note = Diagnostic(
        .overlay, "\(what ?? "knowledge is added") by this file, SHA-256 \(overlaid.digest)", at: start)
      guard let license = overlaid.license, !overlaid.dropped.isEmpty else { return [note] }
      let kinds = Set(overlaid.dropped.map { "`\($0.rawValue)`" }).sorted()
      let shown = kinds.prefix(4).joined(separator: ", ") + (kinds.count > 4 ? ", …" : "")
      let weaker = Diagnostic(
        .overlayWeaker, "this file asks for less than the known `\(license)`: it lacks \(shown)", at: start,
        help: "add what is missing, or give your licence an id of its own")
      return [note, weaker]
    }
  }
}
