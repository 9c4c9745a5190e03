import Diagnostics

extension SourceFile {
  /// The text of a 1-based line; nil past the end.
  public func line(_ number: Int) -> String? {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return number >= 1 && number <= lines.count ? String(lines[number - 1]) : nil
  }
}
