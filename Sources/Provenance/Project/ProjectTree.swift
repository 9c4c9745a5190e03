import Diagnostics
import FoundationEssentials

/// Finds the files of a project that may tell of provenance, by their names.
struct ProjectTree {
  private(set) var diagnostics: [Diagnostic] = []
  /// The folder on disk.
  let path: String

  /// Deepest nesting of folders.
  static let deepestFolder = 32

  /// Folders of history and of installed packages, which are none of the project's own files.
  private static let foreign: Set<String> = [".git", "node_modules", "site-packages", "__pycache__"]

  init(path: String) {
    self.path = path
  }

  /// Paths below the folder of the files that `isWanted` by their names, sorted.
  mutating func files(where isWanted: (Substring) -> Bool) -> [String] {
    var found: [String] = []
    var open: [(folder: String, depth: Int)] = [("", 0)]
    while let (folder, depth) = open.popLast() {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? path : "\(path)/\(folder)"))
      for entry in entries ?? [] where !Self.foreign.contains(entry) {
        let name = folder.isEmpty ? entry : "\(folder)/\(entry)"
        var isDirectory = false
        guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory) else { continue }
        if isDirectory {
          if depth < Self.deepestFolder { open.append((name, depth + 1)) }
        } else if isWanted(Substring(entry)) {
          found.append(name)
        }
      }
    }
    return found.sorted()
  }
}
