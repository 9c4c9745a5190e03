import Diagnostics
import MarkupText
import Obligations

/// Reads the licences that a card's badges give to the release: pictures of shields.io, whose addresses hold what they
/// show.
struct LicenseBadges {
  let file: SourceFile
  /// What the release is.
  let kind: ArtefactKind
  let wordings: WordingReader
  /// Whether the card declares a licence elsewhere: a badge that only says "License" is then that of a repository of
  /// code as often as not.
  let isDeclared: Bool

  /// The badges about the release, in the order of the file.
  func claims() -> [LicenseClaim] {
    var claims: [LicenseClaim] = []
    var from = 0
    while let start = file.bytes.firstRange(of: Self.address, from: from) {
      let begin = start + Self.address.count
      let end = file.bytes[begin...].firstIndex { Self.ends.contains($0) } ?? file.bytes.count
      from = end
      let parts = Self.parts(of: file.bytes[begin..<end])
      guard parts.count >= 2, isOfRelease(parts[0]), !Placeholder.isOne(parts[1]) else { continue }
      claims.append(
        LicenseClaim(
          name: parts[1], location: SourceLocation(file, SourceRange(begin, end)), basis: .project))
    }
    return claims
  }

  private func isOfRelease(_ label: String) -> Bool {
    let concepts = wordings.concepts(in: label)
    guard concepts.has(.labelLicense) else { return false }
    if kind == .dataset, concepts.has(.licensedDataset) { return true }
    return !concepts.has(.labelLicenseOther) && (!isDeclared || concepts.has(.licensedModel))
  }

  private static let address = Array("img.shields.io/badge/".utf8)
  private static let ends: Set<UInt8> = Set(" \t\r\n)\"'<>?".utf8)

  /// The label, the message and the colour: hyphens part them, and stand for themselves where they are doubled.
  private static func parts(of path: ArraySlice<UInt8>) -> [String] {
    var parts: [[UInt8]] = [[]]
    var rest = decoded(path)[...]
    while let byte = rest.popFirst() {
      let isDoubled = rest.first == byte && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
      switch byte {
      case _ where isDoubled: parts[parts.count - 1].append(rest.removeFirst())
      case UInt8(ascii: "-"): parts.append([])
      case UInt8(ascii: "_"): parts[parts.count - 1].append(UInt8(ascii: " "))
      default: parts[parts.count - 1].append(byte)
      }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Bytes in which `%20` is a blank.
  private static func decoded(_ path: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = path.startIndex
    while index < path.endIndex {
      let hex = path[index] == UInt8(ascii: "%") ? path[(index + 1)...].prefix(2) : []
      if hex.count == 2, let byte = UInt8(String(decoding: hex, as: UTF8.self), radix: 16) {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(path[index])
        index += 1
      }
    }
    return bytes
  }
}
