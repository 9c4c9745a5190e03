import Obligations

/// What the defined words of a text take in, which decides what sets off the clauses that use them.
///
/// Where "Derivatives" takes in models that were trained on outputs, a clause on derivatives bites for those as
/// well; where "Distribution" takes in hosting, a clause on distribution bites for a hosted service.
struct Definitions {
  private let derivativesTakeInOutputs: Bool
  private let distributionTakesInHosting: Bool

  /// The concepts that definitions are searched for.
  struct Concepts: Sendable {
    let outputTrained: Int
    let hosting: Int
    let derivative: Int
    let distribution: Int

    init(_ book: PhraseBook) throws(LexiconError) {
      func number(_ name: String) throws(LexiconError) -> Int { try book.number(of: name, neededBy: "a definition") }
      outputTrained = try number("defines-output-trained")
      hosting = try number("defines-hosting")
      derivative = try number("when-distribute-derivative")
      distribution = try number("when-distribute")
    }
  }

  /// Reads the definitions among statements; the defined word stands within the first few.
  init(_ statements: [Statement], _ scopes: [StatementScope], _ concepts: Concepts) {
    var outputs = false
    var hosting = false
    for index in statements.indices where scopes[index].isDefinition {
      var defined = index
      while let lead = statements[defined].lead, scopes[lead].isDefinition { defined = lead }
      let head = statements[defined].tokens.lowerBound + Self.longestTerm
      func defines(_ concept: Int) -> Bool {
        statements[defined].hits.contains { $0.concept == concept && $0.start < head }
      }
      let words = scopes[index].sentence
      if words.contains(concepts.outputTrained), defines(concepts.derivative) { outputs = true }
      if words.contains(concepts.hosting), defines(concepts.distribution) { hosting = true }
    }
    derivativesTakeInOutputs = outputs
    distributionTakesInHosting = hosting
  }

  private static let longestTerm = 8

  /// The circumstances that the definitions add to those of a record.
  func widened(_ triggers: [Trigger]) -> [Trigger] {
    var triggers = triggers
    func add(_ trigger: Trigger) { if !triggers.contains(trigger) { triggers.append(trigger) } }
    if derivativesTakeInOutputs, triggers.contains(.distributeDerivative) { add(.trainOnOutputs) }
    if distributionTakesInHosting, triggers.contains(.distribute) { add(.host) }
    return triggers
  }
}
