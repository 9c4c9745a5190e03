import Compliance

/// What changed terms mean, as JSON by `docs/impact.schema.json`.
struct ImpactJSON {
  func render(_ report: ImpactReport) throws -> String {
    try JSONText.render(
      [
        "version": .number(1),
        "since": .text(ifAny: report.window?.since.description),
        "known": .text(ifAny: report.window?.known?.description),
        "changes": .list(
          report.changes.enumerated().map { index, change in
            terms(change).adding(report.project.map { project(in: $0.impacts[index]) } ?? [:])
          }),
        "release": .text(ifAny: report.project?.release),
        "harmless": .flag(report.isHarmless),
        "signoff": report.project?.review.map { review in
          ReviewFormat.document(review).adding(["stands": .flag(report.project?.stands == true)])
        },
      ] as JSONValue)
  }

  private func terms(_ change: TermsChange) -> JSONValue {
    let counts = TermsChangeCounts(change)
    return [
      "old": .text(change.old.id), "new": .text(change.new.id), "date": .text(ifAny: change.new.date?.description),
      "link": .text(ifAny: change.new.source),
      "summary": [
        "came": .number(Double(counts.came)), "went": .number(Double(counts.went)),
        "changed": .number(Double(counts.changed)), "unchanged": .number(Double(counts.unchanged)),
      ],
      "differences": .list(
        change.differences.map { difference in
          switch difference {
          case .came(let term): ["change": "came", "new": self.term(term)]
          case .went(let term): ["change": "went", "old": self.term(term)]
          case .changed(let old, let new): ["change": "changed", "old": self.term(old), "new": self.term(new)]
          }
        }),
    ]
  }

  private func term(_ term: TermsChange.Term) -> JSONValue {
    [
      "kind": .text(term.kind.rawValue), "modality": .text(term.modality.rawValue), "clause": .text(term.clause),
      "summary": .text(term.summary),
    ]
  }

  private func project(in impact: Impact) -> JSONValue {
    [
      "sources": .texts(impact.sources),
      "findings": .list(
        impact.findings.map { change in
          [
            "effect": .text(change.opens ? "opens" : change.closes ? "closes" : "changes"),
            "before": change.before.map(finding), "after": change.after.map(finding),
          ]
        }),
    ]
  }

  private func finding(_ finding: Finding) -> JSONValue {
    [
      "fingerprint": .text(finding.fingerprint), "finding": .text(finding.citation), "source": .text(finding.source),
      "status": .text(finding.status.rawValue), "message": .text(finding.message),
    ]
  }
}
