#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines of a stream of any length, each given as soon as it has come; only one is held at a time.
public struct LineStream: ~Copyable {
  /// The longest line that is held where nothing else is said: 16 MiB.
  public static let longestLine = 16 << 20

  private let descriptor: Int32
  private let shown: String
  private let longest: Int
  private var bytes: [UInt8] = []
  /// Where the next line begins, and up to where no line feed stands.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false

  /// A line without its line feed.
  public enum Line: Sendable, Equatable {
    case bytes([UInt8])
    /// A line that is longer than the longest one that is held.
    case tooLong
  }

  /// The lines of standard input; those of more than `longest` bytes are not held.
  public static func standardInput(longest: Int = longestLine) -> LineStream {
    LineStream(descriptor: dup(STDIN_FILENO), shown: "standard input", longest: longest)
  }

  /// Opens a file or a pipe.
  public init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    self.init(descriptor: descriptor, shown: path, longest: Self.longestLine)
  }

  private init(descriptor: Int32, shown: String, longest: Int) {
    self.descriptor = descriptor
    self.shown = shown
    self.longest = longest
  }

  deinit { close(descriptor) }

  /// The next line; nil behind the last one.
  public mutating func next() throws(FileError) -> Line? {
    var isTooLong = false
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer {
          start = end + 1
          searched = start
        }
        return isTooLong || end - start > longest ? .tooLong : .bytes(Array(bytes[start..<end]))
      }
      searched = bytes.count
      if isAtEnd {
        defer { start = bytes.count }
        guard start < bytes.count || isTooLong else { return nil }
        return isTooLong ? .tooLong : .bytes(Array(bytes[start...]))
      }
      if bytes.count - start > longest {
        isTooLong = true
        start = bytes.count
      }
      try fill()
    }
  }

  /// Reads the next piece behind what is left of the last one.
  private mutating func fill() throws(FileError) {
    bytes.removeSubrange(..<start)
    searched -= start
    start = 0
    let held = bytes.count
    var got = 0
    bytes.append(contentsOf: repeatElement(0, count: Self.piece))
    repeat {
      got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + held, Self.piece) }
    } while got < 0 && errno == EINTR
    guard got >= 0 else {
      let reason = String(cString: strerror(errno))
      bytes.removeSubrange(held...)
      throw .unreadable(path: shown, reason: reason)
    }
    bytes.removeSubrange((held + got)...)
    isAtEnd = got == 0
  }

  private static let piece = 1 << 20
}
