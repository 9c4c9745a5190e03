#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder in memory, where the system has one, with the files of an input; it is gone with the last reference.
final class ScratchFolder {
  let path: String
  private var written: Set<String> = []

  init(_ files: [String: [UInt8]]) {
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/pedigree-fuzz-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { fatalError("no scratch folder") }
    path = String(cString: made)
    for (name, bytes) in files { write(bytes, to: name) }
  }

  func write(_ bytes: [UInt8], to name: String) {
    let parts = name.split(separator: "/")
    if parts.count > 1 {
      written.insert("\(parts[0])/")
      mkdir("\(path)/\(parts[0])", 0o700)
    }
    guard let file = fopen("\(path)/\(name)", "w") else { fatalError("can't write \(name)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    written.insert(name)
  }

  deinit {
    for name in written where !name.hasSuffix("/") { unlink("\(path)/\(name)") }
    for name in written where name.hasSuffix("/") { rmdir("\(path)/\(name)") }
    rmdir(path)
  }
}
