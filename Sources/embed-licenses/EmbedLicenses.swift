import Diagnostics
import Foundation

/// Writes the `.yaml` files below a folder as string literals of a Swift file, each with its SHA-256 digest.
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
    var source = "let embeddedLicenses: [(path: String, digest: String, yaml: StaticString)] = [\n"
    for path in paths {
      let bytes = try Data(contentsOf: root.appending(path: path))
      let yaml = String(reflecting: String(decoding: bytes, as: UTF8.self))
      source += "  (\(String(reflecting: path)), \"\(SHA256(Array(bytes)))\", \(yaml)),\n"
    }
    source += "]\n"
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }
}
