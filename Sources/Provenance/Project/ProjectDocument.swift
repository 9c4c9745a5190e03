import Diagnostics
import MarkupText

/// A text of the release that shows things to people.
public struct ProjectDocument: Sendable {
  public let file: SourceFile
  /// What is read of it.
  public let content: Content
  /// What its name says that it is.
  public let role: DocumentRole

  public enum Content: Sendable {
    case markdown(Markdown)
    case html(HTMLText)
    case plain
  }

  init(file: SourceFile, content: Content) {
    self.file = file
    self.content = content
    self.role = DocumentRole(path: file.path)
  }

  /// A text in the format that its name tells.
  public init(reading file: SourceFile) {
    let name = file.path.lowercased()
    let content: Content =
      if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
        .markdown(Markdown(reading: file))
      } else if name.hasSuffix(".html") || name.hasSuffix(".htm") {
        .html(HTMLText(reading: file))
      } else {
        .plain
      }
    self.init(file: file, content: content)
  }

  /// Whether it is a licence or a use policy by its name.
  public var isLicense: Bool { [.license, .otherLicense, .policy].contains(role) }

  /// Whether it is read by what takes UTF-16, rather than by its bytes alone; only with a mark at its start.
  var isReadInUTF16: Bool {
    isLicense && (file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]))
  }

  /// Whether it is a notice file by its name.
  public var isNotice: Bool { role == .notice }
}
