/// A block of Markdown as its lines show it, with its inline markup still on.
struct MarkdownPiece {
  let kind: Kind
  /// The lines that it is made of, without marks and white space around them; the cells, for a row.
  let lines: [Range<Int>]
  /// Columns that it is set in: those before its marker, for an item.
  let indent: Int
  /// Whether it stands in a block quote.
  let isQuoted: Bool

  enum Kind: Equatable {
    case heading(level: Int)
    case paragraph
    /// A list item; the number that begins it, `4.`, is kept apart from its lines.
    case item(number: Range<Int>?)
    /// A row of a table; the first one holds the header.
    case row(isHeader: Bool)
    /// Fenced code; its lines are whole.
    case code
    /// A line across the page.
    case rule
  }
}
