import Obligations
import Testing

@testable import Compliance

@Suite struct EffectTransferTests {
  /// Effects at the child for each effect at the parent, in the order of `Effect`; a question mark where it hangs on
  /// a question of law, a plus sign between effects of which each reaches the child.
  private static let weights =
    "derivative adapter output-trained output-trained judged data-trained data-trained derivative derivative tool"
  private static let judged = "judged judged judged? judged judged? tool"
  private static let table: [(relations: [Relation], childIsDataset: Bool, effects: String)] = [
    ([.finetune, .merge, .quantized, .pruned, .converted, .initialised, .continued], false, weights),
    (
      [.adapter], false,
      """
      derivative?+adapter adapter output-trained output-trained judged data-trained data-trained \
      derivative?+adapter derivative?+adapter tool
      """
    ),
    (
      [.distilled], false,
      """
      output-trained output-trained output-trained? output-trained output-trained? tool data-trained output-trained \
      output-trained tool
      """
    ),
    ([.generatedBy], true, "outputs outputs outputs? outputs outputs? tool data outputs outputs tool"),
    ([.preferenceBy], false, "\(judged) data-trained judged judged tool"),
    ([.preferenceBy], true, "\(judged) data judged judged tool"),
    (
      [.trainedOn], false,
      """
      output-trained output-trained output-trained output-trained judged data-trained data-trained output-trained \
      output-trained tool
      """
    ),
    ([.derivedFrom], true, "derivative adapter output-trained outputs judged data-trained data contained served tool"),
    (
      [.contains], false,
      "contained contained output-trained outputs judged data-trained contained contained contained tool"
    ),
    ([.serves], false, "served served output-trained outputs judged data-trained served served served tool"),
    ([.evaluatedWith, .tokenizerOf], false, "tool tool tool tool tool tool tool tool tool tool"),
  ]

  static let rows = table.flatMap { row in row.relations.map { ($0, row.childIsDataset, row.effects) } }

  @Test(arguments: rows) func `an edge passes effects on as its relation says`(
    relation: Relation, childIsDataset: Bool, effects: String
  ) {
    let passed = Effect.allCases.map { effect in
      EffectTransfer.along(relation, from: effect, childIsDataset: childIsDataset)
        .map { $0.effect.rawValue + ($0.interpretation == nil ? "" : "?") }.joined(separator: "+")
    }
    #expect(passed.joined(separator: " ") == effects)
  }

  @Test func `the table speaks about every relation`() {
    #expect(Set(Self.rows.map(\.0)) == Set(Relation.allCases))
  }
}
