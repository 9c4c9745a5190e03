/// A stretch of a text in which its publisher lets copies differ.
public struct TextVariation: Sendable, Equatable {
  /// Where it stands in the text; empty where copies may put something in.
  public let range: Range<Int>
  /// What copies may have in its place, beside its own words; empty for a stretch that may be left out.
  public let wordings: [String]

  /// What stands in a wording for a few words of any kind, such as a name.
  public static let anything = "[anything]"
}
