import Compliance
import Diagnostics

/// A place as messages write it.
enum PlaceText {
  /// `file:line:column`.
  static func full(_ location: SourceLocation) -> String {
    let start = location.start
    return "\(location.path):\(start.line):\(start.column)"
  }

  /// `file:line`.
  static func short(_ location: SourceLocation) -> String { "\(location.path):\(location.start.line)" }
}

/// A path through the lineage as messages write it.
enum PathText {
  /// `meta-llama/Llama-3.1-8B → finetune → the release`.
  static func line(_ path: [PathStep]) -> String {
    (path.flatMap { [$0.artefact, $0.relation.rawValue] } + ["the release"]).joined(separator: " → ")
  }
}
