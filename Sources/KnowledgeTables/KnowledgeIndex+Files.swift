import Diagnostics

extension KnowledgeIndex {
  /// Reads the names in files of `licenses/`.
  public init(of files: [(path: String, bytes: [UInt8])]) {
    self.init(of: files.map { ($0.path, SkimmedFile($0.path, $0.bytes)) })
  }

  /// Takes what was skimmed of files, in the order in which they count: of licences with one id the last.
  public init(of files: [(path: String, skimmed: SkimmedFile)]) {
    var headers: [String: (file: Int, header: LicenseHeader)] = [:]
    var models = CatalogRows()
    var datasets = CatalogRows()
    var services = CatalogRows()
    var further: MakersFile?
    var places: PlacesFile?
    var mirrors: [[String]] = [[], []]
    var wordings: [WordingsFile] = []
    for (number, file) in files.enumerated() {
      switch file.skimmed {
      case .license(let header): headers[header.id] = (number, header)
      case .models(let file): models.add(file, file: number)
      case .datasets(let file): datasets.add(file, file: number)
      case .services(let file): services.add(file, file: number)
      case .makers(let file): further = file
      case .mirrors(let lists): mirrors = lists
      case .places(let file): places = file
      case .cardWordings(let file): wordings.append(file)
      case .nothing: break
      }
    }
    let licenses = headers.values.sorted { $0.header.id.utf8.lexicographicallyPrecedes($1.header.id.utf8) }
    let makersOfLicenses = licenses.sorted { files[$0.file].path < files[$1.file].path }.compactMap { license in
      license.header.maker.map { (name: $0, maker: $0) }
    }
    self.init(
      Self.tables(of: licenses)
        + [models, datasets, services].flatMap(\.tables)
        + [
          Self.names(models, datasets).table,
          Table(
            rows: datasets.entries.flatMap { entry in
              entry.urls.map { [.text($0.lowercased()), .text(entry.id)] }
            }),
          Self.makers(models.owners + services.makersByName + makersOfLicenses, further),
          Table(sorting: (further?.legalForms ?? []).map { ($0.nameKey, []) }),
          Table(sorting: services.names.map { ($0.name.nameKey, [.text($0.id)]) }),
          Table(sorting: places?.rows ?? []),
          Table(sorting: mirrors[0].map { ($0.lowercased(), []) }),
          Table(rows: mirrors[1].map { [.text($0.lowercased())] }),
          WordingsFile.table(of: wordings),
        ])
  }

  private static func tables(of licenses: [(file: Int, header: LicenseHeader)]) -> [Table] {
    let rows = licenses.map { license -> (key: String, cells: [Table.Cell]) in
      let header = license.header
      return (
        header.id,
        [
          .number(license.file), .text(header.date ?? ""), .text(header.series ?? ""),
          .text(header.spdx ?? ""), .text(header.binds ?? ""), .text(header.stem ?? ""),
        ]
      )
    }
    // An id beats another licence's nickname.
    var names: [String: Int] = [:]
    for (row, license) in licenses.enumerated() {
      for name in license.header.names { names[name.nameKey] = row }
    }
    for (row, license) in licenses.enumerated() { names[license.header.id.nameKey] = row }
    // The longest address is the most specific.
    let addresses = licenses.enumerated().flatMap { row, license in
      license.header.urls.map { (address: $0.bareAddress, row: row) }
    }.sorted { ($1.address.utf8.count, $0.row) < ($0.address.utf8.count, $1.row) }
    let series = licenses.enumerated().flatMap { row, license in
      Set([license.header.series, license.header.stem].compactMap { $0 }).map { (name: $0, row: row) }
    }
    return [
      Table(sorting: rows),
      Table(sorting: names.map { ($0.key, [.number($0.value)]) }),
      Table(rows: addresses.map { [.text($0.address), .number($0.row)] }),
      Table(sorting: series.map { ($0.name, [.number($0.row)]) }),
    ]
  }

  private static func names(_ models: CatalogRows, _ datasets: CatalogRows) -> NameTable {
    let ofModels = models.entries.flatMap { model in
      model.called.map { NameTable.Name($0, id: model.id, isDataset: false) }
    }
    let ofDatasets = datasets.entries.flatMap { dataset -> [NameTable.Name] in
      let called = dataset.called.map { NameTable.Name($0, id: dataset.id, isDataset: true) }
      // Derived datasets carry the original's name in their ids.
      guard let name = dataset.id.split(separator: "/").last, name.utf8.count >= shortestHint, !dataset.isPattern
      else { return called }
      return called + [NameTable.Name(String(name), id: dataset.id, isDataset: true, isForProse: false)]
    }
    return NameTable(ofModels + ofDatasets)
  }

  /// Shorter names of datasets stand in too many ids by chance.
  private static let shortestHint = 6

  /// What is said first about a name counts: a maker's own name before another's product.
  private static func makers(_ known: [(name: String, maker: String)], _ further: MakersFile?) -> Table {
    let listed = further?.makers ?? []
    let all =
      known.map { ($0.maker, $0.maker) }
      + listed.flatMap { maker in ([maker.name] + maker.also).map { ($0, maker.name) } } + known
    var makers: [String: String] = [:]
    for (name, maker) in all where makers[name.nameKey] == nil { makers[name.nameKey] = maker }
    return Table(sorting: makers.filter { !$0.key.isEmpty }.map { ($0.key, [.text($0.value)]) })
  }
}

extension String {
  /// An address in lower case, without its scheme, `www.` and slashes at the end.
  public var bareAddress: String {
    var address = Substring(lowercased())
    for prefix in ["https://", "http://", "www."] where address.hasPrefix(prefix) {
      address = address.dropFirst(prefix.utf8.count)
    }
    while address.hasSuffix("/") { address = address.dropLast() }
    return String(address)
  }
}

/// The rows of one kind of catalogued artefacts.
private struct CatalogRows {
  struct Entry {
    let id: String
    let file: Int
    let maker: String?
    let skimmed: CatalogFile.Entry

    var called: [String] { skimmed.called }
    var urls: [String] { skimmed.urls }
    var isPattern: Bool { id.utf8.contains(UInt8(ascii: "*")) }
  }

  private(set) var entries: [Entry] = []

  mutating func add(_ file: CatalogFile, file number: Int) {
    entries += file.entries.map { Entry(id: $0.id, file: number, maker: file.maker, skimmed: $0) }
  }

  var tables: [Table] {
    var ids: [String: Int] = [:]
    var patterns: [(owner: String, row: Int, pattern: String)] = []
    for (row, entry) in entries.enumerated() {
      let key = entry.id.lowercased()
      if !entry.isPattern {
        if ids[key] == nil { ids[key] = row }
      } else {
        let owner = key.prefix { $0 != "/" }
        let hasOwner = owner.utf8.count < key.utf8.count && !owner.utf8.contains(UInt8(ascii: "*"))
        patterns.append((hasOwner ? String(owner) : "", row, key))
      }
    }
    return [
      Table(
        rows: entries.map { entry in
          [
            .text(entry.id), .number(entry.file), .number(entry.skimmed.range.lowerBound),
            .number(entry.skimmed.range.upperBound), .text(entry.maker ?? ""),
          ]
        }),
      Table(sorting: ids.map { ($0.key, [.number($0.value)]) }),
      Table(sorting: patterns.map { ($0.owner, [.number($0.row), .text($0.pattern)]) }),
    ]
  }

  /// The owners of ids, each with its maker.
  var owners: [(name: String, maker: String)] {
    entries.compactMap { entry in
      guard let maker = entry.maker, let slash = entry.id.firstIndex(of: "/") else { return nil }
      return (String(entry.id[..<slash]), maker)
    }
  }

  /// The names of services, each with its id; the first service of a name counts.
  var names: [(name: String, id: String)] {
    entries.flatMap { entry in
      ([entry.id, entry.skimmed.title ?? entry.id] + entry.called).map { ($0, entry.id) }
    }
  }

  /// The names of services, each with its maker.
  var makersByName: [(name: String, maker: String)] {
    entries.flatMap { entry in
      entry.skimmed.maker.map { maker in
        ([entry.id, entry.skimmed.title ?? entry.id] + entry.called).map { ($0, maker) }
      } ?? []
    }
  }
}
