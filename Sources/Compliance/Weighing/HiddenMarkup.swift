/// Parts of HTML, alone or within Markdown, that are hidden or set small.
enum HiddenMarkup {
  /// The bytes between the tags of such elements; one that is never closed hides the rest, unless it only marks words.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      index = close + 1
      let tag = String(decoding: bytes[(open + 1)..<close], as: UTF8.self).lowercased()
      let name = tag.prefix { $0.isLetter || $0.isNumber }
      guard !name.isEmpty, hides(tag, name) else { continue }
      let ending = Array("</\(name)".utf8)
      guard let end = bytes.firstRange(ofFolded: ending, from: index) ?? (marks.contains(name) ? nil : bytes.count)
      else { continue }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }

  /// Whether a place lies in one of these ranges, which stand in order.
  static func isHidden(_ place: Int, by ranges: [Range<Int>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place)
  }

  private static func hides(_ tag: String, _ name: Substring) -> Bool {
    if aside.contains(name) { return true }
    let plain = tag.replacing(" ", with: "")
    return tag.split(separator: " ").dropFirst().contains { $0 == "hidden" || $0.hasPrefix("hidden=") }
      || styles.contains { plain.contains($0) }
      || (name == "font" && (plain.contains("size=\"1\"") || plain.contains("size=1"))) || isTiny(plain)
  }

  /// Elements that people do not see, see small, struck out, or as code.
  private static let aside: Set<Substring> = [
    "sub", "sup", "small", "template", "noscript", "script", "style", "title", "code", "pre", "kbd", "samp", "del",
    "strike",
  ]
  private static let marks: Set<Substring> = ["code", "pre", "kbd", "samp", "del", "strike"]
  private static let styles = [
    "display:none", "visibility:hidden", "opacity:0;", "opacity:0\"", "\"color:white", ";color:white", "\"color:#fff",
    ";color:#fff", "color:transparent", "line-through",
  ]

  /// Whether a tag without blanks sets a size that nobody can read.
  private static func isTiny(_ tag: String) -> Bool {
    guard let style = tag.firstRange(of: "font-size:") else { return false }
    let size = tag[style.upperBound...]
    let digits = size.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits) else { return false }
    let unit = size[digits.endIndex...].prefix { $0.isLetter || $0 == "%" }
    switch unit {
    case "px", "pt": return number < 6
    case "em", "rem": return number < 0.5
    case "%": return number < 50
    default: return number == 0
    }
  }
}

extension [UInt8] {
  /// Where `needle`, in lower case, begins from `start` on, whatever the case.
  fileprivate func firstRange(ofFolded needle: [UInt8], from start: Int) -> Int? {
    guard needle.count <= count - start else { return nil }
    return (start...(count - needle.count)).first { offset in
      needle.indices.allSatisfy { self[offset + $0] | 0x20 == needle[$0] | 0x20 }
    }
  }
}
