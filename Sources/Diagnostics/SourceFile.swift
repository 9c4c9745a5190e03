import Synchronization

/// The bytes of a file with the name under which messages show it. Immutable, so it is shared freely.
public final class SourceFile: Sendable {
  /// The path as the user wrote it, or relative to the project; never made absolute.
  public let path: String
  /// The folder of the project, as the user wrote it; nil for what doesn't lie in one.
  public let folder: String?
  /// The file as read, byte for byte.
  public let bytes: [UInt8]
  /// Found when a position is first asked for: most files are read without.
  private let foundIndex = Mutex<LineIndex?>(nil)

  /// Keeps `bytes` under the name `path`, which lies below `folder`.
  public init(path: String, bytes: [UInt8], in folder: String? = nil) {
    self.path = path
    self.folder = folder
    self.bytes = bytes
  }

  private var index: LineIndex {
    foundIndex.withLock { found in
      if let found { return found }
      let index = LineIndex(bytes)
      found = index
      return index
    }
  }

  /// Keeps the UTF-8 of `text`; for text that does not come from a file, and for tests.
  public convenience init(path: String, text: String, in folder: String? = nil) {
    self.init(path: path, bytes: Array(text.utf8), in: folder)
  }

  /// The path from where the program was started, so that editors find the file.
  public var shownPath: String {
    guard let folder, folder != ".", !path.isEmpty else { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// The whole file.
  public var range: SourceRange { SourceRange(0, bytes.count) }

  /// Line and column of a byte offset; offsets behind the end count as the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(offset, bytes.count)
    let index = index
    let line = index.line(of: offset)
    let column = index.codePoints(before: offset, in: bytes) - index.codePoints(before: index.starts[line], in: bytes)
    return SourcePosition(line: line + 1, column: column + 1, offset: offset)
  }

  /// The text of a range; damaged UTF-8 is repaired.
  public func text(in range: SourceRange) -> String {
    String(decoding: bytes[range.lowerBound..<min(range.upperBound, bytes.count)], as: UTF8.self)
  }
}

/// A place as people and editors name it.
public struct SourcePosition: Sendable, Hashable {
  /// 1-based line.
  public let line: Int
  /// 1-based column in Unicode code points.
  public let column: Int
  /// UTF-8 byte offset into the file as read.
  public let offset: Int
}
