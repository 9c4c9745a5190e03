/// A half-open range of UTF-8 byte offsets into a file as it was read.
public struct SourceRange: Sendable, Hashable {
  /// Offset of the first byte.
  public let lowerBound: Int
  /// Offset behind the last byte.
  public let upperBound: Int

  /// Makes a range; an end before the start is a programmer's mistake.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound >= 0 && lowerBound <= upperBound, "a source range runs forward")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// Number of bytes.
  public var count: Int { upperBound - lowerBound }
}
