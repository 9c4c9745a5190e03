import Diagnostics

extension YAMLNode {
  /// Reports keys that stand twice in a mapping: readers let the last one win without a word, which can hide a
  /// change of licence.
  static func duplicateKeys(in entries: [Entry]) -> [Diagnostic] {
    if entries.count <= mostCompared, !hasDuplicates(entries) { return [] }
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

  /// Nearly all mappings are short, and their keys sooner compared than looked up.
  private static func hasDuplicates(_ entries: [Entry]) -> Bool {
    for (index, entry) in entries.enumerated() {
      guard let key = entry.key.text else { continue }
      for earlier in entries[..<index] where earlier.key.text == key { return true }
    }
    return false
  }

  private static let mostCompared = 8
}
