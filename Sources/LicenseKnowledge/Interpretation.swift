import YAMLSource

/// A question of law on which conditions hang; unknown until a project answers it.
public struct Interpretation: Sendable {
  /// The key under `interpret:`.
  public let id: String
  /// The question, answered by yes or no.
  public let question: String

  init?(_ node: YAMLNode) {
    guard let id = node["id"]?.text, let question = node["question"]?.text else { return nil }
    self.id = id
    self.question = question
  }
}
