import KnowledgeTables
import Obligations
import YAMLSource

/// Countries and unions of countries, under their codes and their names.
struct Places: Sendable {
  private var placeByKey: [String: Place] = [:]

  init(_ root: YAMLNode?) {
    let unions = (root?["unions"]?.entries ?? []).compactMap { entry in
      entry.key.text.map { (code: $0, node: entry.value) }
    }
    var unionsByMember: [String: Set<String>] = [:]
    for (code, node) in unions {
      let members = node["members"]?.oneOrMany.compactMap(\.text) ?? []
      for member in members { unionsByMember[member, default: []].insert(code) }
      add(Place(code, related: Set(members)), called: node["called"])
    }
    for entry in root?["countries"]?.entries ?? [] {
      guard let code = entry.key.text else { continue }
      add(Place(code, related: unionsByMember[code] ?? []), called: entry.value)
    }
    add(.worldwide, called: root?["worldwide"])
  }

  private mutating func add(_ place: Place, called names: YAMLNode?) {
    for name in [place.code] + (names?.oneOrMany.compactMap(\.text) ?? []) {
      placeByKey[name.nameKey] = place
    }
  }

  /// The place that a code or a name means; nil for none.
  func place(called name: String) -> Place? { placeByKey[name.nameKey] }
}
