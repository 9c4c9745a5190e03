import Diagnostics

/// A pattern over ids in which `*` stands for any run of characters; case does not matter.
public struct Glob: Sendable, Hashable {
  /// The pattern as written.
  public let pattern: String
  private let pieces: [[UInt8]]

  /// Compiles a pattern.
  public init(_ pattern: String) {
    self.pattern = pattern
    self.pieces = pattern.lowercased().utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map { Array($0) }
  }

  /// Whether all of `text` matches. Linear in the text for each piece of the pattern.
  public func matches(_ text: String) -> Bool { matches(folded: Array(text.lowercased().utf8)) }

  /// Whether all of a text in lower case matches.
  public func matches(folded bytes: [UInt8]) -> Bool {
    guard pieces.count > 1 else { return bytes == pieces[0] }
    guard bytes.starts(with: pieces[0]) else { return false }
    var position = pieces[0].count
    for piece in pieces[1..<(pieces.count - 1)] {
      guard let found = bytes.firstRange(of: piece, from: position) else { return false }
      position = found + piece.count
    }
    let tail = pieces[pieces.count - 1]
    return bytes.count - position >= tail.count && bytes.suffix(tail.count).elementsEqual(tail)
  }

  /// The pattern without its open end: `meta-llama/Llama-3.1-*` → `meta-llama/Llama-3.1`.
  public var familyName: String {
    var name = pattern.prefix { $0 != "*" }
    while let last = name.last, last == "-" || last == "." || last == "_" { name.removeLast() }
    return String(name)
  }
}
