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

/// A regular file that is open for reading piece by piece.
public struct OpenFile: ~Copyable {
  /// Its size when it was opened, in bytes.
  public let size: Int
  private let descriptor: Int32
  private let shown: String

  /// Opens a file, through links; messages show it as `shownPath`.
  public init(_ path: String, shownAs shownPath: String? = nil) throws(FileError) {
    let shown = shownPath ?? path
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path: shown) }
      throw .unreadable(path: shown, reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw .unreadable(path: shown, reason: reason)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      close(descriptor)
      throw .isDirectory(path: shown)
    default:
      close(descriptor)
      throw .notRegular(path: shown)
    }
    self.descriptor = descriptor
    self.shown = shown
    self.size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads at most `count` bytes from `offset` on; fewer only where the file ends.
  public func read(at offset: Int = 0, upTo count: Int) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < buffer.count {
        let got = pread(descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard failure == 0 else { throw .unreadable(path: shown, reason: String(cString: strerror(failure))) }
    return bytes
  }

  /// Reads all of a file of at most `limit` bytes.
  public func readAll(limit: Int) throws(FileError) -> [UInt8] {
    guard size <= limit else { throw .tooLarge(path: shown, bytes: size, limit: limit) }
    // One byte more than the size tells a file that grew meanwhile from one that did not.
    let bytes = try read(upTo: size + 1)
    guard bytes.count <= limit else { throw .tooLarge(path: shown, bytes: bytes.count, limit: limit) }
    return bytes
  }
}

extension SourceFile {
  /// The largest file that is read as a document: 4 MiB.
  public static let documentLimit = 4 << 20

  /// Reads a regular file of at most `limit` bytes and shows it as `shownPath` in messages.
  public static func read(
    _ path: String, shownAs shownPath: String? = nil, in folder: String? = nil, limit: Int = documentLimit
  ) throws(FileError) -> SourceFile {
    SourceFile(
      path: shownPath ?? path, bytes: try OpenFile(path, shownAs: shownPath).readAll(limit: limit), in: folder)
  }
}
