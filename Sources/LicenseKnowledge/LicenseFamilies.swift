import KnowledgeTables
import Obligations
import YAMLSource

/// A word for several licences.
struct LicenseFamily: Sendable {
  /// What to write instead.
  let advice: String
}

/// Names that are recognised without naming one text whose obligations are known.
struct LicenseFamilies: Sendable {
  /// By normalised name.
  let byName: [String: LicenseFamily]
  /// Normalised names of licences whose obligations are not held.
  let notHeld: Set<String>

  init(_ node: YAMLNode?) {
    var byName: [String: LicenseFamily] = [:]
    for entry in node?["families"]?.items ?? [] {
      guard let name = entry["name"]?.text, let advice = entry["advice"]?.text else { continue }
      for spelling in [name] + (entry["also"]?.oneOrMany.compactMap(\.text) ?? []) {
        byName[spelling.nameKey] = LicenseFamily(advice: advice)
      }
    }
    self.byName = byName
    self.notHeld = Set((node?["not-held"]?.items ?? []).compactMap { $0.text.map { $0.nameKey } })
  }
}
