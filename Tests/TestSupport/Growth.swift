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
  public private(set) var small = Duration.seconds(1 << 20)
  /// Time for the input four times as large.
  public private(set) var large = Duration.seconds(1 << 20)

  /// Runs `work`, which must stay on its thread, with inputs of `size` and of four times `size`; keeps the best runs.
  ///
  /// What runs beside it takes caches and memory away, so a bad result is measured again. The small input is run twice,
  /// for the first run of a process makes tables that the others find.
  public init(from size: Int, of work: (Int) -> Void) {
    small = Self.time(of: size, work)
    for _ in 0..<Self.mostSeries {
      small = min(small, Self.time(of: size, work))
      large = min(large, Self.time(of: 4 * size, work))
      if isLinear { return }
    }
  }

  private static let mostSeries = 8

  private static func time(of size: Int, _ work: (Int) -> Void) -> Duration {
    let start = now()
    work(size)
    return now() - start
  }

  /// Whether the time grew no faster than the input, by a generous factor; quadratic work takes 16 times as long.
  public var isLinear: Bool { large < small * 9 + .milliseconds(15) }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
