/// A label and what it says, on a badge of shields.io: `…/badge/Code%20License-MIT-green.svg`.
struct Badge {
  let label: String
  let message: String

  /// Reads the address of a badge's picture; nil for other pictures.
  init?(_ address: String) {
    guard address.utf8.count <= 512, let mark = address.firstRange(of: "img.shields.io/badge/") else { return nil }
    let path = address[mark.upperBound...].prefix { $0 != "?" && $0 != "#" && $0 != "/" }
    // Two dashes are one, and one parts label, message and colour.
    let parts = path.replacing("--", with: "\u{0}").split(separator: "-", omittingEmptySubsequences: false)
      .map { Self.text(String($0)) }
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    (label, message) = (parts[0], parts[1])
  }

  private static func text(_ part: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(part.replacing("__", with: "\u{1}").utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count > 1, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          continue
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      case UInt8(ascii: "_"): bytes.append(UInt8(ascii: " "))
      case 0: bytes.append(UInt8(ascii: "-"))
      case 1: bytes.append(UInt8(ascii: "_"))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }
}
