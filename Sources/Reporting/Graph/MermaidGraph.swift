import Obligations
import Provenance

/// The lineage as a Mermaid flowchart.
public enum MermaidGraph {
  /// The chart, parents above children, with a line break at its end.
  public static func render(_ lineage: Lineage) -> String {
    var lines = ["flowchart TD"]
    for (index, node) in lineage.nodes.enumerated() {
      let isRelease = index == Lineage.release
      let (open, close) = isRelease ? ("([", "])") : node.kind == .dataset ? ("[(", ")]") : ("[", "]")
      lines.append("  n\(index)\(open)\(quoted(GraphLabel.lines(of: node, isRelease: isRelease)))\(close)")
    }
    for edge in lineage.edges {
      let arrow = edge.certainty >= .stated ? "-->" : "-.->"
      lines.append("  n\(edge.parent) \(arrow)|\(quoted([GraphLabel.text(of: edge)]))| n\(edge.child)")
    }
    for (index, unnamed) in lineage.unnamed.enumerated() {
      lines.append("  u\(index){{\(quoted([GraphLabel.text(of: unnamed.source)]))}}")
      lines.append("  u\(index) -.->|\(quoted([unnamed.source.relation.rawValue]))| n\(unnamed.child)")
    }
    return lines.map { "\($0)\n" }.joined()
  }

  private static func quoted(_ lines: [String]) -> String {
    "\"\(lines.map(escaped).joined(separator: "<br/>"))\""
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
