import Diagnostics

extension YAMLNode {
  /// Reports keys that stand twice in a mapping: readers let the last one win without a word, which can hide a
  /// change of licence.
  static func duplicateKeys(in entries: [Entry]) -> [Diagnostic] {
    var first: [String: YAMLNode] = [:]
    var found: [Diagnostic] = []
    for entry in entries {
      guard let key = entry.key.text else { continue }
      guard let earlier = first[key] else {
        first[key] = entry.key
        continue
      }
      found.append(
        Diagnostic(
          .yamlDuplicateKey,
          "key `\(key)` stands here again; it was set in line \(earlier.location.start.line)",
          at: entry.key.location, help: "keep one of the two; readers disagree about which one counts"))
    }
    return found
  }
}
