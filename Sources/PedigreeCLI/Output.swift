#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams of the program: reports on standard output, everything else on standard error.
enum Output {
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// What became of a file that was to be written.
  enum Creation {
    case written
    case exists
    case failed(reason: String)
  }

  /// Writes a new file; one that is there is only overwritten where that is asked for, and never through a link.
  static func create(_ path: String, _ text: String, overwriting: Bool) -> Creation {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (overwriting ? O_TRUNC : O_EXCL)
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else {
      return errno == EEXIST ? .exists : .failed(reason: String(cString: strerror(errno)))
    }
    let isWritten = send(text, to: descriptor)
    return close(descriptor) == 0 && isWritten ? .written : .failed(reason: String(cString: strerror(errno)))
  }

  /// Writes a file over the one that is there, or ends the run.
  static func replace(_ path: String, _ text: String) throws {
    switch create(path, text, overwriting: true) {
    case .written: break
    case .exists: throw Stop.failure("cannot write `\(path)`: it is there already")
    case .failed(let reason): throw Stop.failure("cannot write `\(path)`: \(reason)")
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    // Whoever read the output has gone; there is nobody left to tell.
    if !send(text, to: descriptor) { ProcessExit.exit(2) }
  }

  /// Whether all of the text could be written.
  private static func send(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = systemWrite(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return false }
        offset += written
      }
      return true
    }
  }
}

/// Process-wide facts.
enum ProcessExit {
  static func exit(_ code: Int32) -> Never { systemExit(code) }
}

/// The environment and the clock, which only the command line may read.
enum Environment {
  /// The value of a variable; nil where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Today in UTC, yyyy-mm-dd.
  static var today: String { String(now.prefix(10)) }

  /// The time in UTC, 2026-01-31T12:00:00Z; SOURCE_DATE_EPOCH where that is set, so that a build can be repeated.
  static var now: String {
    var seconds = value("SOURCE_DATE_EPOCH").flatMap { time_t($0) } ?? time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    return "\(day)T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
  }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}

private func systemExit(_ code: Int32) -> Never { exit(code) }
