import Obligations
import YAMLSource

/// A question of law on which conditions depend; unknown until a project answers it, or takes a stance.
public struct Interpretation: Sendable {
  /// The key under `interpret:`.
  public let id: String
  /// The question, answered by yes or no.
  public let question: String
  /// The answer that asks the most.
  public let cautious: Bool?
  /// The answer that practice gives, with the address where that is documented.
  public let customary: (answer: Bool, practice: String)?

  init?(_ node: YAMLNode) {
    guard let id = node["id"]?.text, let question = node["question"]?.text else { return nil }
    self.id = id
    self.question = question
    self.cautious = node["cautious"]?.bool
    if let answer = node["customary"]?.bool, let practice = node["practice"]?.text {
      self.customary = (answer, practice)
    } else {
      self.customary = nil
    }
  }

  /// How a stance answers it; nil where it stays open.
  public func answer(under stance: Stance) -> Bool? {
    switch stance {
    case .cautious: cautious
    case .customary: customary?.answer
    }
  }
}
