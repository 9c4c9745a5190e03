import Diagnostics

/// The names by which people call a licence, and its place in a series: what a run has to know of every licence, read
/// without the obligations.
public struct LicenseHeader: Sendable, Equatable {
  public let id: String
  public let title: String
  public let maker: String?
  /// The day from which it is in force, as written.
  public let date: String?
  public let series: String?
  /// Its id on SPDX's list.
  public let spdx: String?
  /// Whom it binds, as written.
  public let binds: String?
  /// Id, title, Hub id, SPDX id and other names, as written.
  public let names: [String]
  /// Address fragments that lead to the text.
  public let urls: [String]

  /// Keys of a licence file that only the header uses.
  public static let nameKeys = ["hub", "spdx", "names", "urls"]

  /// Reads the keys before `obligations:`; nil where the file has no id.
  public init?(skimming bytes: [UInt8]) {
    let end = bytes.firstRange(of: Self.obligations) ?? bytes.count
    let values = Skim(bytes).values(of: Self.skimmed, in: 0..<end, indent: 0)
    self.init { key in zip(Self.keys, values).first { $0.0 == key }?.1 ?? [] }
  }

  /// Takes the values of each key; nil where there is no id.
  public init?(_ values: (String) -> [String]) {
    guard let id = values("id").first else { return nil }
    self.id = id
    title = values("title").first ?? id
    maker = values("maker").first
    date = values("date").first
    series = values("series").first
    spdx = values("spdx").first
    binds = values("binds").first
    names = [id, title] + ["hub", "spdx", "names"].flatMap(values)
    urls = values("urls")
  }

  /// The id without the date at its end, which is the day of publication and can lie before the day in force; nil for an
  /// id without one.
  public var stem: String? {
    let date = id.utf8.suffix(Self.dateShape.count)
    guard date.count == Self.dateShape.count, id.utf8.count > date.count,
      zip(date, Self.dateShape).allSatisfy({ $1 == UInt8(ascii: "-") ? $0 == $1 : $0.isDigit })
    else { return nil }
    return String(id.dropLast(date.count + 1))
  }

  private static let dateShape = Array("yyyy-mm-dd".utf8)
  private static let keys = ["id", "title", "maker", "date", "series", "binds"] + nameKeys
  private static let skimmed = Skim.Keys(keys)
  private static let obligations = Array("\nobligations:".utf8)
}
