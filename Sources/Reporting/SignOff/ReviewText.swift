import Compliance

/// What has changed since a sign-off, and what that changes, as text.
struct ReviewText {
  let style: TextStyle

  /// Most files, terms and findings of a kind that are named.
  private static let most = 10

  /// The review, with a line break at its end.
  func render(_ review: SignOffReview) -> String {
    let signOff = review.signOff
    let name = signOff.release.isEmpty ? "a release without a name" : signOff.release
    let verdict = review.holds ? style.paint("the sign-off holds", .good) : style.paint("CHANGED", .error)
    var lines = [
      "\(TerminalText.escaped(name)): \(verdict). \(signOff.passed ? "Passed" : "Did not pass"), signed by "
        + "\(TerminalText.escaped(signOff.by)) (\(TerminalText.escaped(signOff.role))) on \(signOff.time.prefix(10))."
    ]
    lines += list("changed since", review.changed)
    lines += list("no longer there", review.missing)
    lines += list("not covered by it", review.added)
    if review.hasOtherKnowledge {
      let date = signOff.knowledgeDate.map { " of \($0)" } ?? ""
      lines.append("the knowledge\(date) is another one now; terms that changed: \(Self.names(review.changedTerms))")
    }
    lines += review.opened.prefix(Self.most).map {
      "\(style.paint("open now", .warning)): \(TerminalText.escaped("\($0.message) [\($0.id)]"))"
    }
    lines += Self.rest(review.opened.count, "open now")
    lines += review.closed.prefix(Self.most).map {
      "no longer open: \(TerminalText.escaped($0.id)) of \(TerminalText.escaped($0.source))"
    }
    lines += Self.rest(review.closed.count, "no longer open")
    return lines.map { "\($0)\n" }.joined()
  }

  private func list(_ label: String, _ files: [String]) -> [String] {
    files.isEmpty ? [] : ["\(files.count) \(files.count == 1 ? "file" : "files") \(label): \(Self.names(files))"]
  }

  private static func names(_ names: [String]) -> String {
    if names.isEmpty { return "none" }
    let shown = names.prefix(most).map { TerminalText.escaped($0) }.joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }

  private static func rest(_ count: Int, _ label: String) -> [String] {
    count > most ? ["\(count - most) more \(label)"] : []
  }
}
