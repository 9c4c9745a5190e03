import ArgumentParser
import PedigreeKit

/// `pedigree fix`: mends what can be mended mechanically.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Mend what can be mended mechanically: front matter, NOTICE, prescribed words, statements of changes.",
    discussion: """
      Shows the changes as a patch, and writes nothing without --write. Only what licences prescribe and what the \
      declaration says is put into the files; comments, order, line ends and marks stay as they are. What no edit can \
      settle is listed with what to do.
      Exit codes: 0 nothing to mend, or written; 1 there is something to mend; 2 could not run.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var colour: ColourOptions

  @Flag(help: "Write the changes; without it they are only shown.")
  var write = false

  @Flag(help: "Show the changes as a patch, as is done without --write.")
  var diff = false

  func validate() throws {
    if write && diff { throw ValidationError("`--write` and `--diff` exclude each other") }
  }

  func run() throws {
    let library = try project.knowledge.load()
    let name = try ProjectOptions.checked(project.name)
    let today = try Environment.today()
    let fix = try ProjectOptions.reading(style: colour.style) {
      library.fix(try library.read(project.path, name: name), today: today)
    }
    guard write else {
      Output.write(FixText(style: colour.style).proposal(fix))
      if !fix.files.isEmpty { throw Stop.findings }
      return
    }
    for file in fix.files { try Self.write(file) }
    Output.write(FixText(style: colour.style).written(fix))
  }

  /// Writes a file beside the old one and puts it in its place, so that nobody ever sees half of it.
  private static func write(_ file: FixedFile) throws {
    let path = file.new.shownPath
    switch Output.create(path, String(decoding: file.new.bytes, as: UTF8.self), overwriting: !file.isNew) {
    case .written: break
    case .exists:
      throw Stop.failure("`\(path)` is there, and is not read as a notice of the release; nothing was written to it")
    case .failed(let reason): throw Stop.failure("cannot write `\(path)`: \(reason)")
    }
  }
}
