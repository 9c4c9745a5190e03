/// Tells edits that every copy may have from alterations, and puts those together clause by clause.
struct ChangeGrouping {
  let signature: LicenseSignature
  let text: WordSequence

  /// Whether copies may differ so: a blank filled in, a title left out.
  func isTolerated(_ edit: Edit) -> Bool {
    let lost = signature.words[edit.signature]
    let isBlank = !lost.isEmpty && lost.allSatisfy { $0 == WordSequence.blank }
    if isBlank, edit.text.count <= Self.longestFilling * lost.count { return true }
    let gained = text.hashes[edit.text]
    guard edit.signature.upperBound <= signature.titleCount else { return false }
    if gained.isEmpty { return true }
    let title = signature.words[..<signature.titleCount]
    return lost.isEmpty && gained.count <= Self.longestRepetition && gained.allSatisfy { title.contains($0) }
  }

  /// The alterations, clause by clause.
  func changes(_ edits: [Edit]) -> [TextChange] {
    var changes: [TextChange] = []
    var open: (clause: Int, edits: [Edit])?
    func close() {
      guard let group = open else { return }
      changes.append(change(group.clause, group.edits))
    }
    for edit in EditSliding(signature: signature, text: text.hashes).slid(edits) where !isTolerated(edit) {
      for part in parts(of: edit) {
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

  private static let longestFilling = 16
  private static let longestRepetition = 3

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
    let added = edits.reduce(0) { $0 + $1.text.count }
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
