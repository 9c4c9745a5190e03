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
        // All harmful characters beyond ASCII begin with one of three bytes.
        guard (lead < 0x20 && lead != 0x0A) || lead == 0x7F || lead == 0xC2 || lead == 0xE2 || lead == 0xEF else {
          index += 1
          continue
        }
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
        let scalar = bytes[(index + 1)..<(index + length)].reduce(UInt32(lead) & (length == 1 ? 0x7F : 0x1F)) {
          $0 << 6 | UInt32($1 & 0x3F)
        }
        if Unicode.Scalar(scalar).map(isHarmful) ?? false {
          result += bytes[start..<index]
          let digits = String(scalar, radix: 16)
          result += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
          start = index + length
        }
        index += length
      }
      guard start > 0 else { return String(decoding: bytes, as: UTF8.self) }
      result += bytes[start...]
      return String(decoding: result, as: UTF8.self)
    }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
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
