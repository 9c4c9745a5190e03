import Obligations
import Provenance

extension AnswerTarget {
  /// Whether the answer counts no longer.
  func isExpired(on today: CalendarDate?) -> Bool {
    guard let expires, let today else { return false }
    return expires < today
  }

  /// Whether the answer is about a finding that is called by one of `names`, of this source.
  func covers(_ names: [String], of source: String) -> Bool {
    guard names.contains(finding.value) else { return false }
    return self.source.map { $0.value == source || ArtefactID($0.value) == ArtefactID(source) } ?? true
  }

  func covers(_ finding: Finding) -> Bool { covers([finding.id, finding.clauseID], of: finding.source) }

  /// Whether what it was given for stands there still; what nobody noted is not known to have changed.
  func isGiven(for text: TextHash) -> Bool { self.text.map { $0.value == text.description } ?? true }
}

extension Finding {
  /// The mark of what findings demand, which answers carry: it changes when a text does.
  static func hash(of findings: some Sequence<Finding>) -> TextHash {
    TextHash(findings.map { "\($0.clause) \($0.words ?? $0.summary)" }.unique().sorted())
  }
}
