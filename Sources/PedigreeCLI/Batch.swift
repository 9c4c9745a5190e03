import ArgumentParser
import Dispatch
import PedigreeKit
import Synchronization

/// `pedigree batch`: checks many cards.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Check many model cards: a line of JSON in, a line of JSON out.",
    discussion: """
      A line in is an object with the `id` of a repository and its `card`, or the `front_matter` alone. The line out is \
      the report of `check --format json`, in the order of the lines in; a line that can't be read becomes an object \
      with `line` and `error`. Blank lines are passed over.
      Every core is used. At most \(mostLines) lines, \(mostBytes >> 20) MiB of them, are held at a time; lines up to \
      \(LineStream.longestLine >> 20) MiB, cards up to \(CardLine.longestCard >> 20) MiB.
      With --parents, what the cards of sources say of themselves is known beside the catalogue, so that licences reach \
      a card through all of its ancestors; the file is what --extract writes for all cards, sorted.
      Exit codes: 0 every line gave a report, 1 some did not, 2 could not run.
      """)

  @Argument(
    help: "Files or pipes of JSON lines, read one after the other; standard input if none is given.",
    completion: .file())
  var files: [String] = []

  @Flag(help: "Write what each card says of its licences and sources, for --parents, in place of reports.")
  var extract = false

  @Flag(help: "Write what all reports come to in place of them.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "What other cards say of themselves: lines of --extract, sorted with LC_ALL=C sort.", valueName: "file"),
    completion: .file())
  var parents: String?

  @Option(
    help: ArgumentHelp(
      "Write a file for each file of lines into this folder; those that are there already are passed over.",
      valueName: "folder"),
    completion: .directory)
  var into: String?

  @OptionGroup var knowledge: KnowledgeOptions

  private static let mostLines = 512
  private static let mostBytes = 32 << 20

  func validate() throws {
    if extract && summary { throw ValidationError("`--extract` and `--summary` exclude each other") }
    if extract, parents != nil { throw ValidationError("`--extract` reads every card alone, without `--parents`") }
    guard into != nil else { return }
    if summary { throw ValidationError("`--summary` is one for all files; leave out `--into`") }
    if files.isEmpty { throw ValidationError("`--into` needs files of lines") }
    if Set(files.map(Self.name)).count < files.count { throw ValidationError("two of the files have the same name") }
  }

  func run() throws {
    let table = try parents.map { path in
      do {
        return try ParentTable(path)
      } catch let error as ParentTableError {
        throw Stop.failure(TerminalText.escaped(error.summary))
      }
    }
    let checker = LineChecker(
      library: try knowledge.load(parents: table), today: try Environment.today(),
      task: extract ? .extract : summary ? .count : .report)
    // A broken lexicon breaks every card.
    _ = try TextOptions.reading { () throws(LexiconError) in try checker.library.cardWordings() }
    var run = BatchRun(checker)
    do {
      if files.isEmpty { try run.check(LineStream.standardInput(), called: nil, to: LineSink.standardOutput()) }
      for file in files {
        guard let target = into.map({ "\($0)/\(Self.name(file))" }) else {
          try run.check(LineStream(file), called: file, to: LineSink.standardOutput())
          continue
        }
        if Output.exists(target) {
          Output.writeError("pedigree: \(TerminalText.escaped(target)) is there already\n")
        } else {
          try run.check(LineStream(file), called: file, to: try LineSink.file(target))
        }
      }
    } catch let error as FileError {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
    run.finish()
    if summary { Output.write(try run.summary.render()) }
    if !run.isComplete { throw Stop.findings }
  }

  /// The last part of a path.
  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The lines of some files, a bounded number at a time.
  private struct BatchRun {
    private let checker: LineChecker
    private var progress = BatchProgress()
    private(set) var summary = BatchSummary()
    /// Whether all lines could be read.
    private(set) var isComplete = true

    init(_ checker: LineChecker) { self.checker = checker }

    /// Checks all lines of a stream.
    mutating func check(_ stream: consuming LineStream, called file: String?, to sink: consuming LineSink) throws {
      var held: [NumberedLine] = []
      var bytes = 0
      var number = 0
      while let line = try stream.next() {
        number += 1
        held.append(NumberedLine(file: file, number: number, line: line))
        bytes += held[held.count - 1].size
        guard held.count == mostLines || bytes >= mostBytes else { continue }
        try sink.write(answers(to: held))
        held = []
        bytes = 0
      }
      try sink.write(answers(to: held))
      try sink.finish()
    }

    func finish() { progress.finish() }

    /// What comes of some lines, checked on all cores.
    private mutating func answers(to lines: [NumberedLine]) throws -> String {
      let answers = Mutex<[Result<LineChecker.Answer, any Error>?]>(Array(repeating: nil, count: lines.count))
      DispatchQueue.concurrentPerform(iterations: lines.count) { [checker] index in
        let answer = Result { try checker.answer(to: lines[index]) }
        answers.withLock { $0[index] = answer }
      }
      var text = ""
      for answer in try answers.withLock({ try $0.compactMap { try $0?.get() } }) {
        switch answer {
        case .blank: break
        case .line(let line): text += line
        case .counted(let card): summary.add(card)
        case .unread(let line):
          isComplete = false
          summary.addUnread()
          switch checker.task {
          case .report: text += line
          // A table of parents holds nothing else.
          case .extract: Output.writeError(line)
          case .count: break
          }
        }
      }
      progress.add(lines.count)
      return text
    }
  }
}

/// Says on a terminal how far a batch is.
private struct BatchProgress {
  private let isShown = Output.isWatched
  private let start = ContinuousClock.now
  private var lines = 0

  mutating func add(_ count: Int) {
    lines += count
    guard isShown, count > 0 else { return }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    Output.writeError("\r\(lines) lines, \(Int(Double(lines) / max(seconds, 0.001))) a second ")
  }

  /// Ends the line.
  func finish() { if isShown, lines > 0 { Output.writeError("\n") } }
}

/// A line of a batch with its place.
private struct NumberedLine: Sendable {
  let file: String?
  let number: Int
  let line: LineStream.Line

  var size: Int {
    switch line {
    case .bytes(let bytes): bytes.count
    case .tooLong: 0
    }
  }
}

/// Checks the cards of a batch, on any thread.
private struct LineChecker: Sendable {
  let library: Library
  let today: CalendarDate?
  let task: Task

  /// What is wanted of each card.
  enum Task {
    case report, extract, count
  }

  /// What comes of a line.
  enum Answer: Sendable {
    case blank
    case line(String)
    case counted(BatchSummary.Card)
    /// The line that says why it can't be read.
    case unread(String)
  }

  func answer(to line: NumberedLine) throws -> Answer {
    switch line.line {
    case .tooLong:
      return try unread(line, "the line is longer than \(LineStream.longestLine >> 20) MiB")
    case .bytes(let bytes):
      guard bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { return .blank }
      let card: CardLine
      do {
        card = try CardLine(bytes)
      } catch {
        return try unread(line, error.reason, column: error.column, release: error.id)
      }
      do {
        return try answer(to: card)
      } catch let error as ProjectError {
        return try unread(line, Self.reason(of: error), release: card.id)
      }
    }
  }

  private func answer(to card: CardLine) throws -> Answer {
    switch task {
    case .extract: return .line(try library.facts(of: card).line())
    case .report:
      let report = try library.check(card, today: today)
      return .line(try ReportJSON(gate(of: report), includesNotTriggered: false).line(report))
    case .count:
      let report = try library.check(card, today: today)
      return .counted(BatchSummary.Card(report, gate(of: report)))
    }
  }

  private static func reason(of error: ProjectError) -> String {
    switch error {
    case .unreadable(let diagnostics): diagnostics.first?.summary ?? "the card can't be read"
    case .file(let error): error.summary
    case .nothingToRead: "the card tells nothing of a release"
    case .outside(let path): "`\(path)` lies outside the project"
    case .lexicon(let error): "the lexicon is broken: \(error)"
    }
  }

  private func gate(of report: Report) -> Gate { Gate(failsOn: (report.failOn ?? .error).severity) }

  private func unread(
    _ line: NumberedLine, _ reason: String, column: Int? = nil, release: String? = nil
  ) throws -> Answer {
    let entry = UnreadLineJSON(
      file: line.file, line: line.number, column: column, release: release, error: reason)
    return .unread(try entry.render())
  }
}
