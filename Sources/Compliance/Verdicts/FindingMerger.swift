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
    for finding in findings {
      let key = Key(
        license: finding.license, kind: finding.kind, clause: finding.clause, source: finding.source,
        status: finding.status, message: finding.message)
      if let index = indices[key] {
        merged[index].evidence = (merged[index].evidence + finding.evidence).unique()
      } else {
        indices[key] = merged.count
        merged.append(finding)
      }
    }
    return merged
  }
}
