/// The facts for which findings of their own ask: what waits for the same fact is told once, by those.
///
/// A licence that nobody names leaves open all that a source asks for; one warning is enough to stop a release for it.
struct AskedFacts {
  private let facts: Set<QuestionKind>
  /// Artefacts of which it is open whether they are sources at all.
  private let doubted: Set<String>

  /// What those of the findings ask for that stop a release.
  init(_ findings: [Finding]) {
    let asking = findings.filter { $0.concern == .yours && $0.asksForItself }
    facts = Set(asking.flatMap(\.missing).map(\.kind))
    doubted = Set(asking.filter { $0.kind == .undeclaredSource }.map(\.source))
  }

  /// Whether another finding tells what this one waits for.
  func tell(_ finding: Finding) -> Bool {
    guard finding.concern == .yours else { return false }
    if finding.kind == .unknownLicense { return doubted.contains(finding.source) }
    return !finding.asksForItself && finding.missing.contains { facts.contains($0.kind) }
  }
}

extension Finding {
  /// Whether it is there to ask for a fact, and not for what follows from it.
  fileprivate var asksForItself: Bool {
    switch kind {
    case .rule(.unknownLicense), .rule(.undeclaredSource), .rule(.noProvenance): true
    case .rule, .obligation: false
    }
  }
}
