/// Joins findings that say the same about the same source.
enum FindingMerger {
  /// One finding for each licence, kind, clause, source and status; the first one's path is kept.
  ///
  /// A source that reaches the release on several ways over a service would otherwise repeat all of the
  /// service's terms.
  static func merge(_ findings: [Finding]) -> [Finding] {
    struct Key: Hashable {
      let license: String
      let kind: FindingKind
      let clause: String
      let source: String
      let status: Status
      let message: String
    }
    var indices: [Key: Int] = [:]
    var merged: [Finding] = []
    var evidence: [[Evidence]] = []
    for finding in findings {
      let key = Key(
        license: finding.license, kind: finding.kind, clause: finding.clause, source: finding.source,
        status: finding.status, message: finding.message)
      if let index = indices[key] {
        evidence[index] += finding.evidence
      } else {
        indices[key] = merged.count
        merged.append(finding)
        evidence.append(finding.evidence)
      }
    }
    for index in merged.indices where evidence[index].count > merged[index].evidence.count {
      merged[index].evidence = evidence[index].unique()
    }
    return merged
  }
}
