/// A key of `pedigree.yaml`, as editors and the reference are told of it.
///
/// A test holds these tables to the reader: what it accepts stands here, and nothing else does.
public struct ManifestKey: Sendable {
  public let name: String
  /// What it says, in one line.
  public let summary: String
  public let value: Value
  public let isRequired: Bool

  /// What may stand under a key.
  public indirect enum Value: Sendable {
    /// The version of the format.
    case version
    case text
    /// A word of a closed vocabulary.
    case word([String])
    case truth
    /// A day, yyyy-mm-dd.
    case day
    /// A whole number, 0 or more.
    case count
    /// A whole number, or one for each of several days and `at-release`.
    case countByDay
    /// A mapping with these keys.
    case mapping([ManifestKey])
    /// A mapping from any names to values of one form.
    case names(Value)
    /// Answers to questions of law; which there are is knowledge.
    case answers
    /// The sources, each with sources of its own in the same form.
    case sources
    /// A list, or one of its items alone.
    case list(Value)
  }

  init(_ name: String, _ value: Value, _ summary: String, isRequired: Bool = false) {
    self.name = name
    self.summary = summary
    self.value = value
    self.isRequired = isRequired
  }

  static func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> Value {
    .word(Word.allCases.map(\.rawValue))
  }
}
