import Diagnostics

/// A file of the catalogue as skimmed: who makes what it lists, and the names of its entries.
public struct CatalogFile: Sendable {
  /// The maker that the file names above its entries.
  public let maker: String?
  public let entries: [Entry]

  /// A model, a dataset or a service.
  public struct Entry: Sendable {
    public let id: String
    /// Where it stands in the file.
    public let range: SourceRange
    public let called: [String]
    public let urls: [String]
    public let title: String?
    public let maker: String?
  }

  public init(skimming bytes: [UInt8]) {
    let skim = Skim(bytes)
    let ranges = skim.entries(in: 0..<bytes.count, key: "id")
    let head = 0..<(ranges.first?.lowerBound ?? 0)
    maker = skim.values(of: Self.makerKey, in: head, indent: 0)[0].first
    entries = ranges.map { range in
      let values = skim.values(of: Self.keys, in: range, indent: 4)
      return Entry(
        id: skim.value(of: "id", in: range), range: SourceRange(range.lowerBound, range.upperBound), called: values[0],
        urls: values[1], title: values[2].first, maker: values[3].first)
    }
  }

  private static let makerKey = Skim.Keys("maker")
  private static let keys = Skim.Keys("called", "urls", "title", "maker")
}

/// `makers.yaml` as skimmed: further names of makers, and the forms of companies.
public struct MakersFile: Sendable {
  /// Each maker with its other names.
  public let makers: [(name: String, also: [String])]
  /// What may stand behind a company's name or be left out.
  public let legalForms: [String]

  public init(skimming bytes: [UInt8]) {
    let skim = Skim(bytes)
    let all = 0..<bytes.count
    makers = skim.entries(in: all, key: "name").map { range in
      (skim.value(of: "name", in: range), skim.values(of: Self.also, in: range, indent: 4)[0])
    }
    legalForms = skim.values(of: Self.forms, in: all, indent: 0)[0]
  }

  private static let also = Skim.Keys("also")
  private static let forms = Skim.Keys("legal-forms")
}
