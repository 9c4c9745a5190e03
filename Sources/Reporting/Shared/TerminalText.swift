/// Makes text from files safe to show: what could steer a terminal or turn a line around is spelled out.
public enum TerminalText {
  /// `text` with control characters, line breaks and direction marks as `\u{…}`.
  public static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        result.append(" ")
      } else if isHarmful(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Several lines, each made safe to show.
  public static func escapedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "\n")
  }

  /// JSON in which the same characters stand as `\uXXXX`: it means the same, and may be shown.
  static func escapedJSON(_ json: String) -> String {
    var json = json
    return json.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var start = 0
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        // All harmful characters beyond ASCII begin with one of five bytes.
        guard (lead < 0x20 && lead != 0x0A) || lead == 0x7F || isLead(lead) else {
          index += 1
          continue
        }
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let mask: UInt32 = length == 1 ? 0x7F : length == 4 ? 0x07 : 0x1F
        let scalar = bytes[(index + 1)..<(index + length)].reduce(UInt32(lead) & mask) { $0 << 6 | UInt32($1 & 0x3F) }
        if let harmful = Unicode.Scalar(scalar), isHarmful(harmful) {
          result += bytes[start..<index]
          for unit in UTF16.encode(harmful)! {
            let digits = String(unit, radix: 16)
            result += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
          }
          start = index + length
        }
        index += length
      }
      guard start > 0 else { return String(decoding: bytes, as: UTF8.self) }
      result += bytes[start...]
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// Whether it is the first byte of one beyond ASCII.
  private static func isLead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// Controls, marks of direction and width that nobody sees, tags, and what is no character at all.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

/// Whether and how words are coloured.
public struct TextStyle: Sendable {
  private let isColoured: Bool

  /// A style that colours, or one that leaves text as it is.
  public init(coloured: Bool) {
    self.isColoured = coloured
  }

  enum Role: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case good = "1;32"
    case strong = "1"
    case faint = "2"
  }

  func paint(_ text: String, _ role: Role) -> String {
    isColoured ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
