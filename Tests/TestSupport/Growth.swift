#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How the time of some work grows with the size of its input.
///
/// Measured in processor time of the thread, so that tests running beside it do not count.
public struct Growth: Sendable {
  /// Time for the small input.
  public let small: Duration
  /// Time for the input four times as large.
  public let large: Duration

  /// Runs `work`, which must stay on its thread, with inputs of `size` and of four times `size`; keeps the best runs.
  public init(from size: Int, of work: (Int) -> Void) {
    func best(_ size: Int) -> Duration {
      (0..<3).map { _ in
        let start = Self.now()
        work(size)
        return Self.now() - start
      }.min() ?? .zero
    }
    self.small = best(size)
    self.large = best(4 * size)
  }

  /// Whether the time grew no faster than the input, by a generous factor; quadratic work takes 16 times as long.
  public var isLinear: Bool { large < small * 9 + .milliseconds(15) }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
