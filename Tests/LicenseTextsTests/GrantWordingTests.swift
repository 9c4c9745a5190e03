import Testing

/// What texts allow, kind by kind.
@Suite struct GrantWordingTests {
  @Test(arguments: samples) func `a grant is read as its kind`(_ sample: WordingSample) throws {
    let read = try sample.read
    #expect(read == sample.records)
  }

  static let samples = [
    WordingSample("You may use the Material for any lawful end.", "may use (use)"),
    WordingSample("Customer may access and use the Service.", "may use (use)"),
    WordingSample(
      "Acme grants you a worldwide, royalty-free licence to use and reproduce the Material.", "may use (use)"),
    WordingSample("You may modify the Model.", "may modify (modify)"),
    WordingSample("You may fine-tune the Model on your own machines.", "may modify (modify)"),
    WordingSample("You may create derivative works of the Material.", "may modify (modify)"),
    WordingSample("You may distribute copies of the Material.", "may distribute (distribute)"),
    WordingSample(
      "We grant you a licence to use, modify and distribute the Material.",
      "may use (use)", "may modify (modify)", "may distribute (distribute)"),
    WordingSample("You may sublicense the Material.", "may sublicense (distribute)"),
    WordingSample(
      "You may license your Derivatives under different terms.", "may sublicense (distribute-derivative)"),
    WordingSample(
      "You may use the Model for any purpose, including commercial purposes.",
      "may use (use)", "may commercial-use (commercial)"),
    WordingSample(
      "You may use the Data commercially or non-commercially.",
      "may use (use)", "may commercial-use (commercial)"),
    WordingSample(
      "Each contributor hereby grants you a royalty-free patent license to make, sell and import the Work.",
      "may patent-grant (use, distribute)"),
    WordingSample("You own all outputs that you generate.", "may own-outputs (generate)"),
    WordingSample("Acme claims no rights in the outputs that you generate.", "may own-outputs (generate)"),
    WordingSample("You own the modifications that you make.", "may own-derivatives (modify)"),
    WordingSample("You are the owner of your derivative works.", "may own-derivatives (modify)"),
    WordingSample(
      "You may use the outputs to train other models.", "may train-on-outputs (train-on-outputs)"),
    WordingSample(
      "You may use Outputs to improve any language model.",
      "may train-on-outputs (train-on-outputs)"),
  ]
}
