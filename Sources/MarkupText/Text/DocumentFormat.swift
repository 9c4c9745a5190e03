import Diagnostics

/// What a licence's text is written in.
enum DocumentFormat {
  case plain
  case markdown
  case html
  case spdx

  /// Tells by the file's name, and by what it holds: a LICENSE file has no extension, and pages stand in `.txt` files.
  init(of bytes: UnsafeBufferPointer<UInt8>, named path: String) {
    let name = path.utf8.suffix(10).map { $0.lowercased }
    func isNamed(_ endings: [String]) -> Bool { endings.contains { name.ends(with: $0.utf8) } }
    if MarkupSigns.isSPDX(bytes) {
      self = .spdx
    } else if MarkupSigns.isPage(bytes, isNamed: isNamed([".html", ".htm", ".xhtml"])) {
      self = .html
    } else {
      let isMarkdown = isNamed([".md", ".markdown", ".mdx", ".rmd"])
      self = MarkdownSigns(bytes).outweigh(isNamed: isMarkdown) ? .markdown : .plain
    }
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// Whether the bytes end with `suffix`.
  fileprivate func ends(with suffix: some BidirectionalCollection<UInt8>) -> Bool {
    reversed().starts(with: suffix.reversed())
  }
}
