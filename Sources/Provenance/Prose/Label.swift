import Obligations

/// What a label says about the names behind it: "Base model:", a table's column, a heading.
struct Label {
  let role: SourceRole
  let words: String
}

extension WordingReader {
  /// What a label says; nil for labels of other things.
  func label(_ text: String, for kind: ArtefactKind) -> Label? {
    guard text.utf8.count <= Self.longestLabel else { return nil }
    return Self.role(concepts(in: text), isLone: isLone(text), for: kind).map { Label(role: $0, words: text) }
  }

  /// What a name under a label is: what is called data is no model's weights, but may be what a model wrote.
  func role(of name: Mention, under label: Label) -> SourceRole {
    label.role == .training && name.kind == .model && name.family != nil && concepts(in: label.words).has(.dataNoun)
      ? .outputs : label.role
  }

  /// Longer texts are sentences.
  private static let longestLabel = 64

  private static func role(_ label: CardConcepts, isLone: Bool, for kind: ArtefactKind) -> SourceRole? {
    func has(_ concept: CardConcept) -> Bool { label.has(concept) }
    if has(.labelVoid) { return nil }
    if kind == .dataset {
      if has(.labelTeacher) || has(.labelGenerated) { return .outputs }
      return has(.labelUpstream) || (isLone && has(.labelUpstreamAlone)) ? .gathered : nil
    }
    if has(.labelMerged) { return .weights(.merge) }
    if has(.labelTeacher) { return .outputs }
    if has(.labelSourceData) { return .gathered }
    if has(.labelQuantized) { return .weights(.quantized) }
    if has(.labelFinetuned) { return .weights(.finetune) }
    if has(.labelBase) || (isLone && has(.labelBaseOnly)) { return has(.labelBaseVoid) ? nil : .weights(.finetune) }
    return has(.labelData) && !has(.labelDataVoid) ? .training : nil
  }

  /// Whether a text is a single word.
  private func isLone(_ text: String) -> Bool { !text.utf8.contains(UInt8(ascii: " ")) }
}
