#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is open for listing. Files and folders in it are opened by its descriptor, so that the system does not
/// walk their paths again.
struct OpenFolder: ~Copyable {
  /// What an entry of a folder is, without following it.
  enum Kind {
    case file, folder, link
    /// Pipes, sockets and devices, which are never opened.
    case other
  }

  /// The folder's descriptor.
  let descriptor: Int32
  private let stream: Stream

  #if canImport(Darwin)
    private typealias Stream = UnsafeMutablePointer<DIR>
  #else
    private typealias Stream = OpaquePointer
  #endif

  /// Opens the folder at a path, through links.
  init?(path: String) {
    self.init(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  /// Opens a folder in another one; nil for links and for what can't be read.
  init?(_ name: String, in parent: borrowing OpenFolder) {
    self.init(openat(parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  private init?(_ descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// Calls `body` with the bytes of the name of each entry, in the system's order, until it returns false.
  func entries(_ body: (UnsafeBufferPointer<UInt8>, Kind) -> Bool) {
    while let entry = readdir(stream) {
      // The entry may be shorter than its type, so the name is not copied out of it.
      let name = UnsafeRawPointer(entry) + Self.nameOffset
      let bytes = UnsafeBufferPointer(
        start: name.assumingMemoryBound(to: UInt8.self), count: strlen(name.assumingMemoryBound(to: CChar.self)))
      if bytes.count <= 2, bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) { continue }
      let kind = kind(UInt8(entry.pointee.d_type)) { name.assumingMemoryBound(to: CChar.self) }
      if !body(bytes, kind) { return }
    }
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)!

  private func kind(_ type: UInt8, name: () -> UnsafePointer<CChar>) -> Kind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN): break
    default: return .other
    }
    // Some file systems don't say.
    var status = stat()
    guard fstatat(descriptor, name(), &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The bytes of a file in the folder, as far as `limit`; nil where there is none, where it can't be read, and for
  /// links, which may lead out of the project.
  func contents(of name: String, limit: Int) -> [UInt8]? {
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt8](unsafeUninitializedCapacity: min(Int(status.st_size), limit)) { buffer, count in
      while count < buffer.count {
        let got = read(file, buffer.baseAddress! + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
    }
  }

  /// The names of the entries, all or those of one kind, sorted; those that are no UTF-8 are left out.
  func names(_ wanted: Kind? = nil) -> [String] {
    var names: [String] = []
    entries { name, kind in
      if wanted == nil || kind == wanted, let name = String(name: name) { names.append(name) }
      return true
    }
    return names.sorted()
  }
}

extension String {
  /// The name of a file as text; nil where it is no UTF-8.
  init?(name: UnsafeBufferPointer<UInt8>) {
    self.init(validating: name, as: UTF8.self)
  }
}
