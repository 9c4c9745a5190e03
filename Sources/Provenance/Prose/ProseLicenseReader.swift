import Diagnostics
import MarkupText

/// Reads which licence a card's prose gives to the release itself.
struct ProseLicenseReader {
  let file: SourceFile

  /// Longest value that is taken for a licence's name, in bytes.
  private static let longestName = 96

  /// "License: MIT" lines, and sentences that put the model or its weights under a licence.
  func claims(in body: Markdown) -> [LicenseClaim] {
    body.blocks.filter { $0.kind != .code && !isAboutSomethingElse($0) }.compactMap { block in
      switch block.kind {
      case .listItem, .paragraph: labelled(block) ?? stated(block)
      case .tableRow: row(block)
      default: nil
      }
    }
  }

  private func labelled(_ block: MarkdownBlock) -> LicenseClaim? {
    let bytes = block.text.bytes
    guard let colon = bytes.prefix(24).firstIndex(of: UInt8(ascii: ":")),
      isLicenseLabel(String(decoding: bytes[..<colon], as: UTF8.self))
    else { return nil }
    return claim(in: block, (colon + 1)..<bytes.count)
  }

  private func row(_ block: MarkdownBlock) -> LicenseClaim? {
    guard block.cells.count == 2, isLicenseLabel(String(decoding: block.text.bytes[block.cells[0]], as: UTF8.self))
    else { return nil }
    return claim(in: block, block.cells[1])
  }

  /// "… the model weights are licensed under the MIT License."
  private func stated(_ block: MarkdownBlock) -> LicenseClaim? {
    for sentence in Sentence.sentences(of: block.text.bytes) {
      let words = sentence.words.map(\.text)
      guard
        let verb = words.indices.first(where: { index in
          ["licensed", "released", "distributed"].contains(words[index]) && index + 1 < words.count
            && words[index + 1] == "under"
        })
      else { continue }
      let subject = words[..<verb]
      guard subject.contains("weights") || subject.contains("model") || subject.contains("checkpoints"),
        !subject.contains("originally"), !subject.contains("not")
      else { continue }
      let start = sentence.words[verb + 1].range.upperBound
      return claim(in: block, start..<sentence.range.upperBound)
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

  private func isLicenseLabel(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return ["license", "licence", "model license", "license s", "weights license"].contains(
      words.joined(separator: " "))
  }

  /// Whether the block speaks of code, data or somebody else's model.
  private func isAboutSomethingElse(_ block: MarkdownBlock) -> Bool {
    block.headings.contains {
      $0.containsIgnoringCase("original") || $0.containsIgnoringCase("dataset")
        || $0.containsIgnoringCase("data license")
    }
  }
}
