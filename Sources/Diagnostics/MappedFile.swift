#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is looked into where it lies, in memory that all processes share. It must not be shortened meanwhile.
public final class MappedFile: Sendable {
  /// All of it. Nothing writes there, and it stays as long as this object does.
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer

  /// Opens a regular file.
  public init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw status.st_mode & S_IFMT == S_IFDIR ? .isDirectory(path: path) : .notRegular(path: path)
    }
    let size = Int(status.st_size)
    guard size > 0 else {
      memory = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    memory = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    if let start = memory.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), memory.count) }
  }

  /// Looks into its bytes, which are not to be kept.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(memory) }
  }
}
