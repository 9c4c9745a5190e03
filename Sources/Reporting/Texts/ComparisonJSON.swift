import FoundationEssentials
import LicenseTexts

/// What changed between two versions of a text, as JSON by `docs/diff.schema.json`.
public struct ComparisonJSON {
  /// Version of the format.
  public static let version = 1

  public init() {}

  /// The JSON text, with sorted keys and a line break at its end.
  public func render(_ comparison: ObligationComparison) throws -> String {
    let summary = ComparisonSummary(comparison)
    let document = Document(
      version: Self.version, old: comparison.old.text.file.path, new: comparison.new.text.file.path,
      summary: [
        "came": summary.came, "went": summary.went, "changed": summary.changed, "unchanged": summary.unchanged,
      ],
      differences: comparison.differences.map { difference in
        switch difference {
        case .came(let obligation):
          DifferenceEntry(change: "came", old: nil, new: ObligationEntry(obligation, in: comparison.new.text))
        case .went(let obligation):
          DifferenceEntry(change: "went", old: ObligationEntry(obligation, in: comparison.old.text), new: nil)
        case .changed(let before, let after):
          DifferenceEntry(
            change: "changed", old: ObligationEntry(before, in: comparison.old.text),
            new: ObligationEntry(after, in: comparison.new.text))
        }
      })
    return try JSONText.render(document)
  }

  private struct Document: Encodable {
    let version: Int
    let old: String
    let new: String
    let summary: [String: Int]
    let differences: [DifferenceEntry]
  }

  private struct DifferenceEntry: Encodable {
    let change: String
    let old: ObligationEntry?
    let new: ObligationEntry?
  }
}
