import Diagnostics

/// Something that a file says, with the place where it says so.
public struct Fact<Value: Sendable>: Sendable {
  public let value: Value
  public let location: SourceLocation

  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}
