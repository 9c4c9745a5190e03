import Testing

/// Who licenses and who is licensed, by what texts say of them.
@Suite struct PartyTests {
  @Test(arguments: [
    ("Heron grants you a licence. Heron may sell the boat.", "licensor"),
    ("“Heron”, “we” and “us” mean Heron GmbH. Heron may sell the boat.", "licensor"),
    ("Heron provides the Service. Heron may suspend it. Heron may sell the boat.", "licensor"),
    ("Customer hereby grants Heron a licence to feedback. Heron may sell the boat.", "licensor"),
    ("Student shall pay the fees. Student shall indemnify us. Student may sell the boat.", "licensee"),
    // Whoever grants something back stays what it was.
    ("Customer hereby grants us a licence to feedback. Customer may sell the boat.", "licensee"),
    ("Company hereby grants us a licence to feedback. Company may sell the boat.", "licensee"),
    ("Company grants you a licence. Company may sell the boat.", "licensor"),
    ("The boat may be sold.", "other"),
  ])
  func `a party is known by what it does`(text: String, side: String) throws {
    let frames = try WordingReading(text).frames
    #expect(frames.last?.hasPrefix("may \(side)") == true, "\(frames)")
  }
}
