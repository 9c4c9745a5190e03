/// Tells the terms of a text from what stands around them.
struct TextRegions {
  private enum Region {
    case introduction, terms, appendix
  }

  private var region = Region.terms

  /// Whether what is read now belongs to the terms.
  var isOperative: Bool { region == .terms }

  private static let introductions = [
    "table of contents", "contents", "considerations for", "changelog", "change log", "revision history",
  ]
  private static let ends = [
    "end of ", "how to use this", "how to use the", "条款结束", "條款結束", "如何将", "如何將",
  ]
  private static let terms = ["policy", "restrictions", "license", "licence", "agreement", "terms", "许可", "协议", "条款"]

  /// A title: behind some the terms end, behind others they go on.
  mutating func note(title: String) {
    let title = title.lowercased()
    if Self.ends.contains(where: title.hasPrefix) || title.contains("how to apply") {
      region = .appendix
    } else if Self.introductions.contains(where: title.hasPrefix) {
      region = .introduction
    } else if Self.terms.contains(where: title.contains) || region == .introduction {
      region = .terms
    }
  }

  /// A passage without a number: some say of themselves that they are no terms, and so are those that follow.
  mutating func note(passage bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isBehindClauses: Bool) {
    if Self.disclaims(bytes, range) { region = isBehindClauses ? .appendix : .introduction }
  }

  /// Whether one of the disclaimers stands somewhere: each of them says no, and that is looked for first.
  private static func disclaims(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.dropLast().contains { index in
      bytes[index] | 0x20 == UInt8(ascii: "n") && bytes[index + 1] | 0x20 == UInt8(ascii: "o")
        && disclaimers.contains { words in
          let start = index - words.before
          guard start >= range.lowerBound, start + words.bytes.count <= range.upperBound else { return false }
          return words.bytes.indices.allSatisfy { bytes[start + $0] | 0x20 == words.bytes[$0] }
        }
    }
  }

  /// Disclaimers with the bytes before their `no`; only letters and blanks, so that one bit folds their case.
  private static let disclaimers: [(before: Int, bytes: [UInt8])] = [
    (0, "not form part of"), (3, "is not a party to"), (3, "is not a law firm"), (0, "not legally binding"),
    (0, "not a legal document"), (0, "no part of this license"), (0, "not part of this license"),
    (0, "not part of the license"),
  ].map { ($0, Array($1.utf8)) }

  /// An attachment is part of the terms unless it says how to use them.
  mutating func note(attachment title: String) {
    region = .terms
    note(title: title)
  }

  /// Titles with which a text in another language begins anew behind an appendix.
  private static let beginnings = ["definition", "grant of", "license grant", "定义", "定義", "许可", "許可"]

  /// A numbered clause ends an introduction; an appendix, which may count its steps, only with a title of terms.
  mutating func noteClause(title: String) {
    let title = title.lowercased()
    if region == .introduction || Self.beginnings.contains(where: title.contains) { region = .terms }
  }
}
