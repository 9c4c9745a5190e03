import Diagnostics
import TestSupport

@testable import Provenance

/// What a file of weights with these bytes is read as.
func reading(_ bytes: [UInt8], as name: String) throws -> DocumentReading {
  let folder = try TemporaryFolder()
  try folder.write(bytes, to: name)
  let file = try OpenFile("\(folder.path)/\(name)", shownAs: name)
  return WeightsFormat(path: name)?.read(file, path: name) ?? .nothing
}

/// The bytes of a safetensors file with a header.
func safetensors(_ header: String, length: UInt64? = nil, weights: Int = 16) -> [UInt8] {
  let length = length ?? UInt64(header.utf8.count)
  return withUnsafeBytes(of: length.littleEndian) { Array($0) } + Array(header.utf8)
    + [UInt8](repeating: 7, count: weights)
}

extension ProvenanceDocument {
  /// What it says, as `relation id certainty line`, with ` < child` where that is not what the file is about.
  var shown: [String] {
    sources.map { source in
      var child = ""
      if case .artefact(let id, _) = source.child { child = " < \(id.text)" }
      return "\(source.relation.rawValue) \(source.id.text) \(source.certainty) \(source.location.start.line)\(child)"
    }
  }
}
