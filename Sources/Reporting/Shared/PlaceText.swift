import Compliance
import Diagnostics

/// A place as messages write it.
enum PlaceText {
  /// `file:line:column`.
  static func full(_ location: SourceLocation) -> String {
    let start = location.start
    return "\(location.path):\(start.line):\(start.column)"
  }

  /// What the catalogue says, by the page that it was taken from: a place inside the program helps nobody. Nil for every
  /// other place.
  static func named(_ location: SourceLocation) -> String? {
    guard location.path.hasPrefix("licenses/catalog/") else { return nil }
    return CataloguePage(location).map { "the catalogue, from \($0.address)" } ?? "the catalogue"
  }

  /// `file:line`.
  static func short(_ location: SourceLocation) -> String { "\(location.path):\(location.start.line)" }
}

/// A path through the lineage as messages write it.
enum PathText {
  /// `meta-llama/Llama-3.1-8B → finetune → the release`.
  static func line(_ path: [PathStep]) -> String {
    let steps = path.flatMap { step in
      [step.artefact, step.relation.rawValue] + (step.omitted > 0 ? ["… \(step.omitted) more steps …"] : [])
    }
    return (steps + ["the release"]).joined(separator: " → ")
  }
}
