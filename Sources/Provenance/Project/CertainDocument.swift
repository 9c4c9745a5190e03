import Diagnostics

/// Files that are documents of ours without doubt, so that it has to be said where they can't be read.
enum CertainDocument {
  /// Whether a file is one, by its name or by words that nothing else holds.
  static func isOne(_ file: SourceFile) -> Bool {
    isNamed(file.path)
      || words.contains { file.bytes.firstRange(of: Array($0.utf8), before: DocumentReaders.markedStart) != nil }
  }

  /// Whether a file is one by its name.
  static func isNamed(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return names.contains(name) || endings.contains { name.hasSuffix($0) }
  }

  private static let names: Set<String> = [
    "adapter_config.json", "mergekit_config.yml", "mergekit_config.yaml", "bom.json", "sbom.json",
  ]
  private static let endings = [".cdx.json", ".spdx.json"]
  private static let words = ["\"peft_type\"", "\"bomFormat\"", "\"spdxVersion\"", "merge_method:"]

  /// Whether a file that isn't read is a bill of materials by its name: packed, or in another format.
  static func isInAnotherFormat(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard otherEndings.contains(where: { name.hasSuffixIgnoringCase($0) }) else { return false }
    let name = String(decoding: name, as: UTF8.self).lowercased()
    let parts = name.split { $0 == "." || $0 == "-" || $0 == "_" }
    return parts.contains { ["bom", "sbom", "aibom", "mlbom", "cdx", "spdx", "cyclonedx"].contains($0) }
  }

  private static let otherEndings: [StaticString] = [
    ".gz", ".zip", ".xz", ".zst", ".bz2", ".rdf", ".ttl", ".tag", ".proto", ".bin", ".csv", ".tsv", ".xlsx", ".pdf",
    ".html", ".txt",
  ]

  /// Whether a file is a bill of SPDX in lines of tags and values, which aren't read.
  static func isTagValue(_ start: [UInt8]) -> Bool {
    start.firstRange(of: Array("SPDXVersion:".utf8), before: DocumentReaders.markedStart) != nil
  }
}
