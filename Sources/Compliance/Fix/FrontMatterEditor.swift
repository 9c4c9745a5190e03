import Diagnostics
import MarkupText
import YAMLSource

/// Changes fields of a card's front matter. Everything else stays byte for byte: order, comments, line ends, marks.
///
/// A change that would touch anything else, or that would not be read back as what was meant, is not made.
struct FrontMatterEditor {
  private(set) var file: SourceFile

  /// A field of the front matter; nil where there is none, or no front matter.
  func field(_ key: String) -> YAMLNode? { Self.root(of: file)?[key] }

  /// Puts a field into the front matter, in the place of the single value that it has now; false where that can't be
  /// done.
  mutating func set(_ key: String, to value: String) -> Bool {
    guard FrontMatter(in: file) != nil else { return add("\(key): \(Self.scalar(value))", key, value) }
    guard let root = Self.root(of: file) else { return false }
    guard let node = root[key] else { return append("\(key): \(Self.scalar(value))", to: root, key, value) }
    return replace(node, of: key, in: root, by: Self.scalar(value)) { $0.text == value }
  }

  /// Adds a value to a field that takes one or several; false where that can't be done.
  mutating func add(_ value: String, to key: String) -> Bool {
    guard let root = Self.root(of: file), let node = root[key], !node.isNull, node.items?.isEmpty != true else {
      return set(key, to: value)
    }
    guard let edit = ListEdit(adding: Self.scalar(value), to: node) else { return false }
    return apply(edit.range, edit.text) { new in
      new[key]?.oneOrMany.compactMap(\.text) == node.oneOrMany.compactMap(\.text) + [value]
        && Self.others(of: root, but: key) == Self.others(of: new, but: key)
    }
  }

  // MARK: Edits

  private mutating func replace(
    _ node: YAMLNode, of key: String, in root: YAMLNode, by text: String, _ isMeant: (YAMLNode) -> Bool
  ) -> Bool {
    let isEmpty = node.isNull || node.items?.isEmpty == true
    guard isEmpty || node.isOnOneLine, let name = root.entries?.first(where: { $0.key.text == key })?.key else {
      return false
    }
    // An empty value has no place of its own: it goes behind the colon.
    let range = node.range.count == 0 ? SourceRange(name.range.upperBound + 1, name.range.upperBound + 1) : node.range
    let lead = node.range.count == 0 ? " " : ""
    return apply(range, lead + text) { new in
      new[key].map(isMeant) ?? false && Self.others(of: root, but: key) == Self.others(of: new, but: key)
    }
  }

  /// Puts a line behind the last field.
  private mutating func append(_ line: String, to root: YAMLNode, _ key: String, _ value: String) -> Bool {
    guard let first = root.entries?.first?.key, let matter = FrontMatter(in: file) else { return false }
    let start = file.startOfLine(at: first.range.lowerBound)
    let indent = file.text(in: SourceRange(start, first.range.lowerBound))
    guard indent.allSatisfy({ $0 == " " }) else { return false }
    let end = SourceRange(matter.yaml.upperBound, matter.yaml.upperBound)
    return apply(end, "\(file.lineEnd)\(indent)\(line)") { new in
      new[key]?.text == value && Self.others(of: root, but: key) == Self.others(of: new, but: key)
    }
  }

  /// Puts a front matter before a card that has none.
  private mutating func add(_ line: String, _ key: String, _ value: String) -> Bool {
    guard FrontMatter.nearMiss(in: file) == nil else { return false }
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = file.lineEnd
    return apply(SourceRange(start, start), "---\(end)\(line)\(end)---\(end)\(end)") { $0[key]?.text == value }
  }

  private mutating func apply(_ range: SourceRange, _ text: String, _ isMeant: (YAMLNode) -> Bool) -> Bool {
    let edited = file.replacing(range, by: text)
    guard let root = Self.root(of: edited), isMeant(root) else { return false }
    file = edited
    return true
  }

  // MARK: Reading

  /// The front matter as it is read; nil where there is none, or where it is broken or no mapping.
  private static func root(of file: SourceFile) -> YAMLNode? {
    guard let matter = FrontMatter(in: file) else { return nil }
    let document = YAMLDocument(reading: file, in: matter.yaml, limits: .lenient)
    let isBroken = document.diagnostics.contains { $0.severity == .error }
    return isBroken || document.root?.entries == nil ? nil : document.root
  }

  /// The fields but one, as they are written.
  private static func others(of root: YAMLNode, but key: String) -> [String] {
    (root.entries ?? []).filter { $0.key.text != key }.map { entry in
      "\(entry.key.text ?? ""): \(root.file.text(in: entry.value.range))"
    }
  }

  /// A value as YAML takes it: plain where nothing in it can mean anything else.
  static func scalar(_ value: String) -> String {
    let isPlain =
      value.utf8.first.map { $0.isLetter || $0.isDigit } ?? false
      && value.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_./+:".utf8.contains($0) } && value.utf8.last != 0x3A
      && value.utf8.contains { $0.isLetter } && !["no", "yes", "on", "off", "true", "false", "null"].contains(value)
    return isPlain ? value : "\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

/// Adds a value to a YAML list, in the form in which that is written.
struct ListEdit {
  let range: SourceRange
  let text: String

  /// The edit; nil where the list is written in a form that can't be added to safely.
  init?(adding item: String, to node: YAMLNode) {
    let file = node.file
    guard let items = node.items else {
      // A single value becomes the first of two.
      guard node.isOnOneLine else { return nil }
      let written = file.text(in: node.range)
      guard !written.contains(where: { ",[]{}#".contains($0) }) else { return nil }
      self.init(range: node.range, text: "[\(written), \(item)]")
      return
    }
    guard let first = items.first, let last = items.last, last.isOnOneLine else { return nil }
    let start = file.startOfLine(at: first.range.lowerBound)
    let lead = file.text(in: SourceRange(start, first.range.lowerBound))
    if lead.contains("-"), lead.allSatisfy({ $0 == " " || $0 == "-" }), lead.filter({ $0 == "-" }).count == 1 {
      let end = file.endOfLine(at: last.range.upperBound)
      self.init(range: SourceRange(end, end), text: "\(file.lineEnd)\(lead)\(item)")
    } else if file.bytes[node.range.lowerBound] == UInt8(ascii: "[") {
      self.init(range: SourceRange(last.range.upperBound, last.range.upperBound), text: ", \(item)")
    } else {
      return nil
    }
  }

  private init(range: SourceRange, text: String) {
    self.range = range
    self.text = text
  }
}

extension YAMLNode {
  /// Whether it is a scalar that begins and ends on one line.
  fileprivate var isOnOneLine: Bool {
    guard case .scalar(_, let style) = content, style != .literal, style != .folded else { return false }
    return !file.text(in: range).contains(where: \.isNewline)
  }
}

extension SourceFile {
  /// The line end that the file uses; a line feed where it has none.
  var lineEnd: String {
    guard let index = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[index] == 0x0A { return "\n" }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? "\r\n" : "\r"
  }

  func startOfLine(at offset: Int) -> Int {
    bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
  }

  /// Where the line ends that holds an offset, before its line end.
  func endOfLine(at offset: Int) -> Int { bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count }

  /// The file with other bytes in a range.
  func replacing(_ range: SourceRange, by text: String) -> SourceFile {
    var edited = bytes
    edited.replaceSubrange(range.lowerBound..<range.upperBound, with: Array(text.utf8))
    return SourceFile(path: path, bytes: edited, in: folder)
  }
}
