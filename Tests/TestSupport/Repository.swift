import Foundation

/// The folders of the repository that tests read, found through this file's own path.
public enum Repository {
  /// The package's root.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The knowledge as it lies on disk.
  public static let licenses = "\(root)/licenses"
  /// The example projects.
  public static let samples = "\(root)/samples"
  /// Names of the example projects, sorted.
  public static let sampleNames = entries(of: samples).filter { name in
    (try? FileManager.default.attributesOfItem(atPath: "\(samples)/\(name)"))?[.type] as? FileAttributeType
      == .typeDirectory
  }

  /// Names in a folder, sorted; empty where it can't be listed.
  public static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Paths of the files below a folder whose names end with `suffix`, relative to it and sorted.
  public static func files(below folder: String, suffix: String) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The bytes of a file; nil where it can't be read.
  public static func bytes(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }
}

/// Real licence texts and cards, which belong to their authors and lie outside the repository.
///
/// `PEDIGREE_CORPUS` names the folder; else it is looked for beside the repository.
public enum Corpus {
  private static let folder =
    ProcessInfo.processInfo.environment["PEDIGREE_CORPUS"] ?? "\(Repository.root)/../shared"

  /// Whole texts of licences and terms.
  public static let licenses = "\(folder)/corpus/licenses"
  /// What careful readers found in some of the texts, one file for each.
  public static let obligations = "\(folder)/gold/obligations"
  /// The program that compares what is parsed with what careful readers found.
  public static let scorer = "\(folder)/tools/score-obligations"
  /// Model cards as people wrote them.
  public static let cards = "\(folder)/corpus/cards/models"

  /// The published schema, context and model of SPDX.
  public static let spdx = "\(folder)/schemas/spdx"

  /// The published schema of SARIF.
  public static let sarif = "\(folder)/schemas/sarif/sarif-schema-2.1.0.json"
  /// The schema of JUnit reports that Jenkins' xUnit plugin uses.
  public static let junit = "\(folder)/schemas/junit/junit-10.xsd"

  /// Whether the corpus is there; tests that need it are skipped without.
  public static let isPresent = FileManager.default.fileExists(atPath: "\(licenses)/INDEX.tsv")

  /// A row of the index of texts.
  public struct Text: Sendable, CustomStringConvertible {
    /// The licence's id, shared by its variants.
    public let id: String
    /// Path below `licenses`.
    public let path: String
    /// `txt`, `md`, `html`, `xml` or another format.
    public let format: String
    /// Whether the file holds the whole text.
    public let isFull: Bool
    /// 0 for the text that stands for the id, other numbers for variants.
    public let variant: Int

    public var description: String { path }

    /// The text's bytes.
    public var bytes: [UInt8]? { Repository.bytes(of: "\(Corpus.licenses)/\(path)") }
  }

  /// Pages that the index takes for each other.
  private static let swapped = {
    let terms = "liquid/liquid-ai-terms-2024-09-23.html"
    let license = "liquid/lfm-open-license-1.0__variant1.html"
    return [terms: license, license: terms]
  }()

  /// All texts in the order of the index.
  public static let texts: [Text] = {
    guard let bytes = Repository.bytes(of: "\(licenses)/INDEX.tsv") else { return [] }
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let header = rows.first else { return [] }
    func column(_ name: String, _ row: [String]) -> String {
      header.firstIndex(of: name).flatMap { $0 < row.count ? row[$0] : nil } ?? ""
    }
    return rows.dropFirst().map { row in
      let path = column("path", row)
      return Text(
        id: column("id", row), path: swapped[path] ?? path, format: column("format", row),
        isFull: column("completeness", row) == "full", variant: Int(column("variant", row)) ?? 0)
    }
  }()
}
