import Obligations
import Provenance

/// What the parts of a drawn graph say.
enum GraphLabel {
  /// Lines for an artefact: its name, and its licences below.
  static func lines(of node: Lineage.Node, isRelease: Bool) -> [String] {
    let name = node.id.text.isEmpty ? "the release" : node.id.text
    let licenses = node.licenses.map(\.name)
    return licenses.isEmpty ? [name] : [name, licenses.joined(separator: ", ")]
  }

  /// A line for a source that nobody names.
  static func text(of source: UnnamedSource) -> String {
    switch source.relation {
    case .distilled: "a teacher without a name"
    case .generatedBy: "a generator without a name"
    case .preferenceBy: "a judge without a name"
    case .finetune, .adapter, .merge, .quantized, .pruned, .converted, .initialised, .continued, .trainedOn,
      .derivedFrom, .evaluatedWith, .tokenizerOf, .contains, .serves:
      "a source without a name"
    }
  }

  /// A line for a step, with how sure it is where it only asks.
  static func text(of edge: Lineage.Edge) -> String {
    edge.certainty.isFact ? edge.relation.rawValue : "\(edge.relation.rawValue) (\(edge.certainty.name))"
  }
}
