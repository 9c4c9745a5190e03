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
  ///
  /// A heading that names the release, the same for all blocks of a card, speaks of it, wherever it stands.
  func section(of block: MarkdownBlock, release: ReleaseName) -> CardSection {
    if let known = sections[block.headings] { return known }
    let section = section(below: block.headings, release: release)
    sections[block.headings] = section
    return section
  }

  private func section(below headings: [String], release: ReleaseName) -> CardSection {
    var section = CardSection.plain
    for heading in headings {
      let concepts = concepts(in: heading)
      if concepts.has(.sectionOriginal) { return .original }
      if release.isCalled(heading) {
        section = .plain
      } else if concepts.has(.sectionVoid), isSection(heading) {
        section = .void
      }
    }
    return section
  }

  /// Whether a heading is one of a section, and no title that goes on about inference or performance.
  private func isSection(_ heading: String) -> Bool {
    let words = heading.split(separator: " ")
    return words.count <= Self.longestSection
      || concepts(in: words.prefix(2).joined(separator: " ")).has(.sectionVoid)
  }

  private static let longestSection = 7
}
