import Compliance
import LicenseKnowledge
import Obligations
import Provenance

/// What many reports come to: how many cards passed, under which licences they are, and what is broken most often.
public struct BatchSummary: Sendable {
  private var verdicts: [Verdict: Int] = [:]
  private var licenses: [String: Int] = [:]
  private var kinds: [FindingKind: Int] = [:]
  private var faults: [Fault: Int] = [:]
  private var unread = 0

  /// What a licence asks for and a card breaks.
  fileprivate struct Fault: Hashable, Sendable {
    let license: String
    let kind: FindingKind
  }

  public init() {}

  /// What one report adds.
  public struct Card: Sendable {
    fileprivate let verdict: Verdict
    fileprivate let licenses: Set<String>
    fileprivate let faults: Set<Fault>

    public init(_ report: Report, _ gate: Gate) {
      verdict = gate.verdict(of: report)
      let names = report.lineage.nodes[Lineage.release].licenses.flatMap { report.library.expression($0).names }
      // Names that nobody knows are without number, and are counted together.
      licenses = names.isEmpty ? ["none"] : Set(names.map { report.library.resolve($0).knownID ?? "unknown" })
      faults = Set(report.findings.filter { $0.status == .violated }.map { Fault(license: $0.license, kind: $0.kind) })
    }
  }

  /// Counts a card; each licence, kind and fault once.
  public mutating func add(_ card: Card) {
    verdicts[card.verdict, default: 0] += 1
    for license in card.licenses { licenses[license, default: 0] += 1 }
    for fault in card.faults { faults[fault, default: 0] += 1 }
    for kind in Set(card.faults.map(\.kind)) { kinds[kind, default: 0] += 1 }
  }

  /// Counts a line that gave no report.
  public mutating func addUnread() { unread += 1 }

  /// The JSON text, the most frequent first; those as frequent in the order of their names.
  public func render() throws -> String {
    try JSONText.render(
      Document(
        cards: verdicts.values.reduce(0, +), unreadable: unread,
        verdicts: Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, verdicts[$0] ?? 0) }),
        licenses: licenses.map { Count(license: $0.key, kind: nil, cards: $0.value) }.sorted(by: Count.precedes),
        violations: kinds.map { Count(license: nil, kind: $0.key.rawValue, cards: $0.value) }
          .sorted(by: Count.precedes),
        faults: faults.map { Count(license: $0.key.license, kind: $0.key.kind.rawValue, cards: $0.value) }
          .sorted(by: Count.precedes)))
  }

  private struct Document: Encodable {
    let cards: Int
    let unreadable: Int
    let verdicts: [String: Int]
    let licenses: [Count]
    let violations: [Count]
    let faults: [Count]
  }

  private struct Count: Encodable {
    let license: String?
    let kind: String?
    let cards: Int

    static func precedes(_ left: Count, _ right: Count) -> Bool {
      (right.cards, left.license ?? "", left.kind ?? "") < (left.cards, right.license ?? "", right.kind ?? "")
    }
  }
}
