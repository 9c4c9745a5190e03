/// Moves edits to where a reader would see them.
///
/// Where a clause is lost that begins with the same words as the next one, a comparison cannot tell
/// whose words are gone; it may say that the end of the one and the beginning of the other are.
struct EditSliding {
  let signature: LicenseSignature
  let text: [UInt16]

  /// The edits, those with one empty side moved to the nearest boundary of clauses that they can reach.
  func slid(_ edits: [Edit]) -> [Edit] {
    var result: [Edit] = []
    for (index, edit) in edits.enumerated() {
      let before = result.last.map { edit.signature.lowerBound - $0.signature.upperBound } ?? edit.signature.lowerBound
      let behind =
        (index + 1 < edits.count ? edits[index + 1].signature.lowerBound : signature.words.count)
        - edit.signature.upperBound
      result.append(slid(edit, before: before, behind: behind))
    }
    return result
  }

  /// The farthest that an edit is moved.
  private static let reach = 32

  private func slid(_ edit: Edit, before: Int, behind: Int) -> Edit {
    guard edit.text.isEmpty || edit.signature.isEmpty, !signature.isBoundary(edit.signature.lowerBound) else {
      return edit
    }
    for distance in 1...Self.reach {
      guard distance <= before, word(edit, -distance) == word(edit, count(edit) - distance) else { break }
      if signature.isBoundary(edit.signature.lowerBound - distance) { return moved(edit, by: -distance) }
    }
    for distance in 1...Self.reach {
      guard distance <= behind, word(edit, distance - 1) == word(edit, count(edit) + distance - 1) else { break }
      if signature.isBoundary(edit.signature.lowerBound + distance) { return moved(edit, by: distance) }
    }
    return edit
  }

  private func count(_ edit: Edit) -> Int { max(edit.text.count, edit.signature.count) }

  /// The word so far behind the beginning of an edit, on the side that has words; nil beyond the ends.
  private func word(_ edit: Edit, _ offset: Int) -> UInt16? {
    let (words, start) =
      edit.text.isEmpty ? (signature.words, edit.signature.lowerBound) : (text, edit.text.lowerBound)
    return words.indices.contains(start + offset) ? words[start + offset] : nil
  }

  private func moved(_ edit: Edit, by distance: Int) -> Edit {
    Edit(
      text: (edit.text.lowerBound + distance)..<(edit.text.upperBound + distance),
      signature: (edit.signature.lowerBound + distance)..<(edit.signature.upperBound + distance))
  }
}
