import Compliance
import Diagnostics

/// A place in a file below the folder where the program was started, as formats want it that show findings beside code.
///
/// Such formats lose what has no place. So what only the command line or the catalogue is to blame for stands at the first
/// file that was read, which is the declaration or the card.
struct RepositoryPlace {
  /// With forward slashes, without `.` and doubled slashes.
  let path: String
  /// Counted from 1; columns in Unicode code points, the end behind the last one.
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int

  init(_ location: SourceLocation?, in report: Report) {
    guard let location, Self.isFile(location) else {
      let first = report.inputs.read.first?.path ?? ""
      path = Self.cleaned(SourceFile(path: first, bytes: [], in: report.folder).shownPath, or: report.folder)
      (startLine, startColumn, endLine, endColumn) = (1, 1, 1, 1)
      return
    }
    let (start, end) = (location.start, location.end)
    path = Self.cleaned(location.shownPath, or: report.folder)
    (startLine, startColumn, endLine, endColumn) = (start.line, start.column, end.line, end.column)
  }

  /// Whether a place is in a file of the user's, and not in the command line or in what is compiled in.
  static func isFile(_ location: SourceLocation) -> Bool {
    location.file.folder != nil || !(location.path.hasPrefix("--") || PlaceText.named(location) != nil)
  }

  private static func cleaned(_ path: String, or folder: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if parts.isEmpty { return folder.isEmpty ? "." : folder }
    return path.hasPrefix("/") ? "/\(parts)" : parts
  }
}
