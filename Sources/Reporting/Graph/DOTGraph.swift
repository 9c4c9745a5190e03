import Obligations
import Provenance

/// The lineage in Graphviz's DOT language.
public enum DOTGraph {
  /// The graph, parents above children, with a line break at its end.
  public static func render(_ lineage: Lineage) -> String {
    var lines = [
      "digraph lineage {", "  node [shape=box, fontname=\"sans-serif\", fontsize=12];",
      "  edge [fontname=\"sans-serif\", fontsize=10];",
    ]
    for (index, node) in lineage.nodes.enumerated() {
      let isRelease = index == Lineage.release
      let look = isRelease ? ", peripheries=2, style=rounded" : node.kind == .dataset ? ", shape=cylinder" : ""
      lines.append("  n\(index) [label=\(quoted(GraphLabel.lines(of: node, isRelease: isRelease)))\(look)];")
    }
    for edge in lineage.edges {
      lines.append(
        "  n\(edge.parent) -> n\(edge.child) [label=\(quoted([GraphLabel.text(of: edge)]))\(style(of: edge.certainty))];"
      )
    }
    for (index, unnamed) in lineage.unnamed.enumerated() {
      lines.append("  u\(index) [label=\(quoted([GraphLabel.text(of: unnamed.source)])), style=dashed];")
      lines.append(
        "  u\(index) -> n\(unnamed.child) [label=\(quoted([unnamed.source.relation.rawValue])), style=dashed];")
    }
    return (lines + ["}"]).map { "\($0)\n" }.joined()
  }

  private static func style(of certainty: Certainty) -> String {
    switch certainty {
    case .declared, .stated: ""
    case .catalogued, .hinted: ", style=dashed"
    case .mentioned: ", style=dotted"
    }
  }

  private static func quoted(_ lines: [String]) -> String {
    var result = "\""
    for (index, line) in lines.enumerated() {
      if index > 0 { result += "\\n" }
      for scalar in TerminalText.escaped(line).unicodeScalars {
        if scalar == "\"" || scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
