import Diagnostics
import TestSupport
import Testing

@testable import Provenance

/// Reads `text` as a file of a project.
func document(_ text: String, named path: String = "data.json") -> ProvenanceDocument? {
  DocumentReaders(finder: MentionFinder(names: sampleNames, kindOfID: sampleKind, wordings: cardWordings))
    .read(SourceFile(path: path, text: text)).document
}

extension ProvenanceDocument {
  /// Every source as `relation id`, with ` < child` and the certainty where it is not declared.
  var shownSources: [String] {
    sources.map { source in
      var shown = "\(source.relation.rawValue) \(source.id.text)"
      if case .artefact(let id, _) = source.child { shown += " < \(id.text)" }
      if source.certainty != .declared { shown += " (\(source.certainty))" }
      return shown
    }
  }

  /// The licences, with ` < artefact` where they are another one's.
  var shownLicenses: [String] {
    licenses.map { $0.claim.name + ($0.artefact.map { " < \($0.text)" } ?? "") }
  }

  /// The sources without a name, as `relation: what tells of it`.
  var shownUnnamed: [String] { unnamed.map { "\($0.relation.rawValue): \($0.basis.description)" } }

  /// All places that it gives.
  var places: [Diagnostics.SourceLocation] {
    sources.map(\.location) + licenses.map(\.claim.location) + unnamed.map(\.location)
      + artefacts.map(\.location) + prose.map(\.text.words.location)
      + [subject?.location].compactMap { $0 } + diagnostics.compactMap(\.location)
  }
}

/// The first damaged copy of `text` for which a place lies outside of the file.
func brokenCopy(of text: String, named path: String, alphabet: String = "[]{}:,\"\\/@#_- \n\t1e\u{E9}") -> String? {
  let broken = DamagedCopies(of: text, count: 1_500, alphabet: alphabet).first { bytes in
    let readers = DocumentReaders(
      finder: MentionFinder(names: sampleNames, kindOfID: sampleKind, wordings: cardWordings))
    let read = readers.read(SourceFile(path: path, bytes: bytes)).document
    return read?.places.contains { $0.range.upperBound > bytes.count } ?? false
  }
  return broken.map { String(decoding: $0, as: UTF8.self) }
}
