/// How an ancestor reaches the release: the lattice over which lineage edges are transfer functions.
public enum Effect: String, Sendable, CaseIterable, Comparable {
  /// Made from the ancestor's weights (the ancestor itself included).
  case derivative
  /// Trained on top of the ancestor, which it needs to answer at all, without holding its weights.
  case adapter
  /// A model trained on what the ancestor said.
  case outputTrained = "output-trained"
  /// A dataset that holds what the ancestor said.
  case outputs
  /// A model trained on scores or choices of the ancestor, or a dataset that holds them.
  case judged
  /// A model trained on the ancestor, a dataset.
  case dataTrained = "data-trained"
  /// A dataset made from the ancestor, a dataset (the ancestor itself included).
  case data
  /// Shipped in it as it is, unchanged.
  case contained
  /// Offered by it as it is, unchanged, without handing anything out.
  case served
  /// Only used beside: an evaluation, a tokenizer.
  case tool

  /// Position in declaration order, for tables indexed by effect.
  public var index: Int {
    switch self {
    case .derivative: 0
    case .adapter: 1
    case .outputTrained: 2
    case .outputs: 3
    case .judged: 4
    case .dataTrained: 5
    case .data: 6
    case .contained: 7
    case .served: 8
    case .tool: 9
    }
  }

  public static func < (left: Effect, right: Effect) -> Bool { left.index < right.index }
}
