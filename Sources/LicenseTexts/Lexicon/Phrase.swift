import Diagnostics

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
  case nestedTooDeep
  case stray(String)
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

  /// Recursive descent over the bytes of a notation.
  private struct PhraseParser {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    /// Brackets within brackets, at the most.
    private static let deepest = 16

    init(_ text: String) { bytes = Array(text.lowercased().utf8) }

    mutating func parse() throws(PhraseError) -> Phrase {
      let phrase = try choice(until: nil)
      guard phrase != .sequence([]) else { throw .empty }
      return phrase
    }

    private mutating func choice(until end: UInt8?) throws(PhraseError) -> Phrase {
      var options: [Phrase] = []
      var parts: [Phrase] = []
      func sequence() -> Phrase { parts.count == 1 ? parts[0] : .sequence(parts) }
      guard depth < Self.deepest else { throw .nestedTooDeep }
      depth += 1
      defer { depth -= 1 }
      while index < bytes.count {
        let byte = bytes[index]
        if byte == end {
          index += 1
          options.append(sequence())
          return options.count == 1 ? options[0] : .choice(options)
        }
        switch byte {
        case UInt8(ascii: "("):
          index += 1
          parts.append(try choice(until: UInt8(ascii: ")")))
        case UInt8(ascii: "["):
          index += 1
          parts.append(.optional(try choice(until: UInt8(ascii: "]"))))
        case UInt8(ascii: "|"):
          index += 1
          options.append(sequence())
          parts = []
        case UInt8(ascii: "{"):
          guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else { throw .unclosed("{") }
          parts.append(.concept(text((index + 1)..<close)))
          index = close + 1
        case UInt8(ascii: "."): parts.append(gap())
        case _ where Self.isLetter(byte): parts.append(word())
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "*"):
          throw .stray(String(UnicodeScalar(byte)))
        default: index += 1
        }
      }
      if let end { throw .unclosed(String(UnicodeScalar(end))) }
      options.append(sequence())
      return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func gap() -> Phrase {
      while index < bytes.count, bytes[index] == UInt8(ascii: ".") { index += 1 }
      let start = index
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      return .gap(Int(text(start..<index)) ?? Phrase.usualGap)
    }

    private mutating func word() -> Phrase {
      let start = index
      if bytes[index] >= 0x80 {
        // A Chinese character is a word by itself.
        repeat { index += 1 } while index < bytes.count && bytes[index] & 0xC0 == 0x80
      } else {
        while index < bytes.count, bytes[index] < 0x80,
          Self.isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "'")
        { index += 1 }
      }
      var end = index
      if index < bytes.count, bytes[index] == UInt8(ascii: "*") {
        index += 1
        return .stem(text(start..<end))
      }
      if end - start > 2, bytes[end - 2] == UInt8(ascii: "'"), bytes[end - 1] == UInt8(ascii: "s") { end -= 2 }
      return .word(text(start..<end))
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private static func isLetter(_ byte: UInt8) -> Bool {
      byte.isLowercase || byte.isDigit || byte >= 0x80
    }
  }
}
