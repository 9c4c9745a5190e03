import PedigreeKit

/// Recognises a text as it is and with other white space, which no reader of it sees.
enum Spacing {
  static func complaint(about bytes: [UInt8]) -> String? {
    let answer = answer(bytes)
    // What is no text has no white space either.
    guard bytes.allSatisfy({ $0 == UInt8(ascii: "\n") || (0x20..<0x7F).contains($0) }) else { return nil }
    for (what, changed) in [("wider spaces", widened(bytes)), ("other line ends", carried(bytes))] {
      let other = self.answer(changed)
      if other != answer { return "with \(what), `\(answer)` becomes `\(other)`" }
    }
    return nil
  }

  /// What was recognised, without places.
  private static func answer(_ bytes: [UInt8]) -> String {
    let found = FuzzTarget.library.identify(ReadableText.read(SourceFile(path: "LICENSE", bytes: bytes)))
    return "\(found.kind.rawValue) \(found.matches.map { $0.isAltered ? "\($0.id), altered" : $0.id })"
  }

  /// A space more between two words of a line.
  private static func widened(_ bytes: [UInt8]) -> [UInt8] {
    bytes.indices.flatMap { index -> [UInt8] in
      let isBetween =
        bytes[index] == UInt8(ascii: " ") && index > 0 && index + 1 < bytes.count && isLetter(bytes[index - 1])
        && isLetter(bytes[index + 1])
      return isBetween ? [bytes[index], bytes[index]] : [bytes[index]]
    }
  }

  private static func carried(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
