import Diagnostics
import KnowledgeTables
import Obligations
import YAMLSource

/// Countries and unions of countries, under their codes and their names.
struct Places: Sendable {
  private let table: Table

  init(_ index: KnowledgeIndex) { table = index.places }

  /// The place that a code or a name means; nil for none.
  func place(called name: String) -> Place? {
    table.row(of: name.nameKey).map { row in
      Place(table.text(1, of: row), related: Set(table.text(2, of: row).split(separator: " ").map(String.init)))
    }
  }

  /// What keeps `places.yaml` from being skimmed.
  static func lint(_ file: SourceFile) -> [Diagnostic] {
    let document = YAMLDocument(reading: file, limits: .strict)
    guard let root = document.root else { return document.diagnostics }
    let skimmed = PlacesFile(skimming: file.bytes)
    func texts(_ node: YAMLNode?) -> [String] { node?.oneOrMany.compactMap(\.text) ?? [] }
    func entries(_ key: String, _ entry: (YAMLNode) -> (called: [String], members: [String])) -> [PlacesFile.Entry] {
      (root[key]?.entries ?? []).compactMap { pair in
        let (called, members) = entry(pair.value)
        return pair.key.text.map { PlacesFile.Entry(code: $0, called: called, members: members) }
      }
    }
    let countries = entries("countries") { (texts($0), []) }
    let unions = entries("unions") { (texts($0["called"]), texts($0["members"])) }
    let agree =
      countries == skimmed.countries && unions == skimmed.unions && texts(root["worldwide"]) == skimmed.worldwide
    return document.diagnostics + (agree ? [] : [.notSkimmable(root.location)])
  }
}
