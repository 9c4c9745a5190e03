import Diagnostics
import YAMLSource

/// What was open in a release when somebody last wrote it down: only what is new since then fails.
public struct Baseline: Sendable {
  /// Version of the format.
  public static let version = 1

  /// What was open: a finding, or a message about the files.
  public struct Entry: Sendable, Hashable {
    /// The release, as its report calls it.
    public let release: String
    /// The finding's fingerprint, or the message's mark.
    public let fingerprint: String
    /// The finding's status; the severity of a message.
    public let status: String
    /// `licence/kind`, or the message's id; for readers of the file.
    public let id: String
    /// The artefact that brings the obligation, or the file that a message is about; for readers of the file.
    public let source: String

    public init(release: String, fingerprint: String, status: String, id: String, source: String) {
      self.release = release
      self.fingerprint = fingerprint
      self.status = status
      self.id = id
      self.source = source
    }

    /// An undetermined finding that is broken today is new, so what matters is both.
    fileprivate var key: [String] { [fingerprint, status] }
  }

  public let entries: [Entry]
  /// The file that holds it.
  let location: SourceLocation

  /// Why a file is no baseline.
  public struct Flaw: Error {
    public let diagnostics: [Diagnostic]
  }

  /// Reads a baseline by `docs/baseline.schema.json`.
  public init(reading file: SourceFile) throws(Flaw) {
    let document = JSONDocument(reading: file)
    var diagnostics = document.diagnostics
    var entries: [Entry] = []
    if let root = document.root {
      var top = YAMLMapping(root, as: "the baseline")
      if let version = top.required("version"), version.integer != Self.version {
        top.report(
          .yamlUnknownWord, "this pedigree reads version \(Self.version) of baselines", at: version,
          help: "write it anew with `--write-baseline`")
      }
      for node in top.required("open")?.items ?? [] {
        var entry = YAMLMapping(node, as: "an entry")
        let values = ["release", "fingerprint", "status", "id", "source"].map { entry.requiredString($0) ?? "" }
        top.report(entry.finish())
        entries.append(
          Entry(release: values[0], fingerprint: values[1], status: values[2], id: values[3], source: values[4]))
      }
      diagnostics += top.finish()
    }
    guard document.root != nil, diagnostics.isEmpty else { throw Flaw(diagnostics: diagnostics) }
    self.entries = entries
    self.location = SourceLocation(file, SourceRange(0, 0))
  }

  /// What of a report the baseline knows; every entry stands for one finding or message.
  struct Application {
    private(set) var findings: [Finding]
    private(set) var diagnostics: [Diagnostic] = []
    /// How many messages about the files it knows.
    private(set) var knownMessages = 0

    init(_ baseline: Baseline?, of release: String, to findings: [Finding], _ diagnostics: [Diagnostic]) {
      self.findings = findings
      guard let baseline else {
        self.diagnostics = diagnostics
        return
      }
      var left: [[String]: Int] = [:]
      for entry in baseline.entries where entry.release == release { left[entry.key, default: 0] += 1 }
      func take(_ entry: Entry) -> Bool {
        guard let count = left[entry.key], count > 0 else { return false }
        left[entry.key] = count - 1
        return true
      }
      for index in findings.indices where findings[index].isOpen {
        self.findings[index].isKnown = take(Entry(findings[index], of: release))
      }
      for diagnostic in diagnostics {
        if take(Entry(diagnostic, of: release)) { knownMessages += 1 } else { self.diagnostics.append(diagnostic) }
      }
      let stale = left.values.reduce(0, +)
      if stale > 0 {
        self.diagnostics.append(
          Diagnostic(
            .baselineStale, "\(stale) \(stale == 1 ? "entry matches" : "entries match") nothing that is open any more",
            at: baseline.location, help: "write the baseline anew with `--write-baseline`"))
      }
    }
  }
}

extension Baseline.Entry {
  /// What a finding is noted as.
  fileprivate init(_ finding: Finding, of release: String) {
    self.init(
      release: release, fingerprint: finding.fingerprint, status: finding.status.rawValue, id: finding.id,
      source: finding.source)
  }

  /// What a message about the files is noted as.
  fileprivate init(_ diagnostic: Diagnostic, of release: String) {
    self.init(
      release: release, fingerprint: diagnostic.fingerprint, status: diagnostic.severity.rawValue, id: diagnostic.id,
      source: diagnostic.location?.path ?? "")
  }
}

extension Report {
  /// Everything that is open in it, as a baseline notes it.
  public var baselineEntries: [Baseline.Entry] {
    findings.filter { $0.concern != nil }.map { Baseline.Entry($0, of: release) }
      + diagnostics.filter { $0.kind != .baselineStale && $0.severity > .note }.map { Baseline.Entry($0, of: release) }
  }
}
