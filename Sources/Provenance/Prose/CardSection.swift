import MarkupText
import Obligations

/// What the headings over a block say about what stands in it.
enum CardSection: Equatable {
  /// Nothing in particular.
  case plain
  /// Evaluation, citation, other models, how to use it: nothing is declared there.
  case void
  /// The card of the model that was converted, which converters quote below their own.
  case original
}

extension WordingReader {
  /// The section that a block stands in: the innermost heading that says something decides, but what is quoted stays so.
  func section(of block: MarkdownBlock) -> CardSection {
    var section = CardSection.plain
    for heading in block.headings {
      let concepts = concepts(in: heading)
      if concepts.has(.sectionOriginal) { return .original }
      if concepts.has(.sectionVoid) { section = .void }
    }
    return section
  }
}
