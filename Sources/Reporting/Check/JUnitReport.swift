import Compliance
import Diagnostics

/// A report as JUnit XML, in which an obligation is a test: it passes, fails, or is skipped where nothing is decided that
/// fails.
///
/// By the schema of Jenkins' xUnit plugin, `junit-10.xsd`. Times are left out: the same input gives the same bytes.
struct JUnitReport {
  private let extent: ReportExtent

  init(_ extent: ReportExtent) {
    self.extent = extent
  }

  func render(_ run: CheckRun) -> String {
    let suites = run.projects.map { suite($0) } + run.unreadable.map { Suite(name: $0, cases: [Self.unreadable($0)]) }
    let cases = suites.flatMap(\.cases)
    let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
    let counts = Self.counts(cases)
    return "\(head)\n<testsuites name=\"pedigree\" \(counts)>\n\(suites.map(\.xml).joined())</testsuites>\n"
  }

  // MARK: Tests

  private enum Outcome {
    case passed
    case failure(message: String)
    case error(message: String)
    case skipped(message: String)
  }

  private struct Case {
    let name: String
    let group: String
    let type: String
    let outcome: Outcome
    /// What is to be read of it: place, clause, reasons, fix.
    let body: [String]
  }

  private struct Suite {
    let name: String
    let cases: [Case]

    /// Consumers take two tests of one name for one, so names are numbered where they are the same.
    var xml: String {
      var occurrences = Occurrences()
      let tests = cases.map { test in
        let number = occurrences.number("\(test.group)\u{0}\(test.name)")
        return JUnitReport.xml(test, name: number == 1 ? test.name : "\(test.name) (\(number))")
      }
      let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
      let attributes = "name=\"\(XMLText.escaped(name))\" \(JUnitReport.counts(cases)) skipped=\"\(skipped)\""
      return "  <testsuite \(attributes)>\n\(tests.joined())  </testsuite>\n"
    }
  }

  private func suite(_ project: CheckRun.Project) -> Suite {
    let report = project.report
    let name = report.release.isEmpty ? project.path : report.release
    return Suite(
      name: name.isEmpty ? "a release without a name" : name,
      cases: report.diagnostics.map { test($0, project.gate) }
        + report.findings.filter(extent.includes).map { test($0, project.gate) })
  }

  private func test(_ finding: Finding, _ gate: Gate) -> Case {
    let places = finding.evidence.map { evidence in
      let place = evidence.location.map { " (\(PlaceText.named($0) ?? PlaceText.short($0)))" } ?? ""
      return "because \(evidence.says)\(place)"
    }
    let path = finding.path.isEmpty ? [] : ["path: \(PathText.line(finding.path))"]
    let entry = OpenEntry(finding)
    return Case(
      // Without a licence the message says what it is about, as the fingerprint has it.
      name: "\(finding.citation): \(finding.license.isEmpty ? finding.message : finding.summary)",
      group: finding.source.isEmpty ? "the release" : finding.source, type: finding.id,
      outcome: outcome(of: finding, gate),
      body: [finding.location.map { PlaceText.full($0) }].compactMap { $0 } + entry.lines + path + places)
  }

  private func outcome(of finding: Finding, _ gate: Gate) -> Outcome {
    switch finding.status {
    case .satisfied: .passed
    case .notTriggered: .skipped(message: "does not apply")
    case .waived: .skipped(message: finding.message)
    case .violated where finding.isKnown, .undetermined where finding.isKnown:
      .skipped(message: "known from the baseline: \(finding.message)")
    case .violated, .undetermined:
      fails(finding.severity, gate) ? .failure(message: finding.message) : .skipped(message: finding.message)
    }
  }

  private func test(_ diagnostic: Diagnostic, _ gate: Gate) -> Case {
    let isFailure = fails(diagnostic.severity, gate) || (diagnostic.kind.isLimit && gate.failsOn != nil)
    let place = diagnostic.location.map { PlaceText.full($0) }
    return Case(
      name: "\(diagnostic.id): \(diagnostic.summary)", group: diagnostic.location?.path ?? "the release",
      type: diagnostic.id,
      outcome: isFailure ? .failure(message: diagnostic.summary) : .skipped(message: diagnostic.summary),
      body: [place].compactMap { $0 } + OpenEntry(diagnostic).lines)
  }

  private func fails(_ severity: Severity, _ gate: Gate) -> Bool { gate.failsOn.map { severity >= $0 } ?? false }

  private static func unreadable(_ path: String) -> Case {
    Case(
      name: "the project can be read", group: path, type: "pedigree",
      outcome: .error(message: "`\(path)` could not be read"), body: [])
  }

  // MARK: XML

  private static func counts(_ cases: [Case]) -> String {
    let failures = cases.count { if case .failure = $0.outcome { true } else { false } }
    let errors = cases.count { if case .error = $0.outcome { true } else { false } }
    return "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
  }

  private static func xml(_ test: Case, name: String) -> String {
    let attributes = "name=\"\(XMLText.escaped(name))\" classname=\"\(XMLText.escaped(test.group))\""
    let type = XMLText.escaped(test.type)
    let body = test.body.map { XMLText.escaped($0) }.joined(separator: "\n")
    func element(_ tag: String, _ message: String) -> String {
      let message = XMLText.escaped(message)
      return """
            <testcase \(attributes)>
              <\(tag) type="\(type)" message="\(message)">\(body)</\(tag)>
            </testcase>

        """
    }
    return switch test.outcome {
    case .passed: "    <testcase \(attributes)/>\n"
    case .failure(let message): element("failure", message)
    case .error(let message): element("error", message)
    case .skipped(let message): element("skipped", message)
    }
  }
}
