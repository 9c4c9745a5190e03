/// The style in which messages are written: one line, lower case at the start, no full stop at the end.
public enum MessageStyle {
  /// What is wrong with a message; nil where nothing is. Titles keep their own capitals.
  public static func complaint(about message: String, titles: [String] = []) -> String? {
    guard let first = message.first else { return "the message is empty" }
    if message.contains(where: \.isNewline) { return "more than one line: \(message)" }
    if message.last == "." { return "a full stop at the end: \(message)" }
    if first.isUppercase, !titles.contains(where: { !$0.isEmpty && message.hasPrefix($0) }) {
      return "a capital at the start: \(message)"
    }
    return nil
  }
}
