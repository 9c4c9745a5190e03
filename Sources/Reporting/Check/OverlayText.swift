import Compliance
import Diagnostics

/// The line that says that a verdict rests on files beside what is compiled in.
enum OverlayText {
  static func lines(_ report: Report, _ style: TextStyle) -> [String] {
    let files = report.diagnostics.filter { $0.kind == .overlay }.compactMap { $0.location?.path }
    guard let first = files.first else { return [] }
    let rest = files.count > 1 ? " and \(files.count - 1) more (listed by pedigree audit)" : ""
    return [style.paint("overlaid by \(TerminalText.escaped(first))\(rest)", .faint)]
  }
}
