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
    // All harmful characters beyond ASCII begin with one of four bytes.
    let mayHarm: (UInt8) -> Bool = { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }
    guard json.utf8.contains(where: mayHarm) else { return json }
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if scalar != "\n", isHarmful(scalar) {
        let digits = String(scalar.value, radix: 16)
        result.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
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
