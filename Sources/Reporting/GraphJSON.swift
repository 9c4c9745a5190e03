import Compliance
import Diagnostics
import Obligations
import Provenance

/// The lineage as JSON: every artefact and every step, with where it was read.
public enum GraphJSON {
  /// The graph of a report, with a line break at its end.
  public static func render(_ report: Report) throws -> String {
    let lineage = report.lineage
    return try JSONText.render(
      Document(
        release: report.release.isEmpty ? nil : report.release,
        documents: report.documents.map { .init(path: $0.file.path, type: $0.type.rawValue) },
        artefacts: lineage.nodes.map { node in
          .init(
            id: node.id.text, kind: node.kind.rawValue,
            licenses: node.licenses.map { .init(name: $0.name, at: Place($0.location)) })
        },
        steps: lineage.edges.map { edge in
          .init(
            child: lineage.nodes[edge.child].id.text, parent: lineage.nodes[edge.parent].id.text,
            relation: edge.relation.rawValue, certainty: edge.certainty.name, basis: edge.basis?.description,
            at: Place(edge.location))
        }))
  }

  private struct Document: Encodable {
    let version = 1
    let release: String?
    let documents: [File]
    let artefacts: [Artefact]
    let steps: [Step]
  }

  private struct File: Encodable {
    let path: String
    let type: String
  }

  private struct Artefact: Encodable {
    let id: String
    let kind: String
    let licenses: [License]
  }

  private struct License: Encodable {
    let name: String
    let at: Place
  }

  private struct Step: Encodable {
    let child: String
    let parent: String
    let relation: String
    let certainty: String
    let basis: String?
    let at: Place
  }

  private struct Place: Encodable {
    let file: String
    let line: Int
    let column: Int

    init(_ location: SourceLocation) {
      let start = location.start
      (file, line, column) = (location.path, start.line, start.column)
    }
  }
}

extension Certainty {
  /// Its word in reports.
  var name: String {
    switch self {
    case .mentioned: "mentioned"
    case .hinted: "hinted"
    case .catalogued: "catalogued"
    case .stated: "stated"
    case .declared: "declared"
    }
  }
}
