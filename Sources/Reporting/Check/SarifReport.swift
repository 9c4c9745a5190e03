import Compliance
import Diagnostics
import FoundationEssentials

/// The reports of a run as SARIF 2.1.0, as GitHub's code scanning reads it: one run, a rule for each kind of finding, a
/// result for each finding.
///
/// What is open is a result that fails. The ledger has the rest as well: what is met passes, what does not apply says so,
/// and what is waived or known from a baseline is suppressed (sections 3.27.9 and 3.27.23). Of `check` it is left out,
/// since code scanning shows suppressed results as open alerts.
struct SarifReport {
  private let extent: ReportExtent

  init(_ extent: ReportExtent) {
    self.extent = extent
  }

  /// The log in one line.
  func render(_ run: CheckRun) throws -> String {
    var rules = SarifRules()
    var occurrences = Occurrences()
    var results: [JSONValue] = []
    for report in run.projects.map(\.report) {
      let findings = report.findings.filter { extent.isLedger || ($0.isOpen && !$0.isKnown) }
      results += report.diagnostics.map { diagnostic in
        let rule = rules.index(of: diagnostic)
        return result(OpenEntry(diagnostic), rule, of: report, &occurrences).adding(["kind": "fail"])
      }
      results += findings.map { finding in
        let rule = rules.index(of: finding, in: report)
        return result(OpenEntry(finding), rule, of: report, &occurrences, path: finding.path, proof: finding.evidence)
          .adding(Self.properties(of: finding, in: report)).adding(Self.kind(of: finding))
      }
    }
    let log: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": .text(Tool.name), "semanticVersion": .text(Tool.version), "rules": .list(rules.all),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "invocations": [Self.invocation(run)],
          "results": .list(results),
        ]
      ],
    ]
    return try JSONText.line(log)
  }

  private static func invocation(_ run: CheckRun) -> JSONValue {
    let notifications = run.unreadable.map { path -> JSONValue in
      ["level": "error", "message": ["text": .text("\(path) could not be read")]]
    }
    return [
      "executionSuccessful": .flag(run.unreadable.isEmpty),
      "toolExecutionNotifications": .list(ifAny: notifications),
    ]
  }

  // MARK: Results

  private func result(
    _ entry: OpenEntry, _ rule: Int, of report: Report, _ occurrences: inout Occurrences, path: [PathStep] = [],
    proof: [Evidence] = []
  ) -> JSONValue {
    let fingerprint = ReportedFingerprint(entry.fingerprint, of: report.release, &occurrences).text
    let related = Self.related(proof, path, in: report)
    let links = related.map { "[\($0.says)](\($0.id))" }.joined(separator: ", ")
    let text =
      entry.lines.map(Self.escaped) + (path.isEmpty ? [] : ["path: \(Self.escaped(PathText.line(path)))"])
      + (links.isEmpty ? [] : ["because: \(links)"])
    return [
      "ruleId": .text(entry.id), "ruleIndex": .number(Double(rule)), "level": .text(entry.severity.rawValue),
      "message": ["text": .text(Self.sentences(text))],
      "locations": [["physicalLocation": Self.place(RepositoryPlace(entry.location, in: report))]],
      "relatedLocations": .list(ifAny: related.map(\.value)),
      // Code scanning knows alerts again by the first one alone.
      "partialFingerprints": ["primaryLocationLineHash": .text(fingerprint), "pedigree/v1": .text(entry.fingerprint)],
    ]
  }

  private static func properties(of finding: Finding, in report: Report) -> JSONValue {
    [
      "properties": [
        "status": .text(finding.status.rawValue), "source": .text(finding.source),
        "settledBy": .text(ifAny: finding.settler?.rawValue), "release": .text(report.release),
      ]
    ]
  }

  /// Whether it fails, and what keeps it from doing so; only what fails has a level.
  private static func kind(of finding: Finding) -> JSONValue {
    func suppressed(_ justification: String) -> JSONValue {
      let suppression: JSONValue = [
        "kind": "external", "status": "accepted", "justification": .text(justification),
      ]
      return ["kind": "fail", "suppressions": [suppression]]
    }
    return switch finding.status {
    case .satisfied: ["kind": "pass", "level": "none"]
    case .notTriggered: ["kind": "notApplicable", "level": "none"]
    case .waived: suppressed(finding.evidence.last?.says ?? "waived")
    case .violated where finding.isKnown, .undetermined where finding.isKnown: suppressed("known from the baseline")
    case .violated, .undetermined: ["kind": "fail"]
    }
  }

  /// A place that a result's message links to by its number.
  private struct Related {
    let id: Int
    let says: String
    let value: JSONValue
  }

  /// The files' lines that decided it, and those in which the steps of its path were read.
  private static func related(_ proof: [Evidence], _ path: [PathStep], in report: Report) -> [Related] {
    let steps = path.map { Evidence("\($0.relation.rawValue) from \($0.artefact)", at: $0.location) }
    let shown = (proof + steps).unique().filter { $0.location.map { RepositoryPlace.isFile($0) } ?? false }
    return shown.enumerated().map { index, evidence in
      let says = escaped(evidence.says)
      let place = place(RepositoryPlace(evidence.location, in: report))
      let id = index + 1
      return Related(
        id: id, says: says,
        value: ["id": .number(Double(id)), "physicalLocation": place, "message": ["text": .text(says)]])
    }
  }

  // MARK: Text and places

  private static func place(_ place: RepositoryPlace) -> JSONValue {
    [
      "artifactLocation": ["uri": .text(address(of: place.path))],
      "region": [
        "startLine": .number(Double(place.startLine)), "startColumn": .number(Double(place.startColumn)),
        "endLine": .number(Double(place.endLine)), "endColumn": .number(Double(place.endColumn)),
      ],
    ]
  }

  /// A path as a URI: relative, or with the scheme of files.
  private static func address(of path: String) -> String {
    let encoded = path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
    return path.hasPrefix("/") ? "file://\(encoded)" : encoded
  }

  /// Plain text in which nothing is a link (section 3.11.6).
  private static func escaped(_ text: String) -> String {
    TerminalText.escaped(text).replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
  }

  /// Parts that each end with a full stop.
  private static func sentences(_ parts: [String]) -> String {
    parts.map { part in (part.last.map { "?!.".contains($0) } ?? true) ? part : "\(part)." }.joined(separator: " ")
  }
}
