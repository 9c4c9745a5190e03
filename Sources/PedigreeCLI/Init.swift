import ArgumentParser
import PedigreeKit

/// `pedigree init`: drafts a declaration.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Draft a pedigree.yaml from everything that a project's files say.",
    discussion: """
      Reads the card, configurations, BOMs and headers of weights in a folder. What they are sure of is declared, each \
      with its place; what they only hint at, and what they don't say, stands there as a comment. An existing \
      pedigree.yaml is neither read nor, without --force, overwritten. Beside the draft, .pedigree/schema.json is written, \
      by which editors complete and check it.
      """)

  @Argument(help: "The project's folder.", completion: .directory)
  var path = "."

  @Option(help: ArgumentHelp("The release's repository id, where no file gives it.", valueName: "owner/name"))
  var name: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where to write, - for standard output; pedigree.yaml in the folder if not given.", valueName: "file"))
  var output: String?

  @Flag(help: "Overwrite the file if it is there.")
  var force = false

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let library = try knowledge.load()
    let style = TextStyle(coloured: false)
    let project = try ProjectOptions.reading(style: style) {
      try library.read(path, name: try ProjectOptions.checked(name), ignoringManifest: true)
    }
    let report = library.check(project, today: try Environment.today())
    let draft = ManifestDraft(
      project, questions: report.questions, schema: output == "-" ? nil : EditorSchema.path)
    guard output != "-" else { return Output.write(draft.render()) }
    let file = output ?? (path == "." ? ManifestReader.fileName : "\(path)/\(ManifestReader.fileName)")
    switch Output.create(file, draft.render(), overwriting: force) {
    case .written: break
    case .exists: throw Stop.failure("`\(TerminalText.escaped(file))` is there already; --force overwrites it")
    case .failed(let reason): throw Stop.failure("cannot write `\(TerminalText.escaped(file))`: \(reason)")
    }
    try EditorSchema.write(beside: file, questions: library.questions)
    let (sources, files) = (draft.declaredSources, project.provenance.count + (project.card == nil ? 0 : 1))
    Output.write(
      """
      wrote \(TerminalText.escaped(file)): \(sources) \(sources == 1 ? "source" : "sources") from \(files) \
      \(files == 1 ? "file" : "files"), \(report.questions.count) open questions
      read it, answer what you can, then run `pedigree check`

      """)
  }
}

/// The schema that editors read a declaration by; its address would be another machine's, so that it lies beside it.
private enum EditorSchema {
  private static let folder = ".pedigree"

  /// Its path from the declaration's folder.
  static let path = "\(folder)/schema.json"

  static func write(beside manifest: String, questions: [String: String]) throws {
    let parent = manifest.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let base = parent.isEmpty ? (manifest.hasPrefix("/") ? "/" : "") : "\(parent)/"
    try Output.makeFolder("\(base)\(folder)")
    try Output.replace("\(base)\(path)", try ManifestSchema(questions: questions).render())
  }
}
