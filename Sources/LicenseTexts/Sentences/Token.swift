/// A word of the text.
struct Token: Sendable {
  /// Its bytes in the text.
  let start: Int32
  let end: Int32
  /// Its entry in the vocabulary.
  let word: Int32
  /// What stands between it and the word before.
  let before: Marks

  var range: Range<Int> { Int(start)..<Int(end) }

  /// Punctuation between two words.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16
    static let comma = Marks(rawValue: 1 << 0)
    static let semicolon = Marks(rawValue: 1 << 1)
    static let colon = Marks(rawValue: 1 << 2)
    static let stop = Marks(rawValue: 1 << 3)
    static let opening = Marks(rawValue: 1 << 4)
    static let closing = Marks(rawValue: 1 << 5)
    static let quote = Marks(rawValue: 1 << 6)
    static let dash = Marks(rawValue: 1 << 7)
    static let blank = Marks(rawValue: 1 << 8)
    static let question = Marks(rawValue: 1 << 9)
    /// Phrases don't run over these.
    static let breaks: Marks = [.semicolon, .colon, .stop, .question]
  }
}
