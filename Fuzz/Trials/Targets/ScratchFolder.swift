import Foundation

/// A folder whose files are replaced for each input.
final class ScratchFolder {
  let path: String
  private var names: Set<String> = []

  /// The one of this process, which is used by one input at a time.
  nonisolated(unsafe) static let shared = ScratchFolder()

  private init() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    path = folder.path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      fatalError("cannot make `\(path)`: \(error)")
    }
    atexit { try? FileManager.default.removeItem(atPath: ScratchFolder.shared.path) }
  }

  /// Makes the folder hold these files and no others.
  func hold(_ files: [String: [UInt8]]) {
    for name in names where files[name] == nil { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    for (name, bytes) in files { add(bytes, as: name) }
    names = Set(files.keys)
  }

  /// Adds a file to those that the folder holds.
  func add(_ bytes: [UInt8], as name: String) {
    guard FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes)) else {
      fatalError("cannot write `\(path)/\(name)`")
    }
    names.insert(name)
  }
}
