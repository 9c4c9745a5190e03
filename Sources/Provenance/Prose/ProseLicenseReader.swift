import Diagnostics
import MarkupText
import Obligations

/// Reads which licence a card's prose gives to the release itself.
struct ProseLicenseReader {
  let file: SourceFile
  /// What the release is.
  let kind: ArtefactKind
  /// What it is called.
  let release: ReleaseName

  /// Longest value that is taken for a licence's name, in bytes.
  private static let longestName = 96

  /// "License: MIT" lines, and sentences that put the release under a licence.
  func claims(in text: CardText) -> [LicenseClaim] {
    text.passages.compactMap { block, passage in
      guard !isAboutSomethingElse(block, text.wordings) else { return nil }
      return switch block.kind {
      case .listItem, .paragraph:
        labelled(block, text.wordings) ?? stated(block, passage, text.wordings) ?? headed(block, passage, text.wordings)
      case .tableRow: row(block, text.wordings) ?? ownRow(block, text.wordings)
      case .heading, .code: nil
      }
    }
  }

  private func labelled(_ block: MarkdownBlock, _ wordings: WordingReader) -> LicenseClaim? {
    let bytes = block.text.bytes
    guard let colon = bytes.prefix(24).firstIndex(of: UInt8(ascii: ":")),
      isLicenseLabel(String(decoding: bytes[..<colon], as: UTF8.self), wordings)
    else { return nil }
    return claim(in: block, (colon + 1)..<bytes.count, wordings)
  }

  private func row(_ block: MarkdownBlock, _ wordings: WordingReader) -> LicenseClaim? {
    guard block.cells.count == 2, block.cells[0].count <= 24,
      isLicenseLabel(String(decoding: block.text.bytes[block.cells[0]], as: UTF8.self), wordings)
    else { return nil }
    return claim(in: block, block.cells[1], wordings)
  }

  /// The licence in the release's own row of a table of several models: "| Lantern-7B | MIT |".
  private func ownRow(_ block: MarkdownBlock, _ wordings: WordingReader) -> LicenseClaim? {
    guard block.cells.count > 1, block.header.count == block.cells.count,
      let column = block.header.indices.dropFirst().first(where: {
        block.header[$0].utf8.count <= 24 && isLicenseLabel(block.header[$0], wordings)
      }), release.isCalled(text(of: block.cells[0], in: block))
    else { return nil }
    return claim(in: block, block.cells[column], wordings)
  }

  private func text(of range: Range<Int>, in block: MarkdownBlock) -> String {
    String(decoding: block.text.bytes[range.prefix(256)], as: UTF8.self)
  }

  /// The name of a licence that is all there is in a paragraph below the heading "License".
  private func headed(_ block: MarkdownBlock, _ passage: WordedPassage, _ wordings: WordingReader) -> LicenseClaim? {
    guard passage.is(.licenseName, at: 0), block.text.bytes.count <= Self.longestHeaded,
      let heading = block.headings.last, isLicenseLabel(heading, wordings)
    else { return nil }
    return claim(in: block, 0..<block.text.bytes.count, wordings)
  }

  /// Longer paragraphs say something about the licence.
  private static let longestHeaded = 40

  /// "… the model weights are licensed under the MIT License."
  private func stated(_ block: MarkdownBlock, _ passage: WordedPassage, _ wordings: WordingReader) -> LicenseClaim? {
    for sentence in passage.sentences {
      var start = sentence.lowerBound
      for hit in passage.hits(in: sentence) where hit.concept == .licensedUnder && hit.words.lowerBound >= start {
        let subject = self.subject(from: start, to: hit.words.lowerBound, in: passage, wordings)
        start = hit.words.upperBound
        guard isRelease(subject, of: sentence, in: passage), start < sentence.upperBound else { continue }
        let last = passage.words[sentence.upperBound - 1].range.upperBound
        return claim(in: block, passage.words[start].range.lowerBound..<last, wordings)
      }
    }
    return nil
  }

  /// What is put under a licence: the words before, as far as no word turns to something else.
  private func subject(
    from start: Int, to end: Int, in passage: WordedPassage, _ wordings: WordingReader
  ) -> Range<Int> {
    let turn = (start..<end).last {
      wordings.lists.list(.turn, holds: passage.text(of: $0..<($0 + 1)).lowercased())
    }
    let first = turn.map { $0 + 1 } ?? start
    // "This model is based on X and is subject to …": both are said of what stands before the first verb.
    var joint = end - 1
    if joint > first, passage.is(.auxiliary, at: joint) { joint -= 1 }
    guard joint > first, passage.text(of: joint..<(joint + 1)).lowercased() == "and",
      let verb = (first..<end).first(where: { passage.is(.auxiliary, at: $0) })
    else { return first..<end }
    return first..<verb
  }

  /// Whether the subject of a sentence is the release itself: not its code or base, and nothing of another name.
  private func isRelease(_ subject: Range<Int>, of sentence: Range<Int>, in passage: WordedPassage) -> Bool {
    let noun = kind == .dataset ? CardConcept.licensedDataset : .licensedModel
    guard passage.has(noun, in: subject), !passage.has(.licensedOther, in: subject),
      !passage.has(.negation, in: subject), !passage.has(.possibility, in: subject)
    else { return false }
    return !subject.contains { index in
      let word = passage.text(of: index..<(index + 1))
      guard index > sentence.lowerBound, word.first.map({ $0.isUppercase || $0.isNumber }) == true else { return false }
      return !passage.is(noun, at: index) && !passage.is(.noName, at: index)
        && !release.id.words.contains(word.lowercased())
    }
  }

  private func claim(
    in block: MarkdownBlock, _ range: Range<Int>, _ wordings: WordingReader
  ) -> LicenseClaim? {
    var text = Substring(String(decoding: block.text.bytes[range], as: UTF8.self))
    text = text.drop { $0 == " " || $0 == ":" }
    let openings = wordings.lists.words(of: .beforeLicense)
    while let opening = openings.first(where: { text.lowercased().hasPrefix("\($0) ") }) {
      text = text.dropFirst(opening.count + 1)
    }
    text = text.prefix { $0 != "," && $0 != ";" && $0 != "(" && $0 != "\n" }
    while let last = text.last, last == "." || last == " " { text = text.dropLast() }
    guard !text.isEmpty, text.utf8.count <= Self.longestName, !Placeholder.isOne(String(text)) else { return nil }
    let link = block.links.first { range.contains($0.range.lowerBound) && !$0.isImage }?.destination
    return LicenseClaim(
      name: String(text), link: link, location: SourceLocation(file, block.text.sourceRange(of: range)), basis: .project
    )
  }

  private func isLicenseLabel(_ text: String, _ wordings: WordingReader) -> Bool {
    let concepts = wordings.concepts(in: text)
    return concepts.has(.labelLicense) && !concepts.has(.labelLicenseOther)
  }

  /// Whether the block speaks of code, data or somebody else's model.
  private func isAboutSomethingElse(_ block: MarkdownBlock, _ wordings: WordingReader) -> Bool {
    block.headings.contains { heading in
      let concepts = wordings.concepts(in: heading)
      return concepts.has(.sectionOriginal) || concepts.has(.sectionOfOthers)
        || (kind == .model && concepts.has(.sectionOfData))
    }
  }
}
