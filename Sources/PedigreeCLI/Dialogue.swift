import PedigreeKit

/// Asks for open facts on standard error, so that standard output has the answer alone, and reads a line for each from
/// standard input: a terminal or a pipe.
struct Dialogue {
  let text: InterviewText

  /// Asks until nothing is left to ask, or the input ends.
  func run(_ interview: inout Interview) {
    asking: while let question = interview.question {
      Output.writeError(text.question(question))
      switch reply(to: question) {
      case .outcome(let outcome): interview.answer(question, with: outcome)
      case .notKnown: interview.skip(question)
      case .end:
        Output.writeError("\n")
        break asking
      }
    }
    Output.writeError(text.ending(interview))
  }

  private enum Reply {
    case outcome(OpenFact.Outcome)
    case notKnown
    case end
  }

  private func reply(to question: OpenFact) -> Reply {
    while true {
      Output.writeError("1 to \(question.outcomes.count), or Enter if you don't know: ")
      guard let line = StandardInput.line() else { return .end }
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if words.isEmpty || words == "?" { return .notKnown }
      if let outcome = Self.outcome(words.lowercased(), of: question) { return .outcome(outcome) }
      Output.writeError("`\(TerminalText.escaped(words))` is none of them\n")
    }
  }

  /// The outcome that somebody means by its number, its value, or how that begins.
  private static func outcome(_ words: String, of question: OpenFact) -> OpenFact.Outcome? {
    if let number = Int(words) {
      return question.outcomes.indices.contains(number - 1) ? question.outcomes[number - 1] : nil
    }
    let meant = question.outcomes.filter { $0.value.lowercased().hasPrefix(words) }
    return question.outcomes.first { $0.value.lowercased() == words } ?? (meant.count == 1 ? meant[0] : nil)
  }
}
