import ArgumentParser
import PedigreeKit

/// `pedigree record`: writes down what was used while it is known.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Bring sources from standard input into a pedigree.yaml, where and when they are used.",
    discussion: """
      Standard input is a declaration, in YAML or JSON: what was used stands under `sources`, in the form of \
      pedigree.yaml. A source that is declared already gets the keys that it lacks, its days are widened, and its samples \
      added up; any other one is added. Nothing that stands in the file is removed, comments and layout stay, and it is \
      replaced in one step. Where there is no file, one is made.
      """)

  @Argument(help: "The project's folder, or its pedigree.yaml.", completion: .file())
  var path = "."

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let library = try knowledge.load()
    let record = try StandardInput.document()
    let place = ManifestPlace(path)
    let style = TextStyle(coloured: false)
    try Output.alone(in: place.folder) {
      let present = try place.read()
      let text = try ProjectOptions.reading(style: style) { try library.record(record, in: present) }
      let shown = TerminalText.escaped(place.path)
      guard Array(text.utf8) != present?.bytes else { return Output.write("\(shown) says so already\n") }
      try Output.replace(place.path, text)
      Output.write("\(present == nil ? "wrote" : "added to") \(shown)\n")
    }
  }
}

/// Where a declaration stands, or will.
private struct ManifestPlace {
  let folder: String
  let path: String

  /// The declaration in a folder, or the file that ends in `.yaml` or `.yml`.
  init(_ given: String) {
    let isFile = given.hasSuffix(".yaml") || given.hasSuffix(".yml")
    guard isFile else {
      folder = given
      path = given == "." ? ManifestReader.fileName : "\(given)/\(ManifestReader.fileName)"
      return
    }
    let parts = given.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    folder = parts.count == 1 ? "." : parent.isEmpty ? "/" : parent
    path = given
  }

  /// The declaration; nil where there is none yet.
  func read() throws -> SourceFile? {
    do {
      return try SourceFile.read(path)
    } catch FileError.missing {
      return nil
    } catch {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
  }
}
