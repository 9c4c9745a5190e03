#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where paths lead, once all links are followed.
public enum RealPath {
  /// The absolute path without links; nil where it leads nowhere, in a circle, or is no UTF-8.
  public static func of(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(validatingCString: found)
  }

  /// What is at a path, links followed; nil where nothing is.
  static func kind(of path: String) -> OpenFolder.Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }
}
