import Diagnostics
import Obligations

/// Finds names that no catalogue knows, where a sentence uses something: "trained on the Tallinn Speech corpus".
///
/// A capitalised word elsewhere names nothing, so only what a wording governs is looked at. A name is written like one: it
/// stands beside a word such as `dataset`, has capitals or digits inside its words, or is several capitalised words.
/// What the same card also writes in lower case is a word of the language.
struct NameFinder {
  let passage: WordedPassage
  /// Whether a word, by its number, stands in the card in lower case.
  let isCommon: (Int) -> Bool
  /// For each word, whether a known name takes it.
  let isTaken: [Bool]
  /// The words of links, of which each may be a name as a whole.
  let links: [Range<Int>]

  /// The unknown names in some words, in their order.
  func mentions(in words: Range<Int>) -> [Mention] {
    var mentions: [Mention] = []
    var index = words.lowerBound
    while index < words.upperBound {
      if let link = links.first(where: { $0.lowerBound == index && $0.upperBound <= words.upperBound }) {
        let mention = linked(link)
        if let mention, !isExpansion(mention, of: mentions.last) { mentions.append(mention) }
        // What is written about something holds no name either: "Quill Terms", "Doe et al., 2019".
        if mention != nil || isCitation(link) || passage.is(.aboutArtefact, at: link.upperBound - 1) {
          index = link.upperBound
          continue
        }
      }
      guard let end = endOfName(from: index, in: words) else {
        index = endOfChunk(index, in: words)
        continue
      }
      if let mention = mention(index..<end, opens: index == words.lowerBound),
        !isExpansion(mention, of: mentions.last)
      {
        mentions.append(mention)
      }
      index = end
    }
    return mentions
  }

  /// Whether a name in brackets is only the name before it, spelt out or cut short: "Harbour Question Set (HQS)".
  private func isExpansion(_ mention: Mention, of last: Mention?) -> Bool {
    guard let last else { return false }
    let words = passage.words(in: mention.range)
    guard !words.isEmpty, passage.words[words.lowerBound].followsBracket,
      passage.words(in: last.range).upperBound == words.lowerBound
    else { return false }
    return last.isAbbreviation(of: mention) || mention.isAbbreviation(of: last)
  }

  /// "Doe and Roe, 2019"
  private func isCitation(_ link: Range<Int>) -> Bool {
    let last = link.upperBound - 1
    let year = original(last)
    return link.count > 1 && passage.words[last].followsComma && year.count == 4 && year.allSatisfy { $0.isDigit }
  }

  /// What a link's words name as a whole: "[Harbour Speech for the North](…)".
  private func linked(_ link: Range<Int>) -> Mention? {
    let first = link.first { !passage.is(.article, at: $0) } ?? link.lowerBound
    let words = first..<link.upperBound
    guard (2...Self.mostLinkedWords).contains(words.count), !passage.is(.opening, at: words.lowerBound),
      !passage.is(.aboutArtefact, at: words.upperBound - 1), !passage.is(.modified, at: words.upperBound - 1),
      !words.allSatisfy({ passage.is(.noName, at: $0) }), !words.contains(where: { isTaken[$0] }), !isCitation(link),
      // Most of its words are written as a name's.
      isCapital(words.lowerBound), words.count(where: { isCapital($0) }) * 2 > words.count
    else { return nil }
    return mention(words, opens: false, isLinked: true)
  }

  private static let mostLinkedWords = 10

  private func isCapital(_ word: Int) -> Bool {
    (0x30...0x39).contains(original(word).first ?? 0) || (0x41...0x5A).contains(original(word).first ?? 0)
  }

  /// The index behind the words that no blank parts from the one at `start`: `gpt-3.5-turbo`.
  private func endOfChunk(_ start: Int, in words: Range<Int>) -> Int {
    var end = start + 1
    while end < words.upperBound, passage.isJoined(end) { end += 1 }
    return end
  }

  /// The index behind the words of a name that begins at `start`; nil where none does.
  private func endOfName(from start: Int, in words: Range<Int>) -> Int? {
    var end = start
    var chunks = 0
    while end < words.upperBound, chunks < Self.mostChunks, end == start || passage.isNext(end) {
      // A name ends where a link begins.
      if end > start, links.contains(where: { $0.lowerBound == end }) { break }
      let chunk = end..<endOfChunk(end, in: words)
      guard isNamePart(chunk, isFirst: end == start), !chunk.contains(where: { isTaken[$0] }) else { break }
      end = chunk.upperBound
      chunks += 1
    }
    return end > start ? end : nil
  }

  /// Longest name, in words that blanks part.
  private static let mostChunks = 6

  private func mention(_ whole: Range<Int>, opens: Bool, isLinked: Bool = false) -> Mention? {
    // "the Harbour Dataset" is called Harbour.
    let isCalledDataset = whole.count > 1 && passage.text(of: whole.suffix(1)).lowercased().hasPrefix("dataset")
    let words = isCalledDataset ? whole.dropLast() : whole
    let text = passage.text(of: words)
    let range = passage.words[words.lowerBound].range.lowerBound..<passage.words[words.upperBound - 1].range.upperBound
    // All of its words may be tools and methods: `QLoRA SFT`.
    guard text.utf8.count >= 2, !words.allSatisfy({ passage.is(.noName, at: $0) }),
      !(passage.is(.noName, at: words.lowerBound) && words.count == 1), !passage.is(.licenseName, at: words.lowerBound),
      !passage.is(.noNameBehind, at: words.upperBound),
      isLinked || passage.isJoined(words.upperBound - 1) || !passage.is(.noNameBehind, at: words.upperBound - 1),
      !isQuantizationType(text),
      // "Orca Style"
      !(words.count > 1 && passage.is(.modified, at: words.upperBound - 1))
    else { return nil }
    // "on a TPU Pod V3-8"
    guard
      ![words.lowerBound - 1, words.lowerBound, words.upperBound].contains(where: { passage.is(.hardware, at: $0) })
    else { return nil }
    let isMarked = isLinked || words.contains { self.isMarked($0) } || isJoinedName(words) || isHubName(words)
    let noun = nounBefore(words.lowerBound) ?? nounWithin(words) ?? nounBehind(words.upperBound, isMarked: isMarked)
    // What opens a sentence is capitalised anyway.
    guard noun != nil || isMarked || !opens else { return nil }
    let isWord = words.contains { !self.isMarked($0) && isCommon(passage.words[$0].number) }
    if isWord, !isMarked, noun == nil { return nil }
    // "a collection of Northern sentences" is not called Northern.
    let isDescription = passage.is(.dataPlural, at: words.upperBound) && !passage.is(.datasetNoun, at: words.upperBound)
    if isDescription, !isMarked, passage.isNext(words.upperBound) { return nil }
    if words.count == 1, isWord, !isMarked { return nil }
    return Mention(
      id: ArtefactID(text), kind: noun ?? .dataset, range: range, family: nil,
      standing: .written(
        noun: noun, isMarked: isMarked || (words.count > 1 && !isWord && noun != nil),
        isAlone: isLinked || endOfChunk(words.lowerBound, in: words) == words.upperBound))
  }

  /// "Common-Voice", but not "Best-practice".
  private func isJoinedName(_ words: Range<Int>) -> Bool {
    words.contains { passage.isJoined($0) } && words.allSatisfy { (0x30...0x5A).contains(original($0).first ?? 0) }
  }

  /// "the training set of …", "the dataset …".
  private func nounBefore(_ word: Int) -> ArtefactKind? {
    if passage.is(.dataNoun, at: word - 1), passage.isNext(word) { return .dataset }
    return word > 1 && passage.text(of: (word - 1)..<word) == "of" && passage.is(.datasetNoun, at: word - 2)
      ? .dataset : nil
  }

  /// "the Open Parallel Corpus"
  private func nounWithin(_ words: Range<Int>) -> ArtefactKind? {
    words.dropFirst().contains { passage.is(.dataNoun, at: $0) } ? .dataset : nil
  }

  /// What the noun behind a name says that it is: "… training dataset", "… model".
  private func nounBehind(_ end: Int, isMarked: Bool) -> ArtefactKind? {
    for word in end..<min(end + Self.nounReach, passage.words.count) {
      // What stands in brackets or behind a comma is said about it.
      guard passage.isNext(word) else { return nil }
      // "Northern text data" is any data of the kind.
      if passage.is(.datasetNoun, at: word) {
        return isMarked || word == end || passage.text(of: word..<(word + 1)) != "data" ? .dataset : nil
      }
      if passage.is(.modelNoun, at: word) { return .model }
      if passage.is(.clauseWord, at: word) || passage.is(.listWord, at: word) { return nil }
    }
    return nil
  }

  private static let nounReach = 3

  private func original(_ word: Int) -> ArraySlice<UInt8> { passage.bytes[passage.words[word].range] }

  private func isNamePart(_ chunk: Range<Int>, isFirst: Bool) -> Bool {
    let range = passage.words[chunk.lowerBound].range.lowerBound..<passage.words[chunk.upperBound - 1].range.upperBound
    let bytes = passage.bytes[range]
    guard let first = bytes.first, first < 0x80, !isCode(bytes) || isHubName(chunk), !isDescription(chunk),
      !(chunk.allSatisfy { passage.is(.noName, at: $0) } && (isFirst || chunk.count > 1))
        || isFirst && isLanguage(of: chunk),
      // `A100-40GB`
      !(chunk.count > 1 && passage.is(.noName, at: chunk.lowerBound)
        && chunk.dropFirst().allSatisfy { (0x30...0x39).contains(original($0).first ?? 0) })
    else { return false }
    if isHubName(chunk) { return isFirst }
    let hasCapital = bytes.contains { $0.isUppercase }
    let hasDigit = bytes.contains { $0.isDigit }
    let hasLetter = bytes.contains { $0.isLowercase }
    if first.isUppercase {
      return !(isFirst && chunk.count == 1 && passage.is(.opening, at: chunk.lowerBound))
    }
    if first.isDigit {
      // A version or a size may stand behind a name: `Quill 2`, `Quill 7B`.
      return !isFirst && bytes.count <= 5 && !(passage.is(.dataNoun, at: chunk.upperBound))
    }
    if hasCapital { return true }
    // `wikitext-103`, `thai_wiki_qa`; `sent1` is a column, and "real-world" a word.
    guard hasLetter else { return false }
    if isFirst {
      return chunk.count > 1
        && (hasDigit || bytes.contains(UInt8(ascii: "_")) || (chunk.count > 2 && !hasWordAlone(chunk)))
    }
    return hasDigit && !isVersion(bytes)
  }

  /// "harbour-specific", "pre-war"
  private func isDescription(_ chunk: Range<Int>) -> Bool {
    guard chunk.count > 1 else { return false }
    return passage.is(.adjectiveEnding, at: chunk.upperBound - 1) && original(chunk.upperBound - 1).first!.isLowercase
      || passage.is(.wordPrefix, at: chunk.lowerBound)
        && chunk.dropFirst().allSatisfy { original($0).first?.isLowercase == true }
  }

  /// Whether a chunk is written as ids of the Hub are, `lab/talks`, and ends what the wording speaks of: in "question/answer
  /// pairs" and "books/articles" the words are only joined.
  private func isHubName(_ chunk: Range<Int>) -> Bool {
    let text = passage.text(of: chunk)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, ArtefactID.isHubID(text), parts.allSatisfy({ $0.count(where: \.isLetter) > 1 }),
      chunk.allSatisfy({ word in
        !isCommon(passage.words[word].number) && !Self.plainWords.contains { passage.is($0, at: word) }
      })
    else { return false }
    let next = chunk.upperBound
    return !passage.isNext(next) || passage.is(.listWord, at: next) || passage.is(.clauseWord, at: next)
      || passage.is(.datasetNoun, at: next)
  }

  /// What no part of an id is that stands in running text.
  private static let plainWords: [CardConcept] = [
    .dataPlural, .noName, .language, .modified, .listWord, .clauseWord, .preposition, .wordPrefix, .aboutArtefact,
  ]

  /// Whether a language opens a name of plain words: "the Arabic Harbour Corpus", but not "the German HarbourQA".
  private func isLanguage(of chunk: Range<Int>) -> Bool {
    let next = chunk.upperBound
    return passage.is(.language, at: chunk.lowerBound) && passage.isNext(next) && next < passage.words.count
      && isCapital(next) && !passage.is(.noName, at: next) && !isMarked(next) && !passage.isJoined(next + 1)
      && !isTaken[next]
  }

  /// Whether words of the language are only joined: "state-of-the-art".
  private func hasWordAlone(_ chunk: Range<Int>) -> Bool {
    chunk.contains {
      passage.is(.clauseWord, at: $0) || passage.is(.opening, at: $0) || isCommon(passage.words[$0].number)
    }
  }

  /// `v1.0`
  private func isVersion(_ word: ArraySlice<UInt8>) -> Bool {
    word.first == UInt8(ascii: "v")
      && word.dropFirst().allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }

  /// `Q4_K_M`, `IQ3_XS`
  private func isQuantizationType(_ text: String) -> Bool {
    let letters = text.lowercased().drop { $0 == "i" }
    return letters.first == "q" && letters.dropFirst().first?.isNumber == true
      && letters.dropFirst(2).allSatisfy { "_kmslx0123456789".contains($0) }
  }

  /// Names of files and of things in programs: `README.md`, `trainer.train`.
  private func isCode(_ word: ArraySlice<UInt8>) -> Bool {
    if word.contains(UInt8(ascii: "/")) { return true }
    guard let dot = word.lastIndex(of: UInt8(ascii: ".")) else {
      return word.contains(UInt8(ascii: "@"))
    }
    return word[(dot + 1)...].allSatisfy { $0.isLetter || $0 == UInt8(ascii: "_") }
  }

  /// Whether a word is written as only names are: with capitals or digits inside.
  private func isMarked(_ index: Int) -> Bool {
    guard !passage.is(.noName, at: index) else { return false }
    let word = original(index)
    let capitals = word.count { $0.isUppercase }
    let hasLetter = word.contains { $0.isLetter }
    return word.dropFirst().contains { $0.isUppercase } && (capitals < word.count || word.count >= 3)
      || (hasLetter && word.contains { $0.isDigit })
  }
}
