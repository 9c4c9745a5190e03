/// What a run has to know of all of `licenses/`: under which names and addresses which licence, model, dataset, service
/// and maker is found, and where its file speaks of it.
///
/// It is made while the package is built, and read where it lies; only knowledge that is overlaid makes its own.
public struct KnowledgeIndex: Sendable, Equatable {
  /// Sorted by id: id, number of the file, date, series, id on SPDX's list, whom it binds, and the id without
  /// its date; texts that are missing are empty.
  public let licenses: Table
  /// Sorted by `nameKey`: the row of a licence.
  public let licenseNames: Table
  /// Parts of addresses that lead to licences, the longest first, with the row of the licence.
  public let licenseAddresses: Table
  /// Sorted by the name of a series: the row of a licence.
  public let series: Table
  public let models: CatalogTables
  public let datasets: CatalogTables
  public let services: CatalogTables
  /// The names under which prose speaks of models and datasets.
  public let names: NameTable
  /// Starts of addresses, with the id of the dataset to which they lead.
  public let datasetAddresses: Table
  /// Sorted by `nameKey`: the maker's name.
  public let makers: Table
  /// Sorted: forms of companies as `nameKey`.
  public let legalForms: Table
  /// Sorted by `nameKey`: the service's id.
  public let serviceNames: Table
  /// Sorted by `nameKey`: a place's code, and with blanks between them the codes of its members, or of its unions.
  public let places: Table
  /// Sorted: owners who upload other people's models again.
  public let mirrors: Table
  /// What mirrors append to names.
  public let mirrorSuffixes: Table
  /// How cards word where artefacts came from: the name of a concept, its number, and one of its phrases.
  public let cardWordings: Table

  /// The columns of `licenses`.
  public enum License {
    public static let id = 0, file = 1, date = 2, series = 3, spdx = 4, binds = 5, stem = 6
  }

  /// All tables, in the order in which the program embeds them.
  public var tables: [Table] {
    [licenses, licenseNames, licenseAddresses, series]
      + [models, datasets, services].flatMap { [$0.entries, $0.ids, $0.patterns] }
      + [
        names.table, datasetAddresses, makers, legalForms, serviceNames, places, mirrors, mirrorSuffixes, cardWordings,
      ]
  }

  /// Takes the tables in that order.
  public init(_ tables: [Table]) {
    var rest = tables[...]
    func next() -> Table { rest.removeFirst() }
    func catalog() -> CatalogTables { CatalogTables(entries: next(), ids: next(), patterns: next()) }
    licenses = next()
    licenseNames = next()
    licenseAddresses = next()
    series = next()
    models = catalog()
    datasets = catalog()
    services = catalog()
    names = NameTable(next())
    datasetAddresses = next()
    makers = next()
    legalForms = next()
    serviceNames = next()
    places = next()
    mirrors = next()
    mirrorSuffixes = next()
    cardWordings = next()
  }
}

/// The entries of one kind in the catalogue; of those that speak of the same id, the first one counts.
public struct CatalogTables: Sendable, Equatable {
  /// In the order of the files: id, number of the file, start and end of the entry, and the maker that its file names;
  /// empty where it names none.
  public let entries: Table
  /// Sorted by the id in lower case: the row of the entry. Patterns are not among them.
  public let ids: Table
  /// Sorted by the owner in lower case, which is empty where a pattern has none or a pattern of owners: the row of the
  /// entry, and the pattern in lower case.
  public let patterns: Table

  /// The columns of `entries`.
  public enum Entry {
    public static let id = 0, file = 1, start = 2, end = 3, maker = 4
  }
}
