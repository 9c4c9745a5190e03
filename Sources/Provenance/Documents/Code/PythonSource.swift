import Diagnostics

/// The tokens of a Python program, and which brackets belong together.
struct PythonSource {
  let tokens: [PythonToken]
  /// For each opening bracket the index of its closing one, or of the end.
  let closing: [Int: Int]
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
    self.tokens = PythonTokenizer(file.bytes).tokens
    self.closing = Self.brackets(of: tokens)
  }

  private static func brackets(of tokens: [PythonToken]) -> [Int: Int] {
    var closing: [Int: Int] = [:]
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      guard case .sign(let byte) = token.kind else { continue }
      if "([{".utf8.contains(byte) { open.append(index) }
      if ")]}".utf8.contains(byte), let start = open.popLast() { closing[start] = index }
    }
    for start in open { closing[start] = tokens.count }
    return closing
  }

  /// Whether the token at an index, if there is one, is a certain sign.
  func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .sign(UInt8(ascii: sign))
  }

  func text(of token: PythonToken) -> String { text(in: token.range) }

  func text(in bytes: Range<Int>) -> String { String(decoding: file.bytes[bytes], as: UTF8.self) }

  /// The stretches between the commas of a range, those in brackets aside.
  func parts(in range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if isSign(index, ",") {
        parts.append(start..<index)
        start = index + 1
      }
      index = (closing[index] ?? index) + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The index of what ends a stretch of a statement: its line, or the token for which `ends`.
  func end(of start: Int, most: Int, where ends: (Int) -> Bool) -> Int {
    var index = start
    var length = 0
    while index < tokens.count, tokens[index].kind != .newline, !ends(index), length < most {
      index = (closing[index] ?? index) + 1
      length += 1
    }
    return index
  }
}
