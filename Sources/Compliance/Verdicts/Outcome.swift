import Obligations
import Provenance

/// Whether an obligation bites, and whether it is met.
struct Outcome {
  let applies: Decision
  let met: Decision

  /// The outcome for a text that knows no such obligation.
  static let none = Outcome(applies: Decision(.no), met: Decision(.yes))

  /// The status that follows: what is met is satisfied even where it is not sure that it bites.
  var status: Status {
    switch (applies.truth, met.truth) {
    case (.no, _): .notTriggered
    case (_, .yes): .satisfied
    case (.yes, .no): .violated
    default: .undetermined
    }
  }

  /// The outcome where one of several versions of a text governs: decided only if all agree.
  func agreed(with others: [Outcome], about subject: Subject, _ lineage: Lineage) -> Outcome {
    guard others.contains(where: { $0.status != status }) else { return self }
    let source = lineage.nodes[subject.node].id.text
    let question = Question(
      .version(of: source), "which version of \(subject.license.title) governs `\(source)`?",
      answer: "give the source a `license`, or `terms` with `from` and `to`, in pedigree.yaml")
    return Outcome(
      applies: Decision(.unknown, evidence: applies.evidence, missing: applies.missing + [question]),
      met: Decision(.unknown, evidence: met.evidence, missing: met.missing))
  }
}

extension Subject {
  /// The same source under another version.
  func governed(by license: License) -> Subject { governed(by: license, governs: governs) }

  /// The same source under another text, which governs or may do so.
  func governed(by license: License, governs: Decision) -> Subject {
    Subject(license: license, node: node, governs: governs, alternatives: [], ways: ways, path: path, edge: edge)
  }
}
