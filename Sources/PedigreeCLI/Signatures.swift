import ArgumentParser
import FoundationEssentials
import PedigreeKit

/// `pedigree signatures`: makes the signatures of a whole collection of texts.
struct Signatures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signatures",
    abstract: "Make the signatures of all texts of a collection.",
    discussion: """
      The index is a table with tabs and a header: path, id, version, format, variant. A variant of a text \
      gets a signature of its own only where it is worded otherwise.
      """)

  @Argument(help: "The index of the texts; paths in it are relative to its folder.", completion: .file())
  var index: String

  @Argument(help: "The folder to write the signatures to.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("Ids to leave out; a star stands for anything. May be repeated.", valueName: "id"))
  var skip: [String] = []

  @Option(
    help: ArgumentHelp(
      "Takes ids that begin so for other names of the id without it, and without -only and -or-later.",
      valueName: "prefix"))
  var alias: String?

  @Option(
    help: ArgumentHelp(
      "Two texts that the index takes for each other, by their paths in it. May be repeated.", valueName: "path=path"))
  var swap: [String] = []

  func run() throws {
    let collection = try read()
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (stem, file) in collection.files {
        try file.yaml.write(toFile: "\(folder)/\(stem).yaml", atomically: true, encoding: .utf8)
      }
    } catch {
      throw Stop.failure("cannot write to `\(TerminalText.escaped(folder))`")
    }
  }

  private func read() throws -> SignatureCollection {
    let swapped = try swaps()
    do {
      let rows = try TextIndex(reading: SourceFile.read(index)).rows
      let globs = skip.map { Glob($0) }
      let base = index.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      var collection = SignatureCollection(alias: alias)
      for row in rows where !globs.contains(where: { $0.matches(row.entry.id) }) {
        let path = swapped[row.path] ?? row.path
        collection.add(row.entry, try TextOptions.read(base.isEmpty ? path : "\(base)/\(path)"))
      }
      return collection
    } catch {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
  }

  /// For the path of each text that the index takes for another, the path of that other one.
  private func swaps() throws -> [String: String] {
    var swaps: [String: String] = [:]
    for pair in swap {
      let paths = pair.split(separator: "=").map(String.init)
      guard paths.count == 2 else { throw ValidationError("--swap takes two paths, `one=other`") }
      swaps[paths[0]] = paths[1]
      swaps[paths[1]] = paths[0]
    }
    return swaps
  }
}
