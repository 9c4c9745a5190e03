import Diagnostics
import Foundation
import Obligations
import Provenance
import TestSupport

/// A folder that holds a project while a test runs.
final class ScratchProject {
  let path: String

  /// Writes `files`, by their paths below the folder.
  init(_ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "project-\(UUID().uuidString)")
    path = folder.path
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Reads the folder, or a file of it.
  func read(
    _ file: String? = nil, name: String? = nil, limits: ProjectLimits = ProjectLimits()
  ) throws(ProjectError) -> Project {
    let reader = ProjectReader(names: sampleNames, words: sampleWords, wordings: cardWordings, limits: limits) {
      $0.contains("data") ? .dataset : .model
    }
    return try reader.read(file.map { "\(path)/\($0)" } ?? path, name: name)
  }

  /// The messages of a project that can't be read, as `id line:column`; nil where it can.
  func mistakes(_ file: String? = nil, name: String? = nil) -> [String]? {
    do {
      _ = try read(file, name: name)
      return nil
    } catch {
      switch error {
      case .unreadable(let diagnostics): return diagnostics.map(\.place)
      case .nothingToRead: return ["nothing"]
      case .outside: return ["outside"]
      case .lexicon(let error): return ["\(error)"]
      case .file(let error): return [error.summary.split(separator: ":").first.map(String.init) ?? ""]
      }
    }
  }
}

extension Lineage {
  /// Every edge as `child < relation parent`.
  var shown: [String] {
    edges.map { "\(nodes[$0.child].id.text) < \($0.relation.rawValue) \(nodes[$0.parent].id.text)" }
  }
}
