import LicenseKnowledge
import LicenseTexts
import Obligations
import Testing

@testable import LicenseTexts

/// The rules for `licenses/lexicon/` that its decoder does not enforce.
@Suite struct LexiconLintTests {
  private static let knowledge = Knowledge()
  private static let lexicon = knowledge.lexicon()
  private static let names = lexicon.concepts.map(\.name)

  /// Names in the braces of all phrases, and in the tests of all rules.
  private static let used: Set<String> = {
    let braced = lexicon.concepts.flatMap(\.phrases).flatMap { phrase in
      phrase.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
    }
    let tested = lexicon.rules.flatMap { $0.all + $0.none }.flatMap(\.concepts)
    let circumstances = Trigger.allCases.map { "when-\($0.rawValue)" }
    return Set(braced + tested + circumstances)
  }()

  /// Whether the engine itself asks for a concept, so that a lexicon without it is refused.
  private static func isNeeded(_ name: String) -> Bool {
    let others = names.filter { $0 != name }.map { WordingConcept(name: $0, phrases: []) }
    return (try? ObligationReader(Lexicon(concepts: others, rules: []))) == nil
  }

  @Test func `all phrases and rules compile, and name concepts that are there`() throws {
    _ = try ObligationReader(Self.lexicon)
  }

  @Test func `every concept stands in one place, and something uses it`() {
    let repeated = Dictionary(grouping: Self.names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(repeated == [])
    let unused = Self.names.filter { !Self.used.contains($0) && !Self.isNeeded($0) }
    #expect(unused == [])
  }

  @Test func `there are no more concepts than a set of them holds`() {
    #expect(Self.names.count <= ConceptSet.capacity)
  }

  @Test func `no phrase is written twice in a concept`() {
    for concept in Self.lexicon.concepts {
      #expect(Set(concept.phrases).count == concept.phrases.count, "\(concept.name)")
    }
  }

  @Test func `every kind that texts state has a rule`() {
    let missing = Set(ObligationKind.allCases).subtracting(Self.lexicon.rules.map(\.kind))
    #expect(missing.sorted() == [])
  }

  @Test func `no phrase names a licence, its maker, or something catalogued`() {
    let makers = Set(Self.knowledge.licenseIDs.compactMap { Self.knowledge.license($0)?.maker?.lowercased() })
    var named: Set<String> = []
    for phrase in Self.lexicon.concepts.flatMap(\.phrases) {
      // What is a word of its own in the notation: `(one|another)` holds two.
      for words in phrase.lowercased().split(whereSeparator: { !$0.isLetter && $0 != " " && $0 != "'" }) {
        let wording = words.split(separator: " ").joined(separator: " ")
        if case .known = Self.knowledge.resolve(wording) { named.insert(wording) }
        if makers.contains(wording) { named.insert(wording) }
        let bytes = Array(wording.utf8)
        for start in bytes.indices where start == 0 || bytes[start - 1] == UInt8(ascii: " ") {
          if Self.knowledge.catalog.knownNames.match(in: bytes, at: start) != nil { named.insert(wording) }
        }
      }
    }
    #expect(named.sorted() == [])
  }
}
