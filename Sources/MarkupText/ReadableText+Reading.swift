import Diagnostics

extension ReadableText {
  /// Reads a document of any of the formats that licences come in.
  public static func read(_ file: SourceFile) -> ReadableText {
    PlainText.read(file)
  }
}
