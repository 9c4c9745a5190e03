import Diagnostics

/// Writes hashed words as tokens of text: `@120+340` for 340 words that stand from the 120th on among
/// those before, else up to 39 words, two bytes each with the higher first, in base 64 without padding.
enum WordCoding {
  /// The tokens of `words`, which may repeat what stands in `history`.
  static func tokens(_ words: [UInt16], after history: [UInt16]) -> [String] {
    let places = self.places(history)
    var tokens: [String] = []
    var literal: [UInt16] = []
    func flush() {
      if !literal.isEmpty { tokens.append(Self.literal(literal)) }
      literal = []
    }
    var index = 0
    while index < words.count {
      let (place, length) = longest(words, index, history, places)
      if length >= shortest {
        flush()
        tokens.append("@\(place)+\(length)")
        index += length
      } else {
        literal.append(words[index])
        if literal.count == longestLiteral { flush() }
        index += 1
      }
    }
    flush()
    return tokens
  }

  /// Adds the words of a token; false where it is none. Words before `limit` may be repeated.
  static func decode(_ token: UnsafeBufferPointer<UInt8>, history: inout [UInt16], before limit: Int) -> Bool {
    guard token.first == UInt8(ascii: "@") else { return decodeLiteral(token, &history) }
    var numbers = (0, 0)
    var isSecond = false
    for byte in token.dropFirst() {
      if byte == UInt8(ascii: "+"), !isSecond {
        isSecond = true
        continue
      }
      guard byte.isDigit, numbers.0 <= limit, numbers.1 <= limit else { return false }
      let digit = Int(byte - 0x30)
      if isSecond { numbers.1 = numbers.1 * 10 + digit } else { numbers.0 = numbers.0 * 10 + digit }
    }
    guard numbers.0 <= limit, numbers.1 <= limit, numbers.0 + numbers.1 <= limit else { return false }
    history.append(contentsOf: Array(history[numbers.0..<(numbers.0 + numbers.1)]))
    return true
  }

  private static let longestLiteral = 39
  /// Fewer words are shorter in full.
  private static let shortest = 8

  private static func key(_ words: [UInt16], _ start: Int) -> [UInt16] { Array(words[start..<(start + shortest)]) }

  private static func places(_ words: [UInt16]) -> [[UInt16]: [Int]] {
    guard words.count >= shortest else { return [:] }
    var places: [[UInt16]: [Int]] = [:]
    for start in 0...(words.count - shortest) where (places[key(words, start)]?.count ?? 0) < 32 {
      places[key(words, start), default: []].append(start)
    }
    return places
  }

  private static func longest(
    _ words: [UInt16], _ index: Int, _ history: [UInt16], _ places: [[UInt16]: [Int]]
  ) -> (place: Int, length: Int) {
    guard index + shortest <= words.count else { return (0, 0) }
    var best = (place: 0, length: 0)
    for place in places[key(words, index)] ?? [] {
      var length = 0
      while index + length < words.count, place + length < history.count,
        words[index + length] == history[place + length]
      {
        length += 1
      }
      if length > best.length { best = (place, length) }
    }
    return best
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// The words in full.
  static func literal(_ words: [UInt16]) -> String {
    var letters: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for word in words {
      bits = bits << 16 | UInt32(word)
      count += 16
      while count >= 6 {
        count -= 6
        letters.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { letters.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func decodeLiteral(_ token: UnsafeBufferPointer<UInt8>, _ history: inout [UInt16]) -> Bool {
    // All signatures are decoded before a text can be identified.
    values.withUnsafeBufferPointer { values in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: token.count * 6 / 16 + 1) { words in
        var bits: UInt32 = 0
        var bitCount = 0
        var wordCount = 0
        var seen: UInt8 = 0
        for letter in token {
          let value = values[Int(letter)]
          seen |= value
          bits = bits << 6 | UInt32(value & 63)
          bitCount += 6
          guard bitCount >= 16 else { continue }
          bitCount -= 16
          words.initializeElement(at: wordCount, to: UInt16(truncatingIfNeeded: bits >> UInt32(bitCount)))
          wordCount += 1
        }
        history.append(contentsOf: UnsafeBufferPointer(rebasing: words[..<wordCount]))
        // What is no letter of the alphabet has a bit that values do not have; what is left over fills up the last letter.
        return seen < 64 && bitCount < 6
      }
    }
  }
}
