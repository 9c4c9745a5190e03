import Diagnostics
import YAMLSource

/// A report that was written as JSON, as far as a sign-off needs it.
public struct SavedReport: Sendable {
  /// The largest report that is read: 64 MiB.
  public static let limit = 64 << 20

  /// The file, by whose digest a sign-off names the report.
  public let file: SourceFile
  public let release: String
  /// `pass`, `fail` or `nothing-checked`.
  public let result: Verdict
  /// The least severity that failed; nil where nothing did.
  public let failsOn: String?
  public let stance: String?
  public let assumptions: [String]
  /// The day of the check.
  public let day: String?
  public let knowledgeDate: String?
  public let knowledge: String
  /// The files that were read.
  public let inputs: [SignedFile]
  /// Licences and terms of which it speaks, sorted.
  public let licenses: [String]
  /// The findings that are open.
  public let open: [OpenFinding]

  /// Why a file is no report that could be signed.
  public struct Flaw: Error {
    public let diagnostics: [Diagnostic]
  }

  /// Reads a report of version 1, by `docs/report.schema.json`; what is not needed is not looked at.
  public init(reading file: SourceFile) throws(Flaw) {
    let document = JSONDocument(reading: file)
    guard let root = document.root else { throw Flaw(diagnostics: document.diagnostics) }
    var reader = StatementReader(root, "the report")
    reader.expect("version", "1")
    self.file = file
    self.release = reader.text("release")
    var verdict = StatementReader(root["verdict"] ?? root, "the verdict")
    let result = Verdict(rawValue: verdict.text("result"))
    if result == nil { verdict.report("`result` is not a verdict") }
    self.result = result ?? .nothingChecked
    self.failsOn = root["verdict"]?["failsOn"]?.text
    self.stance = root["verdict"]?["stance"]?.text
    let assumed: [YAMLNode] = root["verdict"]?["assumptions"]?.items ?? []
    self.assumptions = assumed.compactMap(\.text)
    self.day = root["day"]?.text
    self.knowledgeDate = root["knowledge"]?["date"]?.text
    var knowledge = StatementReader(root["knowledge"] ?? root, "`knowledge`")
    self.knowledge = knowledge.digest("sha256")
    let listed: [YAMLNode] = root["inputs"]?.items ?? []
    let inputs = listed.map { node in
      var input = StatementReader(node, "an input")
      let signed = SignedFile(name: input.text("path"), sha256: input.digest("sha256"))
      return (signed, input.diagnostics)
    }
    self.inputs = inputs.map(\.0)
    let findings: [YAMLNode] = root["findings"]?.items ?? []
    let named: [String] = findings.compactMap { $0["license"]?.text }
    self.licenses = Set(named.filter { !$0.isEmpty }).sorted()
    let left = findings.filter { ["violated", "undetermined"].contains($0["status"]?.text ?? "") }
    let open = left.map { node in
      var finding = StatementReader(node, "a finding")
      let license = finding.text("license", mayBeEmpty: true)
      let kind = finding.text("kind")
      let read = OpenFinding(
        fingerprint: finding.text("fingerprint"), status: finding.text("status"),
        id: license.isEmpty ? kind : "\(license)/\(kind)", source: finding.text("source", mayBeEmpty: true))
      return (read, finding.diagnostics)
    }
    self.open = open.map(\.0)
    var diagnostics = document.diagnostics
    for reader in [reader, verdict, knowledge] { diagnostics += reader.diagnostics }
    diagnostics += inputs.flatMap(\.1)
    diagnostics += open.flatMap(\.1)
    if !diagnostics.isEmpty { throw Flaw(diagnostics: diagnostics) }
  }
}
