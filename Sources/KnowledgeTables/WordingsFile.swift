/// The concepts in a file of the lexicon as skimmed: each with its phrases.
public struct WordingsFile: Sendable {
  public let concepts: [(name: String, phrases: [String])]

  public init(skimming bytes: [UInt8]) {
    concepts = Skim(bytes).lists(below: "concepts").map { (name: $0.key, phrases: $0.values) }
  }

  /// A row for each phrase of some files: the name of its concept, the concept's number, and the phrase.
  static func table(of files: [WordingsFile]) -> Table {
    Table(
      rows: files.flatMap(\.concepts).enumerated().flatMap { number, concept in
        concept.phrases.map { [.text(concept.name), .number(number), .text($0)] }
      })
  }
}
