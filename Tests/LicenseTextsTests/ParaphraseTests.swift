import Testing

@testable import LicenseTexts

/// How much is read of wordings that the lexicon was not written from.
@Suite struct ParaphraseTests {
  private static func read(_ text: String) throws -> Set<String> {
    Set(try WordingReading.parse(text).obligations.map { "\($0.modality.rawValue)/\($0.kind.rawValue)" })
  }

  /// The least share of wanted records that has to be read, and most records that nobody wants.
  @Test(arguments: [
    (name: "styles", rows: Paraphrases.styles, share: 0.8, extra: 8),
    (name: "turned", rows: Paraphrases.turned, share: 0.88, extra: 14),
    (name: "plain", rows: Paraphrases.plain, share: 0.95, extra: 20),
  ])
  func `most clauses in other words are read, and little else`(
    name: String, rows: [Paraphrases.Row], share: Double, extra: Int
  ) throws {
    var (wanted, met, more) = (0, 0, 0)
    for row in rows {
      let records = try Self.read(row.text)
      wanted += row.wanted.count
      met += row.wanted.count { records.contains($0) }
      more += records.count { !row.wanted.contains($0) }
    }
    print("\(name): \(met) of \(wanted) read, \(more) more")
    #expect(Double(met) >= share * Double(wanted))
    #expect(more <= extra)
  }

  @Test func `no ban is read as leave`() throws {
    for row in Paraphrases.styles + Paraphrases.turned + Paraphrases.plain where !row.wanted.isEmpty {
      guard row.wanted.allSatisfy({ $0.hasPrefix("must-not/") }) else { continue }
      let leave = try Self.read(row.text).filter { $0.hasPrefix("may/") }
      #expect(leave.isEmpty, "\(row.text)")
    }
  }

  @Test func `what is turned over is not what it was`() throws {
    var kept: [String] = []
    for row in Paraphrases.turned {
      let records = try Self.read(row.text)
      if row.unwanted.contains(where: records.contains) { kept.append(row.text) }
    }
    #expect(kept.count <= 2, "\(kept)")
  }
}
