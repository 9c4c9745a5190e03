import Diagnostics

extension YAMLNode {
  /// The parts of a text that lists several things between `separator`s, without blanks, each with its own place.
  ///
  /// A list gives the parts of all its texts. Where escapes or folds shift the text, the whole scalar is the place.
  public func parts(at separator: UInt8) -> [YAMLNode] { oneOrMany.flatMap { $0.partsOfScalar(at: separator) } }

  private func partsOfScalar(at separator: UInt8) -> [YAMLNode] {
    guard case .scalar(let text, let style) = content, text.utf8.contains(separator) else { return [self] }
    let bytes = Array(text.utf8)
    let start = range.lowerBound + (style == .singleQuoted || style == .doubleQuoted ? 1 : 0)
    let isVerbatim =
      start + bytes.count <= file.bytes.count
      && file.bytes[start..<(start + bytes.count)].elementsEqual(bytes)
    return bytes.split(separator: separator).compactMap { part -> YAMLNode? in
      var part = part
      while let first = part.first, first <= 0x20 { part.removeFirst() }
      while let last = part.last, last <= 0x20 { part.removeLast() }
      guard !part.isEmpty else { return nil }
      let place = SourceRange(start + part.startIndex, start + part.endIndex)
      return YAMLNode(
        .scalar(String(decoding: part, as: UTF8.self), style: style), file: file,
        range: isVerbatim ? place : range)
    }
  }
}
