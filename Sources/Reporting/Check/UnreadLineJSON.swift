/// A line of `batch` where a card could not be checked: which one, and why.
public struct UnreadLineJSON: Encodable, Sendable {
  /// The file as the user named it; nil for standard input.
  private let file: String?
  private let line: Int
  private let column: Int?
  private let release: String?
  private let error: String

  /// A line of a file, counted from 1, with the repository id where it has one.
  public init(file: String?, line: Int, column: Int?, release: String?, error: String) {
    self.file = file
    self.line = line
    self.column = column
    self.release = release
    self.error = error
  }

  /// The JSON text, with sorted keys and a line break at its end.
  public func render() throws -> String { try JSONText.line(self) }
}
