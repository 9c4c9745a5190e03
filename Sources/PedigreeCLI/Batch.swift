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
      Exit codes: 0 every line gave a report, 1 some did not, 2 could not run.
      """)

  @Argument(
    help: "Files or pipes of JSON lines, read one after the other; standard input if none is given.",
    completion: .file())
  var files: [String] = []

  @OptionGroup var knowledge: KnowledgeOptions

  private static let mostLines = 512
  private static let mostBytes = 32 << 20

  func run() throws {
    let checker = LineChecker(library: try knowledge.load(), today: try Environment.today())
    // A broken lexicon breaks every card.
    _ = try TextOptions.reading { () throws(LexiconError) in try checker.library.cardWordings() }
    var isComplete = true
    do {
      if files.isEmpty { isComplete = try Self.check(LineStream.standardInput(), called: nil, checker) }
      for file in files { isComplete = try Self.check(LineStream(file), called: file, checker) && isComplete }
    } catch let error as FileError {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
    if !isComplete { throw Stop.findings }
  }

  /// Checks all lines of a stream; whether all could be read.
  private static func check(
    _ stream: consuming LineStream, called file: String?, _ checker: LineChecker
  ) throws -> Bool {
    var isComplete = true
    var held: [NumberedLine] = []
    var bytes = 0
    var number = 0
    while let line = try stream.next() {
      number += 1
      held.append(NumberedLine(file: file, number: number, line: line))
      bytes += held[held.count - 1].size
      guard held.count == mostLines || bytes >= mostBytes else { continue }
      isComplete = try write(held, checker) && isComplete
      held = []
      bytes = 0
    }
    return try write(held, checker) && isComplete
  }

  /// Writes what comes of some lines, checked on all cores; whether all could be read.
  private static func write(_ lines: [NumberedLine], _ checker: LineChecker) throws -> Bool {
    let answers = Mutex<[Result<LineChecker.Answer, any Error>?]>(Array(repeating: nil, count: lines.count))
    DispatchQueue.concurrentPerform(iterations: lines.count) { index in
      let answer = Result { try checker.answer(to: lines[index]) }
      answers.withLock { $0[index] = answer }
    }
    let all = try answers.withLock { try $0.compactMap { try $0?.get() } }
    Output.write(all.map(\.text).joined())
    return all.allSatisfy(\.isReport)
  }
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

  /// What is written for a line: a report, why there is none, or nothing for a blank line.
  struct Answer: Sendable {
    let text: String
    var isReport = true
  }

  func answer(to line: NumberedLine) throws -> Answer {
    switch line.line {
    case .tooLong:
      return try unread(line, "the line is longer than \(LineStream.longestLine >> 20) MiB")
    case .bytes(let bytes):
      guard bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { return Answer(text: "") }
      let card: CardLine
      do {
        card = try CardLine(bytes)
      } catch {
        return try unread(line, error.reason, column: error.column, release: error.id)
      }
      do {
        let report = try library.check(card, today: today)
        return Answer(text: try ReportJSON(gate(of: report), includesNotTriggered: false).line(report))
      } catch let error as ProjectError {
        return try unread(line, Self.reason(of: error), release: card.id)
      }
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
    return Answer(text: try entry.render(), isReport: false)
  }
}
