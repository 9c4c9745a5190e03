import Compliance

/// A baseline as JSON, by `docs/baseline.schema.json`: what is open in some reports.
public struct BaselineJSON {
  private let reports: [Report]

  public init(_ reports: [Report]) {
    self.reports = reports
  }

  /// The JSON text, sorted so that a change of a report changes few lines.
  public func render() throws -> String {
    let entries = reports.flatMap(\.baselineEntries).sorted {
      ($0.release, $0.id, $0.source, $0.fingerprint) < ($1.release, $1.id, $1.source, $1.fingerprint)
    }
    return try JSONText.render(Document(version: Baseline.version, open: entries.map(EntryJSON.init)))
  }

  private struct Document: Encodable {
    let version: Int
    let open: [EntryJSON]
  }

  private struct EntryJSON: Encodable {
    let release: String
    let fingerprint: String
    let status: String
    let id: String
    let source: String

    init(_ entry: Baseline.Entry) {
      (release, fingerprint, status) = (entry.release, entry.fingerprint, entry.status)
      (id, source) = (entry.id, entry.source)
    }
  }
}
