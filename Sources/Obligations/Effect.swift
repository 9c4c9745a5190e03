/// How an ancestor reaches the release: the lattice over which lineage edges are transfer functions.
public enum Effect: String, Sendable, CaseIterable, Comparable {
  /// Made from the ancestor's weights (the ancestor itself included).
  case derivative
  /// A model trained on what the ancestor said.
  case outputTrained = "output-trained"
  /// A dataset that holds what the ancestor said.
  case outputs
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
    case .outputTrained: 1
    case .outputs: 2
    case .dataTrained: 3
    case .data: 4
    case .contained: 5
    case .served: 6
    case .tool: 7
    }
  }

  public static func < (left: Effect, right: Effect) -> Bool { left.index < right.index }
}
