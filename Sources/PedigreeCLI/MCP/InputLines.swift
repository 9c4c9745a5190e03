#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of standard input, each given as soon as it has come.
struct InputLines {
  enum Line {
    case text([UInt8])
    /// A line above the limit, of which nothing is kept.
    case tooLong
  }

  private let limit: Int
  private var pending: [UInt8] = []
  /// How many bytes of `pending` hold no line break.
  private var searched = 0
  private var isTooLong = false
  private var hasEnded = false

  /// Lines of at most `limit` bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// The next line without its break; nil where the input has ended.
  mutating func next() -> Line? {
    while true {
      if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(pending[..<end])
        pending.removeSubrange(...end)
        searched = 0
        return finished(line)
      }
      searched = pending.count
      if pending.count > limit {
        isTooLong = true
        pending = []
        searched = 0
      }
      guard !hasEnded else {
        guard !pending.isEmpty || isTooLong else { return nil }
        let line = pending
        (pending, searched) = ([], 0)
        return finished(line)
      }
      receive()
    }
  }

  private mutating func finished(_ line: [UInt8]) -> Line {
    defer { isTooLong = false }
    return isTooLong || line.count > limit ? .tooLong : .text(line)
  }

  private mutating func receive() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var count = read(STDIN_FILENO, &buffer, buffer.count)
    while count < 0, errno == EINTR { count = read(STDIN_FILENO, &buffer, buffer.count) }
    if count > 0 { pending += buffer[..<count] } else { hasEnded = true }
  }
}
