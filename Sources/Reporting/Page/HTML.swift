/// A part of an HTML document. Text gets into it only escaped, whoever wrote it; names of tags and attributes, styles and
/// scripts only from this program's own source.
struct HTML: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// The markup.
  let markup: String

  private init(markup: String) { self.markup = markup }

  /// Text, what stands in it as markup included.
  init(_ text: String) { self.markup = XMLText.escaped(text) }

  init(stringLiteral text: String) { self.init(text) }

  /// An element; attributes without a value are left out.
  init(_ tag: StaticString, _ attributes: [(StaticString, String?)] = [], _ children: [HTML]) {
    let list = attributes.map { name, value in value.map { " \(name)=\"\(XMLText.escaped($0))\"" } ?? "" }.joined()
    self.markup = "<\(tag)\(list)>\(children.map(\.markup).joined())</\(tag)>"
  }

  /// An element with one part.
  init(_ tag: StaticString, _ attributes: [(StaticString, String?)] = [], _ child: HTML) {
    self.init(tag, attributes, [child])
  }

  /// An element that has no end.
  init(void tag: StaticString, _ attributes: [(StaticString, String?)]) {
    let list = attributes.map { name, value in value.map { " \(name)=\"\(XMLText.escaped($0))\"" } ?? "" }.joined()
    self.markup = "<\(tag)\(list)>"
  }

  /// Parts one behind the other.
  init(_ parts: [HTML]) { self.markup = parts.map(\.markup).joined(separator: "\n") }

  /// A style or script of this program's own, which is not escaped.
  init(own tag: StaticString, _ source: OwnSource) { self.markup = "<\(tag)>\(source.text)</\(tag)>" }

  /// A message, what stands in backticks as code.
  static func message(_ text: String) -> HTML {
    HTML(inline: CodeSpans.parts(of: text).map { $0.isCode ? HTML("code", [], HTML($0.text)) : HTML($0.text) })
  }

  /// Parts without a space between them.
  init(inline parts: [HTML]) { self.markup = parts.map(\.markup).joined() }
}
