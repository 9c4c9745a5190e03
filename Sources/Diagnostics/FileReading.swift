#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read.
public enum FileError: Error, Equatable {
  case missing(path: String)
  case isDirectory(path: String)
  case notRegular(path: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
  case unreadable(path: String, reason: String)

  /// One line for people, in the style of `Diagnostic.summary`.
  public var summary: String {
    switch self {
    case .missing(let path): "no such file: `\(path)`"
    case .isDirectory(let path): "`\(path)` is a folder, not a file"
    case .notRegular(let path): "`\(path)` is not a regular file"
    case .tooLarge(let path, let bytes, let limit):
      "`\(path)` has \(bytes) bytes, more than the limit of \(limit)"
    case .unreadable(let path, let reason): "cannot read `\(path)`: \(reason)"
    }
  }
}

extension SourceFile {
  /// The largest file that is read as a document: 4 MiB.
  public static let documentLimit = 4 << 20

  /// Reads a regular file of at most `limit` bytes and shows it as `shownPath` in messages.
  public static func read(
    _ path: String, shownAs shownPath: String? = nil, limit: Int = documentLimit
  ) throws(FileError) -> SourceFile {
    let shown = shownPath ?? path
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path: shown) }
      throw .unreadable(path: shown, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: shown, reason: String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory(path: shown)
    default: throw .notRegular(path: shown)
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(path: shown, bytes: size, limit: limit) }
    // One byte more than the size tells a file that grew meanwhile from one that did not.
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        let got = systemRead(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else {
      throw .unreadable(path: shown, reason: String(cString: strerror(failure)))
    }
    guard bytes.count <= limit else { throw .tooLarge(path: shown, bytes: bytes.count, limit: limit) }
    return SourceFile(path: shown, bytes: bytes)
  }
}

/// The system's `read`, which `SourceFile.read` would otherwise hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
