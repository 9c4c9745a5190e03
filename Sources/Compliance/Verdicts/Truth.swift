/// Yes, no or unknown, by strong Kleene logic: unknown stays unknown unless the other side decides.
public enum Truth: Int, Sendable, Comparable {
  case no, unknown, yes

  public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  public static func && (left: Truth, right: Truth) -> Truth { min(left, right) }
  public static func || (left: Truth, right: Truth) -> Truth { max(left, right) }
  public static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }

  init(_ bool: Bool) { self = bool ? .yes : .no }
}
