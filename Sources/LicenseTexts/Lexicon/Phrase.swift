/// A wording, as its notation says it: words, `stem*`, `(one|another)`, `[perhaps]`, `..` for up to six words
/// of anything, `..12` for up to twelve, `{concept}` for all wordings of another concept.
indirect enum Phrase: Sendable, Equatable {
  case word(String)
  case stem(String)
  case gap(Int)
  case concept(String)
  case sequence([Phrase])
  case choice([Phrase])
  case optional(Phrase)
}

/// What is wrong with a phrase.
enum PhraseError: Error, Equatable {
  case unclosed(String)
  case empty
  case opensWithGap
}

extension Phrase {
  /// Words that `..` stands for at the most.
  private static let usualGap = 6

  /// Reads the notation.
  init(_ text: String) throws(PhraseError) {
    var parser = PhraseParser(text)
    self = try parser.parse()
    if case .sequence(let parts) = self, case .gap? = parts.first { throw .opensWithGap }
    if case .gap = self { throw .opensWithGap }
  }

  /// Recursive descent over the characters of a notation.
  private struct PhraseParser {
    private let characters: [Character]
    private var index = 0

    init(_ text: String) { characters = Array(text.lowercased()) }

    mutating func parse() throws(PhraseError) -> Phrase {
      let phrase = try choice(until: nil)
      guard phrase != .sequence([]) else { throw .empty }
      return phrase
    }

    private mutating func choice(until end: Character?) throws(PhraseError) -> Phrase {
      var options: [Phrase] = []
      var parts: [Phrase] = []
      func sequence() -> Phrase { parts.count == 1 ? parts[0] : .sequence(parts) }
      while index < characters.count {
        let character = characters[index]
        if character == end {
          index += 1
          options.append(sequence())
          return options.count == 1 ? options[0] : .choice(options)
        }
        switch character {
        case "(":
          index += 1
          parts.append(try choice(until: ")"))
        case "[":
          index += 1
          parts.append(.optional(try choice(until: "]")))
        case "|":
          index += 1
          options.append(sequence())
          parts = []
        case "{":
          guard let close = characters[index...].firstIndex(of: "}") else { throw .unclosed("{") }
          parts.append(.concept(String(characters[(index + 1)..<close])))
          index = close + 1
        case ".":
          while index < characters.count, characters[index] == "." { index += 1 }
          var digits = ""
          while index < characters.count, characters[index].isNumber {
            digits.append(characters[index])
            index += 1
          }
          parts.append(.gap(Int(digits) ?? Phrase.usualGap))
        case _ where character.isLetter || character.isNumber:
          if let word = word() { parts.append(word) }
        default:
          index += 1
        }
      }
      if let end { throw .unclosed(String(end)) }
      options.append(sequence())
      return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func word() -> Phrase? {
      var text = ""
      while index < characters.count,
        characters[index].isLetter || characters[index].isNumber || characters[index] == "'"
      {
        // A Chinese character is a word by itself.
        let isWide = characters[index].utf8.count > 1
        if isWide, !text.isEmpty { break }
        text.append(characters[index])
        index += 1
        if isWide { break }
      }
      if index < characters.count, characters[index] == "*" {
        index += 1
        return .stem(text)
      }
      if text.hasSuffix("'s") { text.removeLast(2) }
      return .word(text)
    }
  }
}
