import Obligations

/// What a name is by the words right beside it, where no wording governs it.
extension SentenceView {
  /// The words that say it, and the artefact that was made from the name; nil for the release.
  struct Apposition {
    let text: String
    var child: Mention?
  }

  /// What the words beside a known model, or beside a name called a model, make of it.
  func apposition(
    ofName index: Int
  ) -> (SourceRole, Apposition)? {
    let name = names[index]
    let (start, end) = (name.words.lowerBound, name.words.upperBound)
    guard !passage.has(.negation, in: max(sentence.lowerBound, start - 3)..<start) else { return nil }
    guard name.mention.kind == .model, name.mention.isKnown || name.mention.isSure else { return nil }
    // "a RoBERTa-large model trained from scratch": the name is that of an architecture.
    let isStart = !passage.has(.fromScratch, in: sentence)
    if isStart,
      start == sentence.lowerBound || (start == sentence.lowerBound + 1 && passage.is(.indefinite, at: start - 1)),
      end < sentence.upperBound, passage.isNext(end), hit(.tunedModel, at: end)
    {
      return (.weights(.finetune), Apposition(text: "fine-tuned"))
    }
    if name.mention.isKnown, start > sentence.lowerBound, passage.text(of: (start - 1)..<start) == "from",
      index > 0, case let dataset = names[index - 1], dataset.mention.isKnown, dataset.mention.kind == .dataset,
      dataset.words.upperBound == start - 1
    {
      // "[helper-chat-1M](…) from Llama 3.3": the link is the dataset, the name who made it.
      return (.outputs, Apposition(text: "from", child: dataset.mention))
    }
    // What nobody knows is as often an architecture: "a BERT model", but "a 7B Lantern model".
    let isModel = name.mention.isKnown || passage.opensWithDigit(start - 1) || passage.opensWithDigit(end - 1)
    if isModel, isStart, isPredicate(name.words) { return (.weights(.finetune), Apposition(text: "is")) }
    guard name.mention.isKnown, end < sentence.upperBound, passage.isNext(end) else { return nil }
    if hit(.basedModel, at: end) { return (.weights(.finetune), Apposition(text: "based")) }
    // "GPT-4 generated data": the name itself carries the wording.
    if hit(.generatedData, at: end), !passage.is(.clauseWord, at: end + 1), !passage.is(.own, at: end + 1) {
      return (.outputs, Apposition(text: "generated"))
    }
    return nil
  }

  private func hit(_ concept: CardConcept, at word: Int) -> Bool {
    passage.hits(in: word..<(word + 1)).contains { $0.concept == concept && $0.words.upperBound <= sentence.upperBound }
  }

  /// How far before "is a" its subject ends: "this model is also a …".
  private static let subjectReach = 3

  /// "It is a Llama 3.2 model", "A 7B Llama 2 model trained on …": the name says what the release is.
  private func isPredicate(_ words: Range<Int>) -> Bool {
    let end = words.upperBound
    guard end < sentence.upperBound,
      passage.is(.modelNoun, at: end) || passage.is(.modelNoun, at: end + 1) && passage.isNext(end + 1),
      passage.isNext(end), !passage.is(.modified, at: end)
    else { return false }
    // "is a small 7B Llama model"
    for article in stride(from: words.lowerBound - 1, through: max(sentence.lowerBound, words.lowerBound - 4), by: -1) {
      if passage.is(.predicate, at: article), passage.is(.indefinite, at: article) {
        return passage.has(.own, in: max(sentence.lowerBound, article - Self.subjectReach)..<article)
      }
      if article == sentence.lowerBound, passage.is(.indefinite, at: article) {
        return passage.hasCue(in: end..<min(end + 4, sentence.upperBound))
      }
      if passage.is(.clauseWord, at: article) || passage.words[article].followsComma { return false }
    }
    return false
  }
}
