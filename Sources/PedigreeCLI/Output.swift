import PedigreeKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams of the program: reports on standard output, everything else on standard error.
enum Output {
  static func write(_ text: String) {
    Progress.clear()
    write(text, to: STDOUT_FILENO)
  }

  static func writeError(_ text: String) { write(Progress.takeAway() + text, to: STDERR_FILENO) }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// What became of a file that was to be written.
  enum Creation {
    case written
    case exists
    case failed(reason: String)
  }

  /// Writes a new file. One that is there is only replaced where that is asked for, and where it is a regular file and no
  /// link; what fails leaves it as it was.
  static func create(_ path: String, _ text: String, overwriting: Bool) -> Creation {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      // Nobody can have put a file there in between: it must be new.
      return write(text, toNew: path, mode: 0o644)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failed(reason: "it is not a regular file") }
    guard overwriting else { return .exists }
    let temporary = "\(path).\(getpid()).tmp"
    let creation = write(text, toNew: temporary, mode: status.st_mode & 0o777)
    guard case .written = creation else { return creation }
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      return .failed(reason: reason)
    }
    return .written
  }

  /// Writes a file that must not be there yet; one that can't be written whole is removed again.
  private static func write(_ text: String, toNew path: String, mode: mode_t) -> Creation {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else {
      return errno == EEXIST ? .exists : .failed(reason: String(cString: strerror(errno)))
    }
    guard send(text, to: descriptor), fsync(descriptor) == 0 else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      unlink(path)
      return .failed(reason: reason)
    }
    guard close(descriptor) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(path)
      return .failed(reason: reason)
    }
    return .written
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

/// What is piped into the program.
enum StandardInput {
  /// A model card, of at most the size of a document.
  static func card() throws -> SourceFile {
    let limit = SourceFile.documentLimit
    let bytes = [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, count in
      while count < buffer.count {
        let got = read(STDIN_FILENO, buffer.baseAddress! + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
    }
    guard bytes.count <= limit else { throw Stop.failure("standard input has more than \(limit) bytes") }
    return SourceFile(path: "-", bytes: bytes)
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

  /// The last second of the year 9999, behind which days are no longer written with four digits.
  private static let lastSecond = 253_402_300_799

  /// Today in UTC.
  static func today() throws -> CalendarDate? { CalendarDate(String(try now().prefix(10))) }

  /// The time in UTC, 2026-01-31T12:00:00Z; SOURCE_DATE_EPOCH where that is set, so that a build can be repeated.
  static func now() throws -> String {
    var seconds = time(nil)
    if let given = value("SOURCE_DATE_EPOCH") {
      guard let number = time_t(given), (0...lastSecond).contains(number) else {
        throw Stop.failure(
          "SOURCE_DATE_EPOCH is `\(given)`; it must be a number of seconds since 1970, at most \(lastSecond)")
      }
      seconds = number
    }
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
