import PedigreeKit

/// The table that lists the texts of a collection.
struct TextIndex {
  /// The rows in the order of the table.
  let rows: [Row]

  /// A text of the collection.
  struct Row {
    /// Path relative to the index.
    let path: String
    let entry: SignatureCollection.Entry
  }

  /// Reads a table with tabs whose first line names the columns; rows without a path or an id are none.
  init(reading file: SourceFile) {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let columns = lines.first ?? []
    rows = lines.dropFirst().compactMap { line in
      func value(_ column: String) -> String? {
        columns.firstIndex(of: column).flatMap { $0 < line.count ? line[$0] : nil }
      }
      guard let path = value("path"), let id = value("id"), !id.isEmpty else { return nil }
      return Row(
        path: path,
        entry: SignatureCollection.Entry(
          id: id, version: value("version") ?? "", isPage: value("format") == "html",
          isVariant: (value("variant") ?? "0") != "0"))
    }
  }
}
