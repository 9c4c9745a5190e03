import Diagnostics
import MarkupText
import Obligations

/// Reads which licence a card's prose gives to the release itself.
struct ProseLicenseReader {
  let file: SourceFile
  /// What the release is.
  let kind: ArtefactKind
  let release: ReleaseName

  /// Longest value that is taken for a licence's name, in bytes.
  private static let longestName = 96

  /// "License: MIT" lines, and sentences that put the release under a licence.
  func claims(in text: CardText) -> [LicenseClaim] {
    text.passages.compactMap { block, passage in
      guard !isAboutSomethingElse(block, text.wordings) else { return nil }
      return switch block.kind {
      case .listItem, .paragraph:
        labelled(block, text.wordings) ?? stated(block, passage) ?? badge(block, text.wordings)
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
    return claim(in: block, (colon + 1)..<bytes.count)
  }

  private func row(_ block: MarkdownBlock, _ wordings: WordingReader) -> LicenseClaim? {
    guard block.cells.count == 2, block.cells[0].count <= 24,
      isLicenseLabel(String(decoding: block.text.bytes[block.cells[0]], as: UTF8.self), wordings)
    else { return nil }
    return claim(in: block, block.cells[1])
  }

  /// The licence in the release's own row of a table of several models: "| Lantern-7B | MIT |".
  private func ownRow(_ block: MarkdownBlock, _ wordings: WordingReader) -> LicenseClaim? {
    guard block.cells.count > 1, block.header.count == block.cells.count,
      let column = block.header.indices.dropFirst().first(where: {
        block.header[$0].utf8.count <= 24 && isLicenseLabel(block.header[$0], wordings)
      }), release.isCalled(text(of: block.cells[0], in: block))
    else { return nil }
    return claim(in: block, block.cells[column])
  }

  private func text(of range: Range<Int>, in block: MarkdownBlock) -> String {
    String(decoding: block.text.bytes[range.prefix(256)], as: UTF8.self)
  }

  /// The licence on a badge: `https://img.shields.io/badge/License-MIT-green`. One of code or data is not the release's.
  private func badge(_ block: MarkdownBlock, _ wordings: WordingReader) -> LicenseClaim? {
    for (index, image) in block.links.enumerated() where image.isImage {
      guard let badge = Badge(image.destination), isLicenseLabel(badge.label, wordings),
        !Placeholder.isOne(badge.message), badge.message.utf8.count <= Self.longestName
      else { continue }
      // The picture is the words of the link around it.
      let around = block.links[(index + 1)...].first { !$0.isImage && $0.range.overlaps(image.range) }
      return LicenseClaim(
        name: badge.message, link: around?.destination,
        location: SourceLocation(file, block.text.sourceRange(of: image.range)), basis: .project)
    }
    return nil
  }

  /// "… the model weights are licensed under the MIT License."
  private func stated(_ block: MarkdownBlock, _ passage: WordedPassage) -> LicenseClaim? {
    for sentence in passage.sentences {
      guard let hit = passage.hits(in: sentence).first(where: { $0.concept == .licensedUnder }) else { continue }
      let subject = sentence.lowerBound..<hit.words.lowerBound
      guard passage.has(kind == .dataset ? .licensedDataset : .licensedModel, in: subject),
        !passage.has(.licensedOther, in: subject), !passage.has(.negation, in: subject),
        !passage.has(.possibility, in: subject), hit.words.upperBound < sentence.upperBound
      else { continue }
      let last = passage.words[sentence.upperBound - 1].range.upperBound
      return claim(in: block, passage.words[hit.words.upperBound].range.lowerBound..<last)
    }
    return nil
  }

  private func claim(in block: MarkdownBlock, _ range: Range<Int>) -> LicenseClaim? {
    var text = Substring(String(decoding: block.text.bytes[range], as: UTF8.self))
    text = text.drop { $0 == " " || $0 == ":" }
    for article in ["the ", "The ", "a ", "an "] where text.hasPrefix(article) { text = text.dropFirst(article.count) }
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
