import Diagnostics
import Obligations
import YAMLSource

/// Reads the files of `licenses/lexicon/`: concepts with their wordings, and rules.
struct LexiconDecoder {
  private(set) var concepts: [WordingConcept] = []
  private(set) var rules: [WordingRule] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Takes in one file.
  mutating func decode(_ root: YAMLNode) {
    var mapping = YAMLMapping(root, as: "a lexicon file")
    if let concepts = mapping.optional("concepts") {
      for entry in concepts.entries ?? [] {
        guard let name = entry.key.text else { continue }
        let phrases = entry.value.oneOrMany.compactMap(\.text)
        self.concepts.append(WordingConcept(name: name, phrases: phrases))
      }
    }
    for node in mapping.optional("rules")?.items ?? [] {
      if let rule = rule(node) { rules.append(rule) }
    }
    diagnostics += mapping.finish()
  }

  private mutating func rule(_ node: YAMLNode) -> WordingRule? {
    var mapping = YAMLMapping(node, as: "a rule")
    let kind = mapping.word("kind", as: ObligationKind.self)
    let modality = mapping.word("modality", as: Modality.self)
    let frames = mapping.words("frames", as: FrameForm.self)
    let subjects = mapping.words("subjects", as: FrameSubject.self)
    let all = tests(mapping.optional("all"))
    let none = tests(mapping.optional("none"))
    let triggers = mapping.words("triggers", as: Trigger.self)
    let admits = mapping.words("admits", as: Trigger.self)
    let span = mapping.word("span", as: WordingRule.Span.self) ?? .sentence
    let readsLeadIns = mapping.bool("lead-ins") ?? true
    let isFallback = mapping.bool("fallback") ?? false
    let percent = mapping.count("confidence") ?? 90
    diagnostics += mapping.finish()
    guard let kind, let modality else { return nil }
    return WordingRule(
      kind: kind, modality: modality, frames: frames, subjects: subjects, all: all, none: none,
      triggers: triggers.isEmpty ? [.always] : triggers, admits: admits, span: span, readsLeadIns: readsLeadIns,
      isFallback: isFallback,
      confidence: Double(percent) / 100)
  }

  /// Tests are written `concept`, `[one, another]`, or with a scope, `heading:concept`.
  private mutating func tests(_ node: YAMLNode?) -> [WordingTest] {
    (node?.oneOrMany ?? []).map { test in
      var scope = WordingTest.Scope.frame
      let concepts = test.oneOrMany.compactMap(\.text).map { text -> String in
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return text }
        if let named = WordingTest.Scope(rawValue: String(parts[0])) {
          scope = named
        } else {
          diagnostics.append(
            Diagnostic(.lexiconScope, "`\(parts[0])` is not a part of a frame", at: test.location))
        }
        return String(parts[1])
      }
      return WordingTest(scope: scope, concepts: concepts)
    }
  }
}
