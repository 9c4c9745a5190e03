import Obligations

/// What a statement does to whom: one modal verb with its subject, its predicate and its conditions.
struct Frame: Sendable {
  let statement: Int
  let form: FrameForm
  let subject: FrameSubject
  /// Its tokens, subject and conditions included.
  let tokens: Range<Int>
  /// Concepts by where they stand.
  let own: ConceptSet
  let subjectWords: ConceptSet
  let predicate: ConceptSet
  let verbs: ConceptSet
}

/// What all frames of a statement share.
struct StatementScope: Sendable {
  var conditions = ConceptSet()
  var sentence = ConceptSet()
  var lead = ConceptSet()
  /// Whether it only says what a word means: `"Output" means …`.
  var isDefinition = false
  /// Whether it says only what something that governs it lets it say.
  var isInherited = false
  var frames: [Frame] = []
}
