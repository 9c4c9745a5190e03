import Testing

/// Legal terms, kind by kind.
@Suite struct LegalWordingTests {
  @Test(arguments: samples) func `a legal term is read as its kind`(_ sample: WordingSample) throws {
    let read = try sample.read
    #expect(read == sample.records)
  }

  static let samples = [
    WordingSample("The Material is provided “as is”.", "none disclaim-warranty (always)"),
    WordingSample("We make no warranties of any kind.", "none disclaim-warranty (always)"),
    WordingSample("In no event shall Acme be liable for any damages.", "none limit-liability (always)"),
    WordingSample("Our total liability shall not exceed one hundred euros.", "none limit-liability (always)"),
    WordingSample("We may terminate this Agreement if you breach it.", "none terminate (always)"),
    WordingSample(
      "Your rights terminate automatically if you fail to comply with these terms.", "none terminate (always)"),
    WordingSample(
      "If you institute patent litigation against anybody, your licence terminates.",
      "none terminate-on-litigation (sue)"),
    WordingSample(
      "If you file a lawsuit that claims infringement by the Model, your rights end.",
      "none terminate-on-litigation (sue)"),
    WordingSample(
      "All disputes shall be resolved by binding arbitration.", "none dispute-resolution (always)"),
    WordingSample(
      "The courts of Vienna have exclusive jurisdiction.", "none dispute-resolution (always)"),
    WordingSample("This Agreement is governed by the laws of Austria.", "none governing-law (always)"),
    WordingSample(
      "The laws of Norway will govern these Terms.", "none governing-law (always)"),
    WordingSample("We may change these Terms from time to time.", "none change-terms (always)"),
    WordingSample("Acme reserves the right to update this Agreement at any time.", "none change-terms (always)"),
    WordingSample("Sections 4 and 6 survive termination.", "none survive (always)"),
    WordingSample("Clause 9 shall remain in force after the end of this Agreement.", "none survive (always)"),
    WordingSample(
      "“Derivative Works” means all works that are based on the Material.", "none define-derivative (always)"),
    WordingSample(
      "“Model Derivatives” means all modifications of the Model.", "none define-derivative (always)"),
  ]
}
