/// `places.yaml` as skimmed: countries and unions of countries under their codes and names.
public struct PlacesFile: Sendable {
  /// A country, or a union with its members.
  public struct Entry: Sendable, Equatable {
    public let code: String
    public let called: [String]
    public let members: [String]

    public init(code: String, called: [String], members: [String]) {
      self.code = code
      self.called = called
      self.members = members
    }
  }

  public let countries: [Entry]
  public let unions: [Entry]
  /// Names of the whole world.
  public let worldwide: [String]

  public init(skimming bytes: [UInt8]) {
    let skim = Skim(bytes)
    countries = skim.pairs(below: "countries").map { Entry(code: $0.key, called: $0.values, members: []) }
    unions = skim.pairs(below: "unions").map { pair in
      let values = skim.values(of: Self.keys, in: pair.range, indent: 4)
      return Entry(code: pair.key, called: values[0], members: values[1])
    }
    worldwide = skim.values(of: Self.world, in: 0..<bytes.count, indent: 0)[0]
  }

  /// The names of all places as `nameKey`, each with its code and the codes of its members, or of its unions.
  var rows: [(key: String, cells: [Table.Cell])] {
    var places: [String: (code: String, related: [String])] = [:]
    func add(_ code: String, _ names: [String], related: [String]) {
      for name in [code] + names { places[name.nameKey] = (code, related) }
    }
    for union in unions { add(union.code, union.called, related: union.members) }
    for country in countries {
      let own = unions.filter { $0.members.contains(country.code) }.map(\.code)
      add(country.code, country.called, related: own)
    }
    add("worldwide", worldwide, related: [])
    return places.map { ($0.key, [.text($0.value.code), .text($0.value.related.joined(separator: " "))]) }
  }

  private static let keys = Skim.Keys("called", "members")
  private static let world = Skim.Keys("worldwide")
}
