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
    case (.yes, .unknown), (.unknown, .no), (.unknown, .unknown): .undetermined
    }
  }

  /// The outcome where one of several versions of a text governs: decided only if all agree.
  func agreed(with others: [Outcome], about subject: Subject, _ lineage: Lineage) -> Outcome {
    let all = [self] + others
    // Where none leaves anything to do, the one that is met says the most.
    if all.allSatisfy({ [.satisfied, .notTriggered].contains($0.status) }) {
      return all.first { $0.status == .satisfied } ?? self
    }
    guard others.contains(where: { $0.status != status }) else { return self }
    let question = Question.version(of: subject.license, lineage.nodes[subject.node].id.text)
    return Outcome(
      applies: Decision(.unknown, evidence: applies.evidence, missing: all.flatMap(\.applies.missing) + [question]),
      met: Decision(.unknown, evidence: met.evidence, missing: all.flatMap(\.met.missing)))
  }
}

extension Subject {
  /// The same source under another version.
  func governed(by license: License) -> Subject { governed(by: license, governs: governs) }

  /// The same source under one of several versions, the others in its place.
  func governed(by license: License, insteadOf versions: [License]) -> Subject {
    Subject(
      license: license, node: node, governs: governs, alternatives: versions.filter { $0.id != license.id },
      ways: ways, path: path, edge: edge)
  }

  /// The same source under another text, which governs or may do so.
  func governed(by license: License, governs: Decision) -> Subject {
    Subject(license: license, node: node, governs: governs, alternatives: [], ways: ways, path: path, edge: edge)
  }
}
