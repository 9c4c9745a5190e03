/// How a browser counts the items of a list.
struct ListNumbering {
  private let style: Style
  private var next: Int
  private let step: Int

  private enum Style {
    case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman
    /// Bullets, or nothing.
    case unnumbered
  }

  /// Reads the attributes of a list of so many items.
  init(_ list: MarkupTree.Node, items: Int) {
    let isOrdered = list.name == "ol"
    let isReversed = list.attributes["reversed"] != nil
    self.style =
      Self.style(list.style("list-style-type") ?? list.style("list-style"))
      ?? (isOrdered ? Self.style(type: list.attributes["type"]) : .unnumbered)
    self.next = list.attributes["start"].flatMap { Int($0) } ?? (isReversed ? items : 1)
    self.step = isReversed ? -1 : 1
  }

  /// The number of the next item, `2.`; nil where the list has none.
  mutating func number(of item: MarkupTree.Node) -> String? {
    if let value = item.attributes["value"].flatMap({ Int($0) }) { next = value }
    let value = next
    next &+= step
    let style =
      Self.style(item.style("list-style-type") ?? item.style("list-style"))
      ?? item.attributes["type"].map { Self.style(type: $0) } ?? style
    switch style {
    case .unnumbered: return nil
    case .decimal: return "\(value)."
    case .lowerLetter: return "\(Self.letters(value))."
    case .upperLetter: return "\(Self.letters(value).uppercased())."
    case .lowerRoman: return "\(Self.roman(value))."
    case .upperRoman: return "\(Self.roman(value).uppercased())."
    }
  }

  private static func style(_ word: String?) -> Style? {
    switch word {
    case "decimal", "decimal-leading-zero": .decimal
    case "lower-alpha", "lower-latin": .lowerLetter
    case "upper-alpha", "upper-latin": .upperLetter
    case "lower-roman": .lowerRoman
    case "upper-roman": .upperRoman
    case "none", "disc", "circle", "square": .unnumbered
    default: nil
    }
  }

  private static func style(type: String?) -> Style {
    switch type {
    case "a": .lowerLetter
    case "A": .upperLetter
    case "i": .lowerRoman
    case "I": .upperRoman
    default: .decimal
    }
  }

  /// `a` to `z`, then `aa`; other numbers stay as they are.
  private static func letters(_ value: Int) -> String {
    guard value > 0 else { return "\(value)" }
    var rest = value
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(0x61 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func roman(_ value: Int) -> String {
    guard (1..<4_000).contains(value) else { return "\(value)" }
    var rest = value
    var roman = ""
    for (worth, numeral) in romans {
      while rest >= worth {
        roman += numeral
        rest -= worth
      }
    }
    return roman
  }

  private static let romans = [
    (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}
