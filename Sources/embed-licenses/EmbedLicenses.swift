import Diagnostics
import Foundation
import KnowledgeTables

/// Writes the `.yaml` files below a folder as string literals of a Swift file, each with its SHA-256 digest, and the index
/// of their names.
///
/// Escaped single-line literals keep every byte; a multi-line literal would turn CRLF into LF.
@main struct EmbedLicenses {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: embed-licenses FOLDER OUTPUT.swift\n".utf8))
      exit(2)
    }
    let root = URL(filePath: arguments[1]).resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    let files = try paths.map { (path: $0, bytes: [UInt8](try Data(contentsOf: root.appending(path: $0)))) }
    var source = "let embeddedLicenses: [(path: String, digest: String, yaml: StaticString)] = [\n"
    for file in files {
      source += "  (\(String(reflecting: file.path)), \"\(SHA256(file.bytes))\", \(literal(file.bytes))),\n"
    }
    source += "]\n\nlet embeddedTables: [StaticString] = [\n"
    for table in KnowledgeIndex(of: files).tables { source += "  \(literal(table.bytes)),\n" }
    source += "]\n"
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }

  private static func literal(_ bytes: [UInt8]) -> String {
    String(reflecting: String(decoding: bytes, as: UTF8.self))
  }
}
