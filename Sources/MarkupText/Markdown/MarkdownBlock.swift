import Diagnostics

/// A paragraph, heading, list item, table row or code block of a Markdown document, as plain text.
public struct MarkdownBlock: Sendable {
  public let kind: Kind
  /// Its text without markup.
  public let text: MappedText
  /// Links and images, in the order of the text.
  public let links: [Link]
  /// For a table row: the cells' ranges in `text`.
  public let cells: [Range<Int>]
  /// For a table row: the texts of its table's header cells.
  public let header: [String]
  /// The headings that it stands under, outermost first.
  public let headings: [String]

  public enum Kind: Sendable, Equatable {
    case heading(level: Int)
    case paragraph
    case listItem
    case tableRow
    case code
  }

  /// A link or an image.
  public struct Link: Sendable {
    /// Where it leads.
    public let destination: String
    /// Its words' range in the block's text (the alternative text, for an image).
    public let range: Range<Int>
    public let isImage: Bool
  }
}
