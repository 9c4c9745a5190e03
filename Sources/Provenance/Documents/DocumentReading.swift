import Diagnostics

/// What came of reading a file.
enum DocumentReading {
  case document(ProvenanceDocument)
  /// It is certainly ours, but broken.
  case unreadable([Diagnostic])
  /// It is no document of ours.
  case nothing

  var document: ProvenanceDocument? {
    if case .document(let document) = self { document } else { nil }
  }
}
