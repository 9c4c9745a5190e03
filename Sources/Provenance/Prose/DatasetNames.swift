import MarkupText
import Obligations

/// Finds in a dataset's card names of other datasets that no catalogue holds: what a link is called, and what stands
/// before "dataset" and "corpus".
///
/// Such a name counts only as the object of a wording that says how it was used.
struct DatasetNames {
  let finder: MentionFinder

  /// The names of a block, outside of `taken`, in the order of the text.
  func mentions(in block: MarkdownBlock, outside taken: [Range<Int>]) -> [Mention] {
    var found: [Mention] = []
    func add(_ range: Range<Int>) {
      guard !taken.contains(where: { $0.overlaps(range) }), !found.contains(where: { $0.range.overlaps(range) }) else {
        return
      }
      let name = String(decoding: block.text.bytes[range], as: UTF8.self)
      found.append(Mention(id: ArtefactID(name), kind: .dataset, range: range, family: nil, isUnlisted: true))
    }
    for link in block.links.prefix(Self.mostLinks) where !link.isImage && link.destination.hasPrefix("http") {
      if isName(block.text.bytes[link.range]) { add(link.range) }
    }
    let words = Sentence(of: block.text.bytes, in: 0..<block.text.bytes.count).words
    for (index, word) in words.enumerated() where index > 0 && Self.nouns.contains(word.text) {
      var first = index
      while first > 0, index - first < Self.mostWords,
        words[first - 1].range.upperBound + 1 >= words[first].range.lowerBound,
        isProper(words[first - 1], in: block.text.bytes)
      {
        first -= 1
      }
      if first < index { add(words[first].range.lowerBound..<words[index - 1].range.upperBound) }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let nouns: Set<String> = ["dataset", "corpus"]
  private static let mostWords = 4
  /// Most links of one block that are looked at: each is held against the others.
  private static let mostLinks = 64

  /// Whether the words of a link can be a dataset's name: a few words, of which the first is proper.
  private func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    let copy = Array(bytes.prefix(96))
    guard bytes.count <= 64, !bytes.starts(with: "http".utf8) else { return false }
    let words = Sentence(of: copy, in: 0..<copy.count).words
    guard let first = words.first, words.count <= Self.mostWords + 1, isProper(first, in: copy) else { return false }
    return !words.contains { Self.noNames.contains($0.text) }
  }

  /// Whether a word is written as names are: with a capital, or of letters and digits.
  private func isProper(_ word: Sentence.Word, in bytes: [UInt8]) -> Bool {
    guard !Self.noNames.contains(word.text) else { return false }
    let letters = bytes[word.range]
    let hasLetter = letters.contains { (0x61...0x7A).contains($0 | 0x20) }
    let hasCapital = (0x41...0x5A).contains(letters.first ?? 0)
    let hasDigit = letters.contains { (0x30...0x39).contains($0) }
    return hasLetter && (hasCapital || hasDigit)
  }

  /// Capitalised words that name no dataset.
  private static let noNames: Set<String> = [
    "the", "this", "these", "that", "our", "we", "a", "an", "here", "paper", "article", "github", "website", "homepage",
    "link", "repository", "repo", "code", "script", "blog", "et", "al", "training", "train", "test", "validation",
    "development", "dev", "original", "full", "new", "each", "hugging", "huggingface", "face", "json", "csv", "it",
    "its", "dataset", "corpus", "and", "license", "licence", "api", "source", "for", "in", "of", "parallel", "english",
  ]
}
