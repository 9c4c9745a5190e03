import Diagnostics
import Obligations
import YAMLSource

extension ManifestReader {
  mutating func attestation(_ node: YAMLNode) -> Attestation? {
    var entry = YAMLMapping(node, as: "an attestation")
    let target = target("obligation", in: &entry)
    let statement = entry.requiredString("statement")
    let by = entry.requiredString("by")
    let date = entry.date("date")
    diagnostics += entry.finish()
    guard let target, let statement, let by else { return nil }
    return Attestation(target: target, statement: statement, by: by, date: date)
  }

  mutating func waiver(_ node: YAMLNode) -> Waiver? {
    var entry = YAMLMapping(node, as: "a waiver")
    let target = target("finding", in: &entry)
    let reason: Waiver.Reason? = entry.word("reason")
    if entry.optional("reason") == nil { _ = entry.required("reason") }
    let note = entry.string("note")
    let by = entry.requiredString("by")
    diagnostics += entry.finish()
    guard let target, let reason, let by else { return nil }
    return Waiver(target: target, reason: reason, note: note, by: by)
  }

  /// What an answer is about; nil where `key` is missing, which is reported.
  private func target(_ key: String, in entry: inout YAMLMapping) -> AnswerTarget? {
    if entry.optional(key) == nil { _ = entry.required(key) }
    let finding = entry.fact(key)
    let source = entry.fact("source")
    let text = entry.fact("text")
    let expires = entry.date("expires")
    return finding.map { AnswerTarget(finding: $0, source: source, text: text, expires: expires) }
  }

  mutating func interpretations(_ node: YAMLNode, into manifest: inout Manifest) {
    var mapping = YAMLMapping(node, as: "interpret")
    for entry in node.entries ?? [] {
      guard let key = entry.key.text else { continue }
      if key == "otherwise" {
        manifest.stance = mapping.word(key, as: Stance.self).map { Fact($0, at: entry.value.location) }
      } else if let answer = mapping.bool(key) {
        manifest.interpretations[key] = Fact(answer, at: entry.value.location)
      }
    }
    diagnostics += mapping.finish()
  }
}
