import Foundation

/// The inputs that a target begins with: our samples, what `Seeds` holds of formats that they lack, and a corpus.
struct Seeds {
  let root: String
  /// A folder of cards and licence texts as people wrote them; nil where there is none.
  var corpus: String?

  /// Most bytes of a seed: what is long teaches a fuzzer nothing new, and slows it down.
  private static let longest = 32 << 10
  /// Most seeds that are taken of a corpus.
  private static let mostOfCorpus = 60

  func inputs(for target: FuzzTarget) -> [[UInt8]] {
    let own = files(below: "\(root)/Fuzz/Seeds/\(target.rawValue)") { _ in true }
    switch target {
    case .yaml, .manifest: return own + samples("pedigree.yaml")
    case .card, .draft: return own + samples("README.md") + ofCorpus("cards", ".md")
    case .text, .identify: return own + texts + ofCorpus("licenses", ".txt")
    case .html: return own + ofCorpus("licenses", ".html")
    case .program: return own + projects
    case .json, .bill, .recipe, .python, .weights: return own
    }
  }

  /// Samples as one input each.
  private var projects: [[UInt8]] {
    let samples = "\(root)/samples"
    return Self.names(in: samples).map { sample in
      FuzzedProject.names.flatMap { name -> [UInt8] in
        guard let data = FileManager.default.contents(atPath: "\(samples)/\(sample)/\(name)") else { return [] }
        return Array("=== \(name)\n".utf8) + data + [UInt8(ascii: "\n")]
      }
    }.filter { !$0.isEmpty && $0.count <= Self.longest }
  }

  private var texts: [[UInt8]] { files(below: "\(root)/Tests/EndToEndTests/Texts") { _ in true } }

  private func samples(_ name: String) -> [[UInt8]] {
    files(below: "\(root)/samples") { $0.split(separator: "/").last.map(String.init) == name }
  }

  private func ofCorpus(_ folder: String, _ suffix: String) -> [[UInt8]] {
    guard let corpus else { return [] }
    let all = files(below: "\(corpus)/\(folder)") { $0.hasSuffix(suffix) }
    let step = max(1, all.count / Self.mostOfCorpus)
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  private func files(below folder: String, where isWanted: (String) -> Bool) -> [[UInt8]] {
    let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
    return paths.filter(isWanted).compactMap {
      FileManager.default.contents(atPath: "\(folder)/\($0)").map { Array($0) }
    }
    .filter { !$0.isEmpty && $0.count <= Self.longest }
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
