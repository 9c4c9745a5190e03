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
  private static let ends = ["end of ", "how to use this", "how to use the", "条款结束", "如何将"]
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
    let words = bytes.words(in: range).lowercased()
    if Self.disclaimers.contains(where: words.contains) { region = isBehindClauses ? .appendix : .introduction }
  }

  private static let disclaimers = [
    "not form part of", "is not a party to", "is not a law firm", "not legally binding", "not a legal document",
    "no part of this license", "not part of this license", "not part of the license",
  ]

  /// An attachment is part of the terms unless it says how to use them.
  mutating func note(attachment title: String) {
    region = .terms
    note(title: title)
  }

  /// A numbered clause ends an introduction, but not an appendix, which may count its steps.
  mutating func noteClause() {
    if region == .introduction { region = .terms }
  }
}
