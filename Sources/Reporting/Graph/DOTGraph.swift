import Obligations
import Provenance

/// The lineage in Graphviz's DOT language.
public enum DOTGraph {
  /// The graph, parents above children, with a line break at its end.
  public static func render(_ lineage: Lineage) -> String {
    var lines = ["digraph lineage {", "  node [shape=box];"]
    for (index, node) in lineage.nodes.enumerated() {
      let isRelease = index == Lineage.release
      let shape = isRelease ? ", shape=doubleoctagon" : node.kind == .dataset ? ", shape=cylinder" : ""
      lines.append("  n\(index) [label=\(quoted(GraphLabel.text(of: node, isRelease: isRelease)))\(shape)];")
    }
    for edge in lineage.edges {
      let style = edge.certainty == .catalogued || edge.certainty == .hinted ? ", style=dashed" : ""
      lines.append("  n\(edge.parent) -> n\(edge.child) [label=\(quoted(edge.relation.rawValue))\(style)];")
    }
    return (lines + ["}"]).map { "\($0)\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
