import Synchronization

/// Values that are made when they are first asked for, and kept for all threads.
///
/// Two threads may make a value at once. Both make it alike, and the first one is kept.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  public init() {}

  /// The value of a key, made by `make` if nobody asked for it before.
  public func value(of key: Key, _ make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = make()
    return values.withLock { values in
      if let first = values[key] { return first }
      values[key] = made
      return made
    }
  }
}

/// A value that is made when it is first asked for, and kept for all threads.
public final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  public init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// The value; two threads may make it at once, both alike.
  public var value: Value {
    if let known = made { return known }
    let value = make()
    return kept.withLock { kept in
      if let first = kept { return first }
      kept = value
      return value
    }
  }

  /// The value, if anything asked for it before.
  public var made: Value? { kept.withLock { $0 } }
}
