import Testing

/// What texts forbid, kind by kind.
@Suite struct ProhibitionWordingTests {
  @Test(arguments: samples + persons) func `a prohibition is read as its kind`(_ sample: WordingSample) throws {
    let read = try sample.read
    #expect(read == sample.records)
  }

  static let samples = [
    WordingSample("You may not use the Model for commercial purposes.", "must-not commercial-use (commercial)"),
    WordingSample(
      "You may use the Model for non-commercial purposes only.",
      "may use (use)", "must-not commercial-use (commercial)"),
    WordingSample("The Model may be used solely for research purposes.", "must-not beyond-research (use)"),
    WordingSample("Use is limited to academic research.", "must-not beyond-research (use)"),
    WordingSample(
      "You may not use the Service to develop products that compete with ours.", "must-not compete (use)"),
    WordingSample(
      "You may not use outputs to develop models that compete with Acme.", "must-not compete (train-on-outputs)"),
    WordingSample(
      "You will not use the outputs to improve any other language model.",
      "must-not train-on-outputs (train-on-outputs)"),
    WordingSample(
      "You may not use results of the Model to train another model.",
      "must-not train-on-outputs (train-on-outputs)"),
    WordingSample("You may not reverse engineer the Model.", "must-not reverse-engineer (use)"),
    WordingSample("You shall not decompile or disassemble the Software.", "must-not reverse-engineer (use)"),
    WordingSample("You may not scrape the Service.", "must-not extract-data (use)"),
    WordingSample(
      "You may not automatically or programmatically extract data or outputs.", "must-not extract-data (use)"),
    WordingSample("You may not distribute the Model.", "must-not distribute (distribute)"),
    WordingSample("You shall not publish the Data.", "must-not distribute (distribute)"),
    WordingSample("You may not modify the Software.", "must-not modify (modify)"),
    WordingSample("You may not make any derivative works.", "must-not modify (modify)"),
    WordingSample("You may not sell, rent or lease the Service.", "must-not sublicense (use)"),
    WordingSample("This Agreement may not be assigned.", "must-not sublicense (always)"),
    WordingSample(
      "You may not impose any further restrictions on the rights of recipients.",
      "must-not restrict-further (distribute, distribute-derivative)"),
    WordingSample(
      "This License does not grant permission to use our trademarks.", "must-not use-trademark (always)"),
    WordingSample("You may not use Acme's trademarks or logos.", "must-not use-trademark (always)"),
    WordingSample("You may not imply that Acme endorses you.", "must-not endorse (always)"),
    WordingSample("You must not suggest any affiliation with us.", "must-not endorse (always)"),
    WordingSample(
      "You may not represent that outputs were human-generated.", "must-not misrepresent-origin (generate)"),
    WordingSample("You must not misrepresent the origin of the Software.", "must-not misrepresent-origin (use)"),
    WordingSample("You may not bypass any safeguards or rate limits.", "must-not circumvent (use)"),
    WordingSample("You may not circumvent the safety filters.", "must-not circumvent (use)"),
    WordingSample("You may not use the Model to harass people.", "must-not restricted-use (use)"),
    WordingSample("The Model must not be used for military purposes.", "must-not restricted-use (use)"),
    WordingSample("You may not disclose any benchmarks of the Service.", "must-not publish-benchmarks (use)"),
    WordingSample(
      "You shall not disclose the results of any benchmark test.", "must-not publish-benchmarks (use)"),
  ]

  /// Who is left out.
  static let persons = [
    WordingSample(
      "You may not use the Service if you are located in an embargoed country.", "must-not territory (use)"),
    WordingSample(
      "The rights are not granted to anybody domiciled in the European Union.", "must-not territory (use)"),
    WordingSample("You must be at least 18 years old to use the Service.", "must-not eligibility (use)"),
    WordingSample("You represent that you are not on any sanctions list.", "must-not eligibility (use)"),
  ]
}
