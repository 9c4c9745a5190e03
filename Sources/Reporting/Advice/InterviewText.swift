import Compliance

/// The questions of an interview as text.
public struct InterviewText {
  private let style: TextStyle

  public init(style: TextStyle) { self.style = style }

  /// A question with a numbered line for each answer and what that leads to.
  public func question(_ question: OpenFact) -> String {
    let width = question.outcomes.map(\.value.count).max() ?? 0
    let choices = question.outcomes.enumerated().map { index, outcome in
      let value = outcome.value + String(repeating: " ", count: width - outcome.value.count)
      return "  \(index + 1)  \(TerminalText.escaped(value))  -> \(outcome.answer.words)\n"
    }
    return style.paint(TerminalText.escaped(question.question), .strong) + "\n" + choices.joined()
  }

  /// How to ask without questions; empty where nothing was answered that counts.
  public func ending(_ interview: Interview) -> String {
    let options = interview.options
    guard !options.isEmpty else { return "" }
    return style.paint(TerminalText.escaped("to ask the same at once, add: \(options.joined(separator: " "))"), .faint)
      + "\n\n"
  }
}
