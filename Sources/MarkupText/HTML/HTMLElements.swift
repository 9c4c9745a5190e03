/// What the elements of HTML are, for those who read a page aloud.
enum HTMLElements {
  /// Elements that begin and end a line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
  ]

  /// Elements that a browser doesn't show as text.
  static let unread: Set<String> = [
    "script", "style", "template", "noscript", "head", "svg", "iframe", "object", "canvas", "audio", "video", "math",
  ]

  /// Controls, whose words are not the page's.
  static let controls: Set<String> = ["button", "select", "option", "textarea", "dialog", "input", "datalist"]

  /// Elements that lead to other pages or stand on all of a site's pages.
  static let chrome: Set<String> = ["nav", "footer"]

  /// The same, said by a role.
  static let chromeRoles: Set<String> = [
    "navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "button", "tooltip", "alert",
    "tablist",
  ]

  /// Words in an element's id or classes that say the same.
  static let chromeWords = [
    "cookie", "consent", "breadcrumb", "navbar", "sidebar", "footer", "skip-link", "skip-to", "newsletter",
    "table-of-contents", "share-", "social-",
  ]

  /// Classes of text that only programs read out.
  static let hiddenClasses: Set<String> = [
    "sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "screenreader-only",
  ]

  /// The level of a heading.
  static func headingLevel(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.hasPrefix("h"), let level = name.utf8.last.map({ Int($0) - 0x30 }),
      (1...6).contains(level)
    else { return nil }
    return level
  }
}

extension MarkupTree.Node {
  /// Whether an element is not to be seen.
  var isHidden: Bool {
    guard !attributes.isEmpty else { return false }
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    if let style = attributes["style"].map({ $0.filter { $0 != " " }.lowercased() }),
      style.contains("display:none") || style.contains("visibility:hidden")
    {
      return true
    }
    return classes.contains { HTMLElements.hiddenClasses.contains(String($0)) }
  }

  /// Whether its name, its role or its classes say that an element stands around the text.
  var isChrome: Bool {
    guard let name else { return false }
    if HTMLElements.chrome.contains(name) { return true }
    guard !attributes.isEmpty else { return false }
    if let role = attributes["role"], HTMLElements.chromeRoles.contains(role) { return true }
    let words = ((attributes["id"] ?? "") + " " + (attributes["class"] ?? "")).lowercased()
    return HTMLElements.chromeWords.contains { words.contains($0) }
  }

  /// The classes of an element.
  var classes: [Substring] { attributes["class"]?.split(whereSeparator: \.isWhitespace) ?? [] }

  /// The value of a property in its `style`.
  func style(_ property: String) -> String? {
    guard let style = attributes["style"] else { return nil }
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == property else { continue }
      return parts[1].lowercased().split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
    return nil
  }
}
