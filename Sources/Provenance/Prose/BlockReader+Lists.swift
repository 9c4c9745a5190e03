import MarkupText
import Obligations

/// What introduces lists and their entries.
extension BlockReader {
  /// The words before a colon near the start of the block, and where they end.
  var opening: (text: String, end: Int)? {
    let bytes = block.text.bytes
    guard let colon = bytes.prefix(Self.longestOpening).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == bytes.count || bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    return (String(decoding: bytes[..<colon], as: UTF8.self), colon + 1)
  }

  private static let longestOpening = 64

  /// What the innermost heading makes of the names below it.
  var headingLead: Label? {
    guard let heading = block.headings.last, !finder.namesSomething(heading) else { return nil }
    return wordings.label(heading, for: kind).flatMap { label in
      // "Quill-BERT base model" is a model's name and no label of others.
      if case .weights = label.role, heading.split(separator: " ").contains(where: isModelName) { return nil }
      return label
    }
  }

  /// Whether a word is written as only models' names are: small letters, and a capital or a digit within.
  private func isModelName(_ word: Substring) -> Bool {
    word.contains { $0.isLowercase } && word.dropFirst().contains { $0.isUppercase || $0.isNumber }
      && !wordings.concepts(in: String(word)).has(.noName)
  }

  /// What a paragraph that ends in a colon, or speaks of "the following", makes of the list below it.
  func nextLeadIn(after current: Label?) -> Label? {
    switch block.kind {
    case .listItem, .tableRow: return current
    case .heading, .code: return nil
    case .paragraph:
      if current != nil, isMostlyNames { return current }
      guard let sentence = passage.sentences.last,
        block.text.bytes.last == UInt8(ascii: ":") || passage.has(.listsBelow, in: sentence),
        !passage.has(.aside, in: sentence), turn(of: sentence) == nil,
        !passage.has(.negation, in: sentence)
      else { return nil }
      return leadIn(of: sentence)
    }
  }

  private func leadIn(of sentence: Range<Int>) -> Label? {
    let words = passage.text(of: sentence.suffix(Self.leadInReach))
    if passage.has(.listsMerged, in: sentence), kind == .model {
      // "The data set is a combination of:"
      return Label(role: passage.has(.dataNoun, in: sentence) ? .gathered : .weights(.merge), words: words)
    }
    let cue = passage.cues(in: sentence, for: kind).last { !$0.isUse }
    if let cue, let role = cue.role, cue.words.upperBound > sentence.upperBound - Self.leadInReach,
      // "… is a continuation of X, with additions:"
      mentions(in: cue.words.upperBound..<sentence.upperBound).isEmpty || passage.has(.listsBelow, in: sentence),
      // "The weights can be downloaded from:"
      !passage.has(.possibility, in: max(sentence.lowerBound, cue.words.lowerBound - 3)..<cue.words.lowerBound)
    {
      return Label(role: role, words: passage.wording(of: cue.words))
    }
    if kind == .dataset, passage.has(.listsGenerators, in: sentence) { return Label(role: .outputs, words: words) }
    return wordings.label(String(block.text.string.dropLast()), for: kind)
  }

  /// How many words may stand between a wording and the colon behind which its objects are listed.
  private static let leadInReach = 8

  /// Where the names of an entry begin: behind "Commercial models:" in a dataset's list of what wrote it.
  var startOfNames: Int { kind == .dataset ? opening?.end ?? 0 : 0 }

  /// Whether the block says little more than names, as an entry of a list of sources does.
  var isMostlyNames: Bool {
    let start = startOfNames
    let names = mentions.map(\.mention).filter { $0.range.lowerBound >= start }
    guard let first = names.first, first.range.lowerBound <= start + Self.farthestName else { return false }
    return names.reduce(0) { $0 + $1.range.count } * 2 >= block.text.bytes.count - start
      || block.kind == .listItem && first.range.lowerBound <= start + Self.nearestName
  }

  /// How far from its start the first name of an entry stands, in bytes.
  private static let farthestName = 16
  private static let nearestName = 4
}
