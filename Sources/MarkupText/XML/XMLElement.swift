import Diagnostics

/// An element of an XML document that remembers where it was written.
public struct XMLElement: Sendable {
  /// Its name without a prefix.
  public let name: String
  /// The address of its namespace; nil where it has none.
  public let namespace: String?
  /// In file order, without the declarations of namespaces.
  public let attributes: [Attribute]
  /// The elements in it, in file order.
  public let children: [XMLElement]
  /// Its text without white space around it, references decoded; empty where it holds elements.
  public let text: String
  /// The bytes of `text` in the file; an empty range behind the start tag where there is none.
  public let textRange: SourceRange
  /// Its bytes in the file, from the start tag to the end tag.
  public let range: SourceRange

  /// A name with its value.
  public struct Attribute: Sendable {
    /// Without a prefix.
    public let name: String
    /// With references decoded.
    public let value: String
    /// The bytes of the value in the file, without its quotation marks.
    public let range: SourceRange
  }
}
