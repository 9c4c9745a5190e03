/// Tells edits that every copy may have from alterations, and puts those together clause by clause.
struct ChangeGrouping {
  let signature: LicenseSignature
  let text: WordSequence

  /// Whether copies may differ as the edit at `index` says.
  func isTolerated(_ index: Int, of edits: [Edit]) -> Bool {
    let edit = edits[index]
    let lost = signature.words[edit.signature]
    let said = edit.text.filter { !text.marks[$0].isNoise }
    // The number of an item may have been left out or put in, but not changed.
    let isRenumbered =
      text.marks[edit.text].contains(.number) && lost.contains { KnownWord.numbers.contains($0) }
    if said.isEmpty, !isRenumbered, edit.signature.allSatisfy({ isLeavable($0) }) { return true }
    if !lost.isEmpty, lost.allSatisfy({ $0 == KnownWord.blank }) {
      return LicenseSignature.Slot.isName(edit.text, of: text)
    }
    if edit.signature.upperBound <= signature.headCount, said.count <= signature.titleCount {
      let title = signature.words[..<signature.titleCount]
      if said.allSatisfy({ title.contains(text.hashes[$0]) }), edit.signature.allSatisfy({ isLeavable($0) }) {
        return true
      }
    }
    return isAllowed(index, of: edits)
  }

  /// Whether nothing is lost with a word of the licence: its publisher says so, or it is an address or a number.
  private func isLeavable(_ word: Int) -> Bool {
    let hash = signature.words[word]
    return hash == KnownWord.address || KnownWord.numbers.contains(hash) || signature.isLeavable(word)
  }

  /// Whether the edit stands in a slot of the licence that is worded in a way that its publisher allows.
  private func isAllowed(_ index: Int, of edits: [Edit]) -> Bool {
    signature.slots.contains { slot in
      func isInside(_ edit: Edit) -> Bool {
        edit.signature.lowerBound >= slot.words.lowerBound && edit.signature.upperBound <= slot.words.upperBound
      }
      guard isInside(edits[index]) else { return false }
      let first = edits[...index].lastIndex { !isInside($0) }.map { $0 + 1 } ?? 0
      let last = edits[index...].firstIndex { !isInside($0) }.map { $0 - 1 } ?? edits.count - 1
      let start = edits[first].text.lowerBound - (edits[first].signature.lowerBound - slot.words.lowerBound)
      let end = edits[last].text.upperBound + (slot.words.upperBound - edits[last].signature.upperBound)
      // Edits across the ends of the slot leave nothing to hold against it.
      guard start >= 0, start <= end, end <= text.count else { return false }
      return slot.allows(start..<end, of: text)
    }
  }

  /// Whether the head names another version than the licence's: `Version 2.0` for `Version 2.1`.
  func isOtherVersion(_ edits: [Edit]) -> Bool {
    edits.prefix { $0.signature.lowerBound < signature.titleCount + Self.longestHead }.contains { edit in
      edit.text.contains { text.isFigure($0) } && edit.signature.contains { isVersion($0) }
    }
  }

  /// Words below a title among which the version stands.
  private static let longestHead = 24

  /// Whether a word of the licence is a number of its title, or follows `version`.
  private func isVersion(_ word: Int) -> Bool {
    KnownWord.numbers.contains(signature.words[word])
      && (word < signature.titleCount
        || signature.words[max(0, word - 3)..<word].contains { KnownWord.version.contains($0) })
  }

  /// The alterations, clause by clause.
  func changes(_ edits: [Edit]) -> [TextChange] {
    var changes: [TextChange] = []
    var open: (clause: Int, edits: [Edit])?
    func close() {
      guard let group = open else { return }
      changes.append(change(group.clause, group.edits))
    }
    let edits = EditSliding(signature: signature, text: text.hashes).slid(edits)
    for index in edits.indices where !isTolerated(index, of: edits) {
      for part in parts(of: edits[index]) {
        if let group = open, group.clause == part.clause {
          open?.edits.append(part.edit)
        } else {
          close()
          open = (part.clause, [part.edit])
        }
      }
    }
    close()
    return changes
  }

  /// An edit cut at the boundaries of clauses; the words of the text go with its first part.
  private func parts(of edit: Edit) -> [(clause: Int, edit: Edit)] {
    var parts: [(clause: Int, edit: Edit)] = []
    var start = edit.signature.lowerBound
    var textStart = edit.text.lowerBound
    // What was put in belongs to the clause that it stands behind.
    var clause = signature.clauseIndex(of: edit.signature.isEmpty && start > 0 ? start - 1 : start)
    repeat {
      let end = min(edit.signature.upperBound, self.end(of: clause))
      parts.append((clause, Edit(text: textStart..<edit.text.upperBound, signature: start..<max(start, end))))
      textStart = edit.text.upperBound
      start = max(start, end)
      clause += 1
    } while start < edit.signature.upperBound
    return parts
  }

  private func change(_ clause: Int, _ edits: [Edit]) -> TextChange {
    let missing = edits.reduce(0) { $0 + $1.signature.count }
    let added = edits.reduce(0) { $0 + text.marks[$1.text].count { !$0.isNoise } }
    let words = (edits.first?.text.lowerBound ?? 0)..<(edits.last?.text.upperBound ?? 0)
    let start = clause < 0 ? 0 : signature.clauses[clause].start
    let kind: TextChange.Kind
    if added == 0, missing == end(of: clause) - start {
      kind = .missing
    } else if missing == 0, edits.count == 1, signature.isBoundary(edits[0].signature.lowerBound) {
      kind = .added
    } else {
      kind = .changed
    }
    return TextChange(
      kind: kind, clause: clause < 0 ? nil : signature.clauses[clause].citation, range: text.textRange(of: words),
      missing: missing, added: added)
  }

  private func end(of clause: Int) -> Int {
    clause + 1 < signature.clauses.count ? signature.clauses[clause + 1].start : signature.words.count
  }
}
