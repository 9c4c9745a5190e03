import Obligations

/// A modal verb or what stands for one: `must`, `may not`, `grants you a licence to`, `provided that`.
struct Modal {
  let form: FrameForm
  let tokens: Range<Int>
  let role: Role

  /// What a modal verb does beside its form.
  enum Role {
    case verb
    /// It gives a right to the licensee.
    case grant
    /// It makes a duty of a condition: `provided that`.
    case proviso
    /// It turns over what stands before it: `…, but not to`, `without the right to`, `without having to`.
    case contrast
    /// It tells the licensee what to do: `Keep the notices`.
    case order
    /// It denies something of its subject: `does not`.
    case denial
  }
}

extension MarkedStatement {
  /// The modal verbs in order, none over another.
  func modals(_ grammar: Grammar) -> [Modal] {
    var found: [Modal] = []
    var opening: Modal?
    for hit in hits(in: tokens) where !isMarked(.mentioned, at: hit.start) {
      let range = hit.start..<hit.end
      switch hit.concept {
      case grammar.must, grammar.only: found.append(Modal(form: .must, tokens: range, role: .verb))
      case grammar.proviso: found.append(Modal(form: .must, tokens: range, role: .proviso))
      case grammar.mustNot: found.append(Modal(form: .mustNot, tokens: range, role: .verb))
      case grammar.contrast: found.append(Modal(form: .mustNot, tokens: range, role: .contrast))
      case grammar.without: found.append(Modal(form: .must, tokens: range, role: .contrast))
      case grammar.denial: found.append(Modal(form: .mustNot, tokens: range, role: .denial))
      case grammar.waiver: found.append(Modal(form: .free, tokens: range, role: .contrast))
      case grammar.free: found.append(Modal(form: .free, tokens: range, role: .verb))
      case grammar.may: found.append(Modal(form: .may, tokens: range, role: .verb))
      case grammar.grant: found.append(Modal(form: .grant, tokens: range, role: .grant))
      case grammar.order where isOrdering(hit.start, behind: grammar.condition):
        found.append(Modal(form: .must, tokens: range, role: .order))
      case grammar.openingBan where isOpening(hit.start): opening = Modal(form: .mustNot, tokens: range, role: .verb)
      case grammar.openingLeave where isOpening(hit.start): opening = Modal(form: .may, tokens: range, role: .grant)
      default: continue
      }
    }
    // `No sharing.` forbids; `No sharing is required.` does what its verb does. In `Feel free to` it takes in the verb.
    if let opening, found.allSatisfy({ $0.tokens.upperBound <= opening.tokens.upperBound }) { return [opening] }
    found.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    var kept: [Modal] = []
    for modal in found {
      if let last = kept.last, modal.tokens.lowerBound < last.tokens.upperBound {
        if modal.outweighs(last) { kept[kept.count - 1] = modal }
        continue
      }
      // `may grant you` only speaks of a grant; `permission to use … is granted` is one.
      if modal.role == .grant, let last = kept.last, last.form != .free,
        last.role == .grant || last.tokens.upperBound == modal.tokens.lowerBound
      {
        continue
      }
      // `… but not to` needs something before it that it turns over.
      if modal.role == .contrast, let last = kept.last, !last.isTurned(by: modal) { continue }
      kept.append(modal)
    }
    return kept
  }

  /// Whether a word opens the statement.
  private func isOpening(_ index: Int) -> Bool { index == tokens.lowerBound }

  /// Whether a verb at a word gives an order: it opens the statement, or stands behind a condition that does.
  private func isOrdering(_ index: Int, behind condition: Int) -> Bool {
    if isOpening(index) { return true }
    return isPreceded(by: .comma, at: index)
      && hits(in: tokens.lowerBound..<(tokens.lowerBound + 1)).contains { $0.concept == condition }
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
    switch modal.role {
    case .proviso, .contrast, .order: return false
    case .verb, .grant, .denial: break
    }
    var index = modal.tokens.lowerBound
    let least = max(
      tokens.lowerBound,
      index - (modal.role == .grant ? Self.longestDescriptionOfGrant : Self.longestDescription))
    while index > least {
      // What stands in brackets before the verb says nothing of its clause.
      if isPreceded(by: .closing, at: index), let opening = opening(before: index) { index = opening }
      guard index > least else { return false }
      index -= 1
      // `… that it covers and may not …`, `except that you may not`: what is joined on is no part of the description.
      if isMarked(.conjunction, at: index) { return false }
      if isMarked(.relative, at: index) {
        // The `that` of `agree that` opens a clause of its own.
        return index > tokens.lowerBound && !isPreceded(by: .semicolon, at: index)
          && !all.contains { $0.tokens.contains(index) }
      }
      if isPreceded(by: [.comma, .semicolon, .colon, .opening], at: index) { return false }
    }
    return false
  }
}

extension Modal {
  /// Whether what follows it can be turned over: leave by `but not to`, a ban by `without giving`.
  fileprivate func isTurned(by contrast: Modal) -> Bool {
    switch contrast.form {
    case .mustNot: form == .may || form == .grant
    case .must: form == .mustNot && role != .denial
    case .may, .grant, .free, .states, .denies: true
    }
  }

  /// Whether of two that overlap this one says what is meant: what frees (`need not`) before a prohibition (`agree not
  /// to`), a prohibition before all others, else the longer one.
  fileprivate func outweighs(_ other: Modal) -> Bool {
    weight == other.weight ? tokens.count > other.tokens.count : weight > other.weight
  }

  private var weight: Int {
    switch form {
    case .free: 2
    case .mustNot: 1
    case .must, .may, .grant, .states, .denies: 0
    }
  }
}
