import Diagnostics

/// Files that are documents of ours without doubt, so that it has to be said where they can't be read.
enum CertainDocument {
  /// Whether a file is one, by its name or by words that nothing else holds.
  static func isOne(_ file: SourceFile) -> Bool {
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return names.contains(name) || endings.contains { name.hasSuffix($0) }
      || words.contains { file.bytes.firstRange(of: Array($0.utf8), before: DocumentReaders.markedStart) != nil }
  }

  private static let names: Set<String> = ["adapter_config.json", "mergekit_config.yml", "bom.json"]
  private static let endings = [".cdx.json", ".spdx.json"]
  private static let words = ["\"peft_type\"", "\"bomFormat\"", "\"spdxVersion\"", "merge_method:"]
}
