import Diagnostics

/// A text in which `«` and `»` mark the ranges that a test speaks about, so that nobody counts columns.
public struct MarkedText: Sendable {
  /// The text without the marks, as a file.
  public let file: SourceFile
  /// What stood between the marks, in the order of the text.
  public let ranges: [SourceRange]

  /// Takes the marks off `text`.
  public init(_ text: String, path: String = "sample") {
    var bytes: [UInt8] = []
    var ranges: [SourceRange] = []
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": start = bytes.count
      case "»": ranges.append(SourceRange(start, bytes.count))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    self.file = SourceFile(path: path, bytes: bytes)
    self.ranges = ranges
  }

  /// The marked places, `line:column-line:column`.
  public var places: [String] { ranges.map { SourceLocation(file, $0).place } }
}
