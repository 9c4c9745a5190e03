import Provenance

extension CardFacts {
  /// The facts as a line of JSON, which begins with the id, so that sorted lines are sorted by it.
  public func line() throws -> String {
    try JSONText.line(
      Entry(
        id: id, kind: kind.rawValue, licenses: licenses.map { Entry.License(name: $0.name, link: $0.link) },
        sources: sources.map { Entry.Source(id: $0.id, kind: $0.kind.rawValue, relation: $0.relation.rawValue) }))
  }

  private struct Entry: Encodable {
    let id: String
    let kind: String
    let licenses: [License]
    let sources: [Source]

    struct License: Encodable {
      let name: String
      let link: String?
    }

    struct Source: Encodable {
      let id: String
      let kind: String
      let relation: String
    }
  }
}
