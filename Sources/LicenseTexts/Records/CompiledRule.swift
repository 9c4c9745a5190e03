import Obligations

/// A rule of the lexicon with its concepts as numbers.
///
/// Shared and not copied, since every sentence is held against all rules.
final class CompiledRule: Sendable {
  let rule: WordingRule
  private let all: [Test]
  private let none: [Test]

  private struct Test: Sendable {
    let scope: WordingTest.Scope
    let concepts: ConceptSet
  }

  init(_ rule: WordingRule, book: PhraseBook) throws(LexiconError) {
    self.rule = rule
    func compile(_ tests: [WordingTest]) throws(LexiconError) -> [Test] {
      var compiled: [Test] = []
      for test in tests {
        var concepts = ConceptSet()
        for name in test.concepts {
          concepts.insert(try book.number(of: name, neededBy: "a rule for `\(rule.kind.rawValue)`"))
        }
        compiled.append(Test(scope: test.scope, concepts: concepts))
      }
      return compiled
    }
    self.all = try compile(rule.all)
    self.none = try compile(rule.none)
  }

  /// Whether the rule speaks of a frame.
  func matches(_ frame: Frame, in scope: StatementScope, heading: ConceptSet) -> Bool {
    // What the licensor does or must do is nothing that the licensee may or has to, unless a rule says otherwise.
    let isFitting = rule.subjects.isEmpty ? frame.subject != .licensor : rule.subjects.contains(frame.subject)
    guard isFitting, rule.frames.contains(frame.form) else { return false }
    return holds { test in
      switch test {
      case .frame: frame.own
      case .subject: frame.subjectWords
      case .predicate: frame.predicate
      case .verb: frame.verbs
      case .condition: scope.conditions
      case .sentence: scope.sentence
      case .lead: scope.lead
      case .heading: heading
      }
    }
  }

  /// Whether the rule speaks of a whole statement.
  func matches(_ scope: StatementScope, heading: ConceptSet) -> Bool {
    guard rule.frames.isEmpty else { return false }
    return holds { test in
      switch test {
      case .frame, .subject, .predicate, .verb, .sentence: scope.sentence
      case .condition: scope.conditions
      case .lead: scope.lead
      case .heading: heading
      }
    }
  }

  private func holds(_ words: (WordingTest.Scope) -> ConceptSet) -> Bool {
    for test in all where !words(test.scope).meets(test.concepts) { return false }
    for test in none where words(test.scope).meets(test.concepts) { return false }
    return true
  }
}
