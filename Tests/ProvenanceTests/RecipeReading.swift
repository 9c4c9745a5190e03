import Obligations
import Provenance
import Testing

/// Reads `text` as the only file of a project; nil where it is no recipe and no program.
func recipe(_ text: String, named name: String = "config.yaml") throws -> ProvenanceDocument? {
  try? ScratchProject([name: text]).read().provenance.first
}

extension ProvenanceDocument {
  /// What it says, as `relation id`, with `@revision`, and `?` where it only hints.
  var said: [String] {
    sources.map { source in
      let revision = source.revision.map { "@\($0)" } ?? ""
      return "\(source.relation.rawValue) \(source.id.text)\(revision)\(source.certainty < .stated ? " ?" : "")"
    }
  }
}
