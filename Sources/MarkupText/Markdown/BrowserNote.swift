/// What pages say behind their links to those who cannot see them: `(opens in a new window)`.
enum BrowserNote {
  private static let notes: [StaticString] = ["(opens in a new window)", "(opens in a new tab)", "(opens in new tab)"]

  /// Where the words of a link end that `end` closes: before the note.
  static func start(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    guard end > 0, bytes[end - 1] == UInt8(ascii: ")") else { return end }
    for note in notes where bytes.startsIgnoringCase(with: note, at: end - note.utf8CodeUnitCount) {
      return end - note.utf8CodeUnitCount
    }
    return end
  }

  /// Where the text goes on behind a link that ends at `start`: behind the note.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int) -> Int {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return start }
    for note in notes where bytes.startsIgnoringCase(with: note, at: start) && start + note.utf8CodeUnitCount <= end {
      return start + note.utf8CodeUnitCount
    }
    return start
  }
}
