import Diagnostics
import Obligations
import YAMLSource

/// The names by which people call a licence, and its place in a series: the part of a licence file
/// that every run needs, read without the obligations.
struct LicenseHeader: Sendable {
  let id: String
  let title: String
  let date: CalendarDate?
  let series: String?
  /// Hub id, SPDX id and other names, as written.
  let names: [String]
  /// Address fragments that lead to the text.
  let urls: [String]

  /// Keys of a licence file that only the header uses.
  static let nameKeys = ["hub", "spdx", "names", "urls"]

  /// Reads the keys before `obligations:`; nil where the file has no id.
  init?(reading file: SourceFile) {
    let header = SourceRange(0, Self.headerLength(of: file.bytes))
    guard let root = YAMLDocument(reading: file, in: header, limits: .strict).root,
      let id = root["id"]?.text
    else { return nil }
    self.id = id
    self.title = root["title"]?.text ?? id
    self.date = root["date"]?.text.flatMap { CalendarDate($0) }
    self.series = root["series"]?.text
    self.names =
      [id, self.title]
      + ["hub", "spdx", "names"].flatMap { root[$0]?.oneOrMany.compactMap(\.text) ?? [] }
    self.urls = root["urls"]?.oneOrMany.compactMap(\.text) ?? []
  }

  private static func headerLength(of bytes: [UInt8]) -> Int {
    bytes.firstRange(of: Array("\nobligations:".utf8)) ?? bytes.count
  }
}
