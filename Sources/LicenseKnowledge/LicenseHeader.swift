import Diagnostics
import Obligations
import YAMLSource

/// The names by which people call a licence, and its place in a series: the part of a licence file
/// that every run needs, read without the obligations.
struct LicenseHeader: Sendable, Equatable {
  let id: String
  let title: String
  let date: CalendarDate?
  let series: String?
  /// Its id on SPDX's list.
  let spdx: String?
  /// Hub id, SPDX id and other names, as written.
  let names: [String]
  /// Address fragments that lead to the text.
  let urls: [String]

  /// Keys of a licence file that only the header uses.
  static let nameKeys = ["hub", "spdx", "names", "urls"]

  /// Reads the keys before `obligations:`; nil where the file has no id.
  init?(skimming bytes: [UInt8]) {
    let end = bytes.firstRange(of: Self.obligations) ?? bytes.count
    let values = Skim(bytes).values(of: Self.skimmed, in: 0..<end, indent: 0)
    self.init { key in zip(Self.keys, values).first { $0.0 == key }?.1 ?? [] }
  }

  /// Reads the same with the YAML parser.
  init?(parsing root: YAMLNode) {
    self.init { root[$0]?.oneOrMany.compactMap(\.text) ?? [] }
  }

  private init?(_ values: (String) -> [String]) {
    guard let id = values("id").first else { return nil }
    self.id = id
    self.title = values("title").first ?? id
    self.date = values("date").first.flatMap { CalendarDate($0) }
    self.series = values("series").first
    self.spdx = values("spdx").first
    self.names = [id, title] + ["hub", "spdx", "names"].flatMap(values)
    self.urls = values("urls")
  }

  private static let keys = ["id", "title", "date", "series"] + nameKeys
  private static let skimmed = Skim.Keys(keys)
  private static let obligations = Array("\nobligations:".utf8)
}
