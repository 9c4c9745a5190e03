import Foundation

/// An expected output in a file, rewritten where `UPDATE_GOLDEN` is set.
public struct GoldenFile: Sendable {
  private let path: String

  /// The golden at an absolute path.
  public init(_ path: String) { self.path = path }

  /// Whether goldens are rewritten instead of compared.
  public static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  /// How `actual` differs from the file; nil where it is the same, or was just written.
  public func mismatch(with actual: String) throws -> String? {
    if Self.isUpdating {
      let file = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      return nil
    }
    guard let bytes = Repository.bytes(of: path) else {
      return "no golden at \(path); UPDATE_GOLDEN=1 writes it"
    }
    let expected = String(decoding: bytes, as: UTF8.self)
    return expected == actual ? nil : Self.difference(from: expected, to: actual)
  }

  /// The first lines that differ, in the manner of a diff.
  private static func difference(from expected: String, to actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old)
    let shown = (changes.removals.prefix(10) + changes.insertions.prefix(10)).map { change in
      switch change {
      case .remove(let line, let text, _): "-\(line + 1): \(text)"
      case .insert(let line, let text, _): "+\(line + 1): \(text)"
      }
    }
    return "\(changes.count) lines differ (- expected, + actual):\n" + shown.joined(separator: "\n")
  }
}
