import Compliance

/// The formats of `ask`.
public enum AdviceFormat: String, Sendable, CaseIterable {
  case text, json

  /// The advice, with a line break at its end; `full` lists in text what is only counted else.
  public func render(_ advice: Advice, full: Bool, style: TextStyle) throws -> String {
    switch self {
    case .text: AdviceText(style: style, full: full).render(advice)
    case .json: try AdviceJSON().render(advice)
    }
  }
}
