import Diagnostics
import Foundation

/// The texts that are measured: those of the corpus where it is present, else our own.
struct SampleTexts: Sendable {
  /// What is measured, for the names of the benchmarks.
  let name: String
  /// The files as read.
  let files: [SourceFile]

  /// Bytes of all files.
  var size: Int { files.reduce(0) { $0 + $1.bytes.count } }

  /// The repository that the benchmarks stand in.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path

  /// Finds the corpus by `PEDIGREE_CORPUS`, or beside the repository.
  static func find() -> SampleTexts {
    let folder = ProcessInfo.processInfo.environment["PEDIGREE_CORPUS"] ?? "\(repository)/../shared"
    let corpus = "\(folder)/corpus/licenses"
    if FileManager.default.fileExists(atPath: "\(corpus)/INDEX.tsv") {
      return SampleTexts(name: "corpus", files: read(below: corpus))
    }
    // Our own texts are few and short: repeated, a round takes long enough to be measured.
    let own = read(below: "\(repository)/Tests/EndToEndTests/Texts") + read(below: "\(repository)/samples")
    return SampleTexts(name: "samples", files: Array(repeating: own, count: 50).flatMap(\.self))
  }

  private static let endings = ["txt", "md", "html", "xml", "LICENSE", "yaml"]

  private static func read(below folder: String) -> [SourceFile] {
    let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    return paths.filter { path in endings.contains { path.hasSuffix($0) } }
      .compactMap { path in
        FileManager.default.contents(atPath: "\(folder)/\(path)")
          .map { SourceFile(path: path, bytes: Array($0)) }
      }
  }
}
