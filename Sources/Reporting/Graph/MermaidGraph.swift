import Obligations
import Provenance

/// The lineage as a Mermaid flowchart.
public enum MermaidGraph {
  /// The chart, parents above children, with a line break at its end.
  public static func render(_ lineage: Lineage) -> String {
    var lines = ["flowchart TD"]
    for (index, node) in lineage.nodes.enumerated() {
      let (open, close) = index == Lineage.release ? ("([", "])") : node.kind == .dataset ? ("[(", ")]") : ("[", "]")
      lines.append(
        "  n\(index)\(open)\"\(escaped(GraphLabel.text(of: node, isRelease: index == Lineage.release)))\"\(close)")
    }
    for edge in lineage.edges {
      let arrow = edge.certainty == .catalogued || edge.certainty == .hinted ? "-.->" : "-->"
      lines.append("  n\(edge.parent) \(arrow)|\(edge.relation.rawValue)| n\(edge.child)")
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// Mermaid reads entity codes between `#` and `;` inside quotation marks.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "\"", "#", "<", ">", "&", ";", "`": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// What a node of a drawn graph says.
enum GraphLabel {
  static func text(of node: Lineage.Node, isRelease: Bool) -> String {
    let name = node.id.text.isEmpty ? "the release" : node.id.text
    let licenses = node.licenses.map(\.name).joined(separator: ", ")
    return licenses.isEmpty ? name : "\(name) (\(licenses))"
  }
}
