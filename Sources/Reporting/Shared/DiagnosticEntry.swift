import Diagnostics

/// A message about a file in JSON.
struct DiagnosticEntry: Encodable {
  let id: String
  let severity: String
  let summary: String
  let location: ExactPlaceEntry?
  let help: String?

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    severity = diagnostic.severity.rawValue
    summary = diagnostic.summary
    location = diagnostic.location.map(ExactPlaceEntry.init)
    help = diagnostic.help
  }
}
