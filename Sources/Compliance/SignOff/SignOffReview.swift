import LicenseKnowledge

/// What has changed since somebody signed a release off, and what that changes.
public struct SignOffReview: Sendable {
  public let signOff: SignOff
  /// Files whose bytes have changed, that are gone, and that have come.
  public let changed: [String]
  public let missing: [String]
  public let added: [String]
  /// Whether the knowledge is another one.
  public let hasOtherKnowledge: Bool
  /// Licences and terms of which other things are known now.
  public let changedTerms: [String]
  /// What is open now and was not, or was undetermined and is violated.
  public let opened: [Finding]
  /// What was open and is not any more.
  public let closed: [OpenFinding]

  /// Holds a sign-off against the release's files and its report as they are now.
  public init(of signOff: SignOff, files: [SignedFile], report: Report) {
    self.signOff = signOff
    let now = Dictionary(files.map { ($0.name, $0.sha256) }) { first, _ in first }
    changed = signOff.subjects.filter { file in now[file.name].map { $0 != file.sha256 } ?? false }.map(\.name)
    missing = signOff.subjects.filter { now[$0.name] == nil }.map(\.name)
    let signed = Set(signOff.subjects.map(\.name))
    added = files.map(\.name).filter { !signed.contains($0) }
    let knowledge = report.library.knowledge
    hasOtherKnowledge = knowledge.digest.description != signOff.knowledge
    changedTerms = signOff.terms.filter { knowledge.digest(of: $0.name) != $0.sha256 }.map(\.name)
    let open = report.findings.filter(\.isOpen)
    opened = Self.left(of: open, without: signOff.open.map { Self.key($0.fingerprint, $0.status) }) {
      Self.key($0.fingerprint, $0.status.rawValue)
    }
    closed = Self.left(of: signOff.open, without: open.map { Self.key($0.fingerprint, $0.status.rawValue) }) {
      Self.key($0.fingerprint, $0.status)
    }
  }

  /// Whether what was signed is what is there, and nothing has opened since.
  public var holds: Bool { changed.isEmpty && missing.isEmpty && added.isEmpty && opened.isEmpty }

  private static func key(_ fingerprint: String, _ status: String) -> [String] { [fingerprint, status] }

  /// The elements that are left when each of `others` has taken one of the same key.
  private static func left<Element>(
    of elements: [Element], without others: [[String]], by key: (Element) -> [String]
  ) -> [Element] {
    var counts: [[String]: Int] = [:]
    for other in others { counts[other, default: 0] += 1 }
    return elements.filter { element in
      guard let count = counts[key(element)], count > 0 else { return true }
      counts[key(element)] = count - 1
      return false
    }
  }
}
