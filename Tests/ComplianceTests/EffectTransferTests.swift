import Obligations
import Testing

@testable import Compliance

@Suite struct EffectTransferTests {
  /// Effects at the child for each effect at the parent, in the order derivative, output-trained, outputs,
  /// data-trained, data, contained, served, tool; a question mark where it hangs on a question of law.
  private static let weights =
    "derivative output-trained output-trained data-trained data-trained derivative derivative tool"
  private static let said =
    "output-trained output-trained? output-trained tool data-trained output-trained output-trained tool"
  private static let table: [(relations: [Relation], childIsDataset: Bool, effects: String)] = [
    ([.finetune, .merge, .quantized, .pruned, .converted, .initialised, .continued], false, weights),
    (
      [.adapter], false,
      "derivative? output-trained output-trained data-trained data-trained derivative? derivative? tool"
    ),
    ([.distilled], false, said),
    ([.generatedBy], true, "outputs outputs? outputs tool data outputs outputs tool"),
    ([.preferenceBy], false, said),
    ([.preferenceBy], true, "outputs outputs? outputs tool data outputs outputs tool"),
    (
      [.trainedOn], false,
      "output-trained output-trained output-trained data-trained data-trained output-trained output-trained tool"
    ),
    ([.derivedFrom], true, "derivative output-trained outputs data-trained data contained served tool"),
    ([.contains], false, "contained output-trained outputs data-trained contained contained contained tool"),
    ([.serves], false, "served output-trained outputs data-trained served served served tool"),
    ([.evaluatedWith, .tokenizerOf], false, "tool tool tool tool tool tool tool tool"),
  ]

  static let rows = table.flatMap { row in row.relations.map { ($0, row.childIsDataset, row.effects) } }

  @Test(arguments: rows) func `an edge passes effects on as its relation says`(
    relation: Relation, childIsDataset: Bool, effects: String
  ) {
    let passed = Effect.allCases.map { effect in
      let transfer = EffectTransfer.along(relation, from: effect, childIsDataset: childIsDataset)
      return transfer.effect.rawValue + (transfer.interpretation == nil ? "" : "?")
    }
    #expect(passed.joined(separator: " ") == effects)
  }

  @Test func `the table speaks about every relation`() {
    #expect(Set(Self.rows.map(\.0)) == Set(Relation.allCases))
  }
}
