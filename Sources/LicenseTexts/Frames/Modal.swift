import Obligations

/// A modal verb or what stands for one: `must`, `may not`, `grants you a licence to`, `provided that`.
struct Modal {
  let form: FrameForm
  let tokens: Range<Int>
  let isGrant: Bool
  let isProviso: Bool
}

extension MarkedStatement {
  /// The modal verbs in order, none over another.
  func modals(_ grammar: Grammar) -> [Modal] {
    var found: [Modal] = []
    for hit in hits(in: tokens) {
      let form: FrameForm
      switch hit.concept {
      case grammar.must, grammar.proviso: form = .must
      case grammar.mustNot: form = .mustNot
      case grammar.may: form = .may
      case grammar.grant: form = .grant
      default: continue
      }
      found.append(
        Modal(
          form: form, tokens: hit.start..<hit.end, isGrant: hit.concept == grammar.grant,
          isProviso: hit.concept == grammar.proviso))
    }
    found.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    var kept: [Modal] = []
    for modal in found {
      if let last = kept.last, modal.tokens.lowerBound < last.tokens.upperBound {
        // Of overlapping ones the prohibition (`agree not to`), else the longer one.
        let isStronger = modal.form == .mustNot && last.form != .mustNot
        let isWeaker = last.form == .mustNot && modal.form != .mustNot
        if isStronger || (!isWeaker && modal.tokens.count > last.tokens.count) { kept[kept.count - 1] = modal }
        continue
      }
      // `may grant you` only speaks of a grant; `permission to use … is granted` is one.
      if modal.isGrant, let last = kept.last, last.isGrant || last.tokens.upperBound == modal.tokens.lowerBound {
        continue
      }
      kept.append(modal)
    }
    return kept
  }

  /// The word behind the bracket that opens what closes before `index`.
  private func opening(before index: Int) -> Int? {
    (max(tokens.lowerBound, index - Conditions.longestSubject)..<index).last { isPreceded(by: .opening, at: $0) }
  }

  /// Words from a describing `that` to the verb that it brings with it, at the most.
  private static let longestDescription = 8
  /// The same for grants: `that allow you to`.
  private static let longestDescriptionOfGrant = 3

  /// Whether a modal verb stands in a clause that only describes a thing: `which we may grant`.
  func isDescription(_ modal: Modal, among all: [Modal]) -> Bool {
    guard !modal.isProviso else { return false }
    var index = modal.tokens.lowerBound
    let least = max(
      tokens.lowerBound, index - (modal.isGrant ? Self.longestDescriptionOfGrant : Self.longestDescription))
    while index > least {
      // What stands in brackets before the verb says nothing of its clause.
      if isPreceded(by: .closing, at: index), let opening = opening(before: index) { index = opening }
      guard index > least else { return false }
      index -= 1
      if isMarked(.relative, at: index) {
        // The `that` of `agree that` opens a clause of its own.
        return index > tokens.lowerBound && !isPreceded(by: .semicolon, at: index)
          && !all.contains { $0.tokens.contains(index) }
      }
      if isPreceded(by: [.comma, .semicolon, .colon, .opening], at: index) { return false }
      // `… that it covers and may not …`: what is joined on is no part of the description.
      if isMarked(.conjunction, at: index) { return false }
    }
    return false
  }
}
