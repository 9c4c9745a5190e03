import Diagnostics
import Obligations
import YAMLSource

/// A file by its name and its digest.
public struct SignedFile: Sendable, Hashable {
  /// Path below the release's folder, with forward slashes.
  public let name: String
  /// The SHA-256 digest, 64 hexadecimal digits in lower case.
  public let sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// A finding that was open when somebody signed.
public struct OpenFinding: Sendable, Hashable {
  public let fingerprint: String
  /// `violated` or `undetermined`.
  public let status: String
  /// `licence/kind`.
  public let id: String
  public let source: String

  public init(fingerprint: String, status: String, id: String, source: String) {
    self.fingerprint = fingerprint
    self.status = status
    self.id = id
    self.source = source
  }
}

/// Somebody's word that they reviewed a release's report: an in-toto Statement v1 about the release's files.
public struct SignOff: Sendable {
  public static let statementType = "https://in-toto.io/Statement/v1"
  /// The type of what is said about the files.
  public static let predicateType = "pedigree:licence-review/v1"

  /// The release's files.
  public let subjects: [SignedFile]
  public let release: String
  /// What wrote the statement, by name and version.
  public let verifier: String
  /// Who signs.
  public let by: String
  /// As what.
  public let role: String
  /// When, in UTC: `2026-01-31T12:00:00Z`.
  public let time: String
  /// Whether the release passed at the policy's gate; nothing checked is no pass.
  public let passed: Bool
  /// The least severity that failed; nil where nothing did.
  public let failsOn: String?
  public let stance: String?
  public let assumptions: [String]
  public let report: SignedFile
  public let knowledgeDate: String?
  public let knowledge: String
  public let inputs: [SignedFile]
  /// The licences and terms that were weighed, by the digests of their files of knowledge.
  public let terms: [SignedFile]
  public let open: [OpenFinding]

  /// The statement that somebody reviewed a report of a release with these files.
  ///
  /// `digest` gives the digest of the knowledge about a licence; texts that a machine read have none.
  public init(
    of report: SavedReport, named name: String, files: [SignedFile], by: String, role: String, time: String,
    verifier: String, digest: (String) -> String?
  ) {
    subjects = files
    release = report.release
    self.verifier = verifier
    self.by = by
    self.role = role
    self.time = time
    passed = report.result == .pass
    failsOn = report.failsOn
    stance = report.stance
    assumptions = report.assumptions
    self.report = SignedFile(name: name, sha256: SHA256(report.file.bytes).description)
    knowledgeDate = report.knowledgeDate
    knowledge = report.knowledge
    inputs = report.inputs
    terms = report.licenses.compactMap { id in digest(id).map { SignedFile(name: id, sha256: $0) } }
    open = report.open
  }

  /// Why a file is no sign-off.
  public struct Flaw: Error {
    public let diagnostics: [Diagnostic]
  }

  /// Reads a statement by `docs/signoff.schema.json`; fields that it does not know are ignored, as in-toto asks.
  public init(reading file: SourceFile) throws(Flaw) {
    let document = JSONDocument(reading: file)
    guard let root = document.root else { throw Flaw(diagnostics: document.diagnostics) }
    var statement = StatementReader(root, "the statement")
    statement.expect("_type", Self.statementType)
    statement.expect("predicateType", Self.predicateType)
    var diagnostics = document.diagnostics
    func signed(_ node: YAMLNode, _ what: String) -> SignedFile {
      var entry = StatementReader(node, what)
      let name = entry.text("name")
      var digest = StatementReader(entry.object("digest"), "the digest of \(what)")
      let file = SignedFile(name: name, sha256: digest.digest("sha256"))
      diagnostics += entry.diagnostics + digest.diagnostics
      return file
    }
    subjects = statement.list("subject").map { signed($0, "a subject") }
    if subjects.isEmpty { statement.report("the statement is about no file") }
    if Set(subjects.map(\.name)).count < subjects.count { statement.report("two subjects have one name") }
    var predicate = StatementReader(statement.object("predicate"), "the predicate")
    release = predicate.text("release", mayBeEmpty: true)
    var verifier = StatementReader(predicate.object("verifier"), "`verifier`")
    self.verifier = verifier.text("id")
    var reviewer = StatementReader(predicate.object("reviewer"), "`reviewer`")
    by = reviewer.text("name")
    role = reviewer.text("role")
    time = predicate.text("timeVerified")
    if !time.isEmpty, !Self.isTime(time) { predicate.report("`timeVerified` is not a time in UTC") }
    let result = predicate.text("verificationResult")
    if !result.isEmpty, !["PASSED", "FAILED"].contains(result) {
      predicate.report("`verificationResult` is neither PASSED nor FAILED")
    }
    passed = result == "PASSED"
    let policy = predicate.object("policy")
    failsOn = policy["failsOn"]?.text
    if let failsOn, Severity(rawValue: failsOn) == nil { predicate.report("`failsOn` is not a severity") }
    stance = policy["stance"]?.text
    if let stance, Stance(rawValue: stance) == nil { predicate.report("`stance` is neither cautious nor customary") }
    let assumed: [YAMLNode] = policy["assumptions"]?.items ?? []
    assumptions = assumed.compactMap(\.text)
    report = signed(predicate.object("report"), "`report`")
    let known = predicate.object("knowledge")
    knowledgeDate = known["date"]?.text
    var knowledge = StatementReader(known, "`knowledge`")
    var digest = StatementReader(knowledge.object("digest"), "the digest of `knowledge`")
    self.knowledge = digest.digest("sha256")
    inputs = predicate.list("inputs").map { signed($0, "an input") }
    terms = predicate.list("terms").map { signed($0, "an entry of `terms`") }
    open = predicate.list("open").map { node in
      var entry = StatementReader(node, "an open finding")
      let finding = OpenFinding(
        fingerprint: entry.text("fingerprint"), status: entry.text("status"), id: entry.text("finding"),
        source: entry.text("source", mayBeEmpty: true))
      if !["violated", "undetermined"].contains(finding.status) {
        entry.report("`status` is not that of an open finding")
      }
      diagnostics += entry.diagnostics
      return finding
    }
    for reader in [statement, predicate, verifier, reviewer, knowledge, digest] { diagnostics += reader.diagnostics }
    if !diagnostics.isEmpty { throw Flaw(diagnostics: diagnostics) }
  }

  /// Whether a text is a time as RFC 3339 writes it, in UTC and whole seconds.
  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, CalendarDate(parts[0]) != nil, parts[1].hasSuffix("Z") else { return false }
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts[1].utf8.count == 9, clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2]
    else { return false }
    return (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second)
  }
}
