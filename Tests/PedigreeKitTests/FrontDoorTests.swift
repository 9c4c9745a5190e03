import PedigreeKit
import TestSupport
import Testing

/// The library as another program uses it.
@Suite struct FrontDoorTests {
  @Test func `the example of the documentation does what it says`() throws {
    let root = Repository.root
    // The example begins here.
    let library = Library()

    // What does this release violate, and what can't be decided?
    let report = try library.check("\(root)/samples/deepseek-r1-distill-llama-8b", today: CalendarDate("2025-03-01"))
    let summary = try ReportFormat.text.render(report, .open, style: TextStyle(coloured: false))
    let broken = report.findings.filter { $0.status == .violated }.map(\.id)

    // What if it were a service?
    let project = try library.read("\(root)/samples/deepseek-r1-distill-llama-8b")
    var answers = Answers(of: project)
    answers.release.forms = Fact([.hosted], at: project.lineage.edges[0].location)
    let assessment = library.assess(project)
    let hosted = Checker(library: library, today: nil).report(on: assessment.answering(answers))

    // What does a text ask for, which licence is it, and what does a licence ask for?
    let text = ReadableText.read(SourceFile(path: "TERMS", text: "1. You must not remove this notice."))
    let obligations = try library.parse(text).obligations
    let answer = library.identify(text)
    let license = try library.explain("llama-3.1")
    // The example ends here.

    #expect(broken.contains("llama-3.1/name-prefix"))
    #expect(summary.contains("2 clauses broken"))
    #expect(hosted.findings.map(\.status) != report.findings.map(\.status))
    #expect(obligations.map(\.kind) == [.retainNotices])
    #expect(answer.kind == .unknown)
    #expect(license.id == "llama-3.1")
  }

  @Test func `the example is the one that is run`() throws {
    let shown = try Self.lines(
      "Sources/PedigreeKit/PedigreeKit.swift", from: "/// ```swift", to: "/// ```", after: "///")
    let run = try Self.lines(
      "Tests/PedigreeKitTests/FrontDoorTests.swift", from: "// The example begins here.",
      to: "// The example ends here.", after: "")
    #expect(shown == run.map { $0.replacing("\\(root)/", with: "") })
  }

  /// The lines of a file between two others, without what stands before their words.
  private static func lines(_ path: String, from start: String, to end: String, after prefix: String) throws -> [String]
  {
    let text = String(decoding: try #require(Repository.bytes(of: "\(Repository.root)/\(path)")), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.drop { $0 == " " }
    }
    let first = try #require(lines.firstIndex(of: start[...]))
    let last = try #require(lines[(first + 1)...].firstIndex(of: end[...]))
    return lines[(first + 1)..<last].map { String($0.dropFirst(prefix.count).drop { $0 == " " }) }
  }

  @Test(arguments: [
    ("gpl", "several"), ("no-such-license", "unknown"), ("openai-business-terms", "openai-business-terms"),
    ("mit", "MIT"),
  ])
  func `a name means one licence, or says why not`(name: String, expected: String) {
    let library = Library()
    switch Result(catching: { () throws(LicenseNameError) in try library.explain(name) }) {
    case .success(let license): #expect(license.id.hasPrefix(expected))
    case .failure(.severalLicenses): #expect(expected == "several")
    case .failure(.unknown): #expect(expected == "unknown")
    case .failure(let error): Issue.record("\(error)")
    }
  }

  @Test func `what a text lost between two versions is told`() throws {
    let library = Library()
    let old = ReadableText.read(SourceFile(path: "old", text: "1. You must not remove this notice.\n"))
    let new = ReadableText.read(SourceFile(path: "new", text: "1. Have fun.\n"))
    #expect(try library.diff(old, new).differences.count == 1)
    #expect(try library.diff(old, old).differences.isEmpty)
  }
}
