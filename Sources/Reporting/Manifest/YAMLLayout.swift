import Diagnostics
import YAMLSource

/// The text of a YAML file to which keys and items are added in the style of what surrounds them.
struct YAMLLayout {
  private let file: SourceFile
  private let lineEnd: String
  private var edits: [Edit] = []

  private struct Edit {
    let range: SourceRange
    let text: String
  }

  init(_ file: SourceFile) {
    self.file = file
    let firstEnd = file.bytes.firstIndex(of: UInt8(ascii: "\n"))
    self.lineEnd = firstEnd.map { $0 > 0 && file.bytes[$0 - 1] == UInt8(ascii: "\r") } == true ? "\r\n" : "\n"
  }

  /// The file with everything that was added.
  var text: String {
    var bytes: [UInt8] = []
    var offset = 0
    // Of what is added at one place, what was asked for first comes first.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      bytes += file.bytes[offset..<edit.range.lowerBound]
      bytes += edit.text.utf8
      offset = edit.range.upperBound
    }
    return String(decoding: bytes + file.bytes[offset...], as: UTF8.self)
  }

  /// Puts a scalar in the place of another one.
  mutating func replace(_ node: YAMLNode, scalar text: String) { replace(node, with: Self.scalar(text)) }

  private mutating func replace(_ node: YAMLNode, with text: String) {
    // After the colon of an empty value a blank has to stand.
    edits.append(Edit(range: node.range, text: node.range.count == 0 ? " \(text)" : text))
  }

  /// Adds a key to a mapping that lacks it.
  mutating func add(_ key: String, _ value: YAMLNode, to mapping: YAMLNode) {
    if isFlow(mapping) {
      insert(flowItem: "\(key): \(Self.flow(value))", into: mapping, lastEnd: mapping.entries?.last?.value.contentEnd)
    } else {
      insert(Self.lines(key, value, indent: indent(of: mapping)), below: mapping.contentEnd)
    }
  }

  /// Adds mappings to the list under a key, which may be missing, empty, or a single mapping.
  mutating func append(_ items: [YAMLNode], to key: String, in mapping: YAMLNode) {
    guard let entry = mapping.entries?.last(where: { $0.key.text == key }) else {
      if isFlow(mapping) {
        let list = items.map(Self.flow).joined(separator: ", ")
        insert(flowItem: "\(key): [\(list)]", into: mapping, lastEnd: mapping.entries?.last?.value.contentEnd)
      } else {
        let indent = indent(of: mapping)
        insert(["\(indent)\(key):"] + items.flatMap { Self.item($0, indent: indent + "  ") }, below: mapping.contentEnd)
      }
      return
    }
    let list = entry.value
    if list.oneOrMany.isEmpty, !isFlow(mapping), !file.text(in: list.range).contains("#") {
      // Nothing, null or `[]` makes room for the items below it.
      var start = list.range.lowerBound
      while start > 0, file.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
      edits.append(Edit(range: SourceRange(start, list.range.upperBound), text: ""))
      let indent = indent(of: mapping) + "  "
      return insert(items.flatMap { Self.item($0, indent: indent) }, below: list.range.upperBound)
    }
    switch list.content {
    case .scalar:
      replace(list, with: "[\(items.map(Self.flow).joined(separator: ", "))]")
    case .sequence(let present):
      if isFlow(list) {
        insert(flowItem: items.map(Self.flow).joined(separator: ", "), into: list, lastEnd: present.last?.contentEnd)
      } else if let first = present.first {
        let indent = dashIndent(of: first)
        insert(items.flatMap { Self.item($0, indent: indent) }, below: list.contentEnd)
      }
    case .mapping:
      if isFlow(list) {
        edits.append(Edit(range: SourceRange(list.range.lowerBound, list.range.lowerBound), text: "["))
        let end = list.range.upperBound
        edits.append(Edit(range: SourceRange(end, end), text: items.map { ", \(Self.flow($0))" }.joined() + "]"))
      } else {
        makeItem(of: list)
        insert(items.flatMap { Self.item($0, indent: indent(of: list)) }, below: list.contentEnd)
      }
    }
  }

  // MARK: Places

  private func isFlow(_ node: YAMLNode) -> Bool {
    guard node.range.lowerBound < file.bytes.count else { return false }
    return [UInt8(ascii: "["), UInt8(ascii: "{")].contains(file.bytes[node.range.lowerBound])
  }

  private func lineStart(of offset: Int) -> Int {
    if let lineEnd = file.bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) { return lineEnd + 1 }
    // A byte order mark takes no room.
    return file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : 0
  }

  /// Where the line ends in which the byte before an offset stands, without its line break.
  private func lineEnd(of offset: Int) -> Int {
    var offset = offset
    // A block of text ends behind its line breaks.
    while offset > 0, [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(file.bytes[offset - 1]) { offset -= 1 }
    let end = file.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
    return end > offset && file.bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  /// What has to stand before a key of a block mapping.
  private func indent(of mapping: YAMLNode) -> String {
    let start = mapping.entries?.first?.key.range.lowerBound ?? mapping.range.lowerBound
    return String(repeating: " ", count: start - lineStart(of: start))
  }

  /// What has to stand before the dash of an item's list.
  private func dashIndent(of item: YAMLNode) -> String {
    let start = lineStart(of: item.range.lowerBound)
    let dash = file.bytes[start..<item.range.lowerBound].lastIndex(of: UInt8(ascii: "-")) ?? start
    return String(repeating: " ", count: dash - start)
  }

  private mutating func insert(_ lines: [String], below end: Int) {
    let place = lineEnd(of: end)
    edits.append(Edit(range: SourceRange(place, place), text: lines.map { lineEnd + $0 }.joined()))
  }

  private mutating func insert(flowItem text: String, into node: YAMLNode, lastEnd: Int?) {
    let place = lastEnd ?? node.range.lowerBound + 1
    edits.append(Edit(range: SourceRange(place, place), text: lastEnd == nil ? text : ", \(text)"))
  }

  /// Makes a block mapping the first item of a list.
  private mutating func makeItem(of mapping: YAMLNode) {
    let first = mapping.entries?.first?.key.range.lowerBound ?? mapping.range.lowerBound
    edits.append(Edit(range: SourceRange(first, first), text: "- "))
    var start = lineEnd(of: first)
    while let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")), end + 1 < mapping.contentEnd {
      start = end + 1
      let isBlank = [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(file.bytes[start])
      if !isBlank { edits.append(Edit(range: SourceRange(start, start), text: "  ")) }
    }
  }

  // MARK: Writing

  private static func item(_ node: YAMLNode, indent: String) -> [String] {
    let lines = (node.entries ?? []).flatMap { Self.lines($0.key.text ?? "", $0.value, indent: indent + "  ") }
    guard let first = lines.first else { return [] }
    return ["\(indent)- \(first.dropFirst(indent.count + 2))"] + lines.dropFirst()
  }

  /// A key with its value, over as many lines as it takes.
  static func lines(_ key: String, _ value: YAMLNode, indent: String) -> [String] {
    switch value.content {
    case .scalar: return ["\(indent)\(key): \(flow(value))"]
    case .mapping(let entries):
      guard !entries.isEmpty else { return ["\(indent)\(key): {}"] }
      return ["\(indent)\(key):"]
        + entries.flatMap { lines($0.key.text ?? "", $0.value, indent: indent + "  ") }
    case .sequence(let items):
      guard !items.isEmpty, items.allSatisfy({ $0.entries?.isEmpty == false }) else {
        return ["\(indent)\(key): \(flow(value))"]
      }
      return ["\(indent)\(key):"] + items.flatMap { item($0, indent: indent + "  ") }
    }
  }

  private static func flow(_ node: YAMLNode) -> String {
    switch node.content {
    // What was written plainly means the same again.
    case .scalar(let text, .plain) where isWord(text): text
    case .scalar(let text, _): scalar(text)
    case .sequence(let items): "[\(items.map(flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{ \(entries.map { "\($0.key.text ?? ""): \(flow($0.value))" }.joined(separator: ", ")) }"
    }
  }

  /// Numbers, days and truth values, as JSON and YAML write them.
  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
  }

  private static func scalar(_ text: String) -> String {
    let isNumeric = text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    return isNumeric && isWord(text) ? text : ManifestDraft.scalar(text)
  }
}

extension YAMLNode {
  /// Where what belongs to the node ends, without the comments and blank lines behind it.
  fileprivate var contentEnd: Int {
    let isFlow = range.lowerBound < file.bytes.count && [0x5B, 0x7B].contains(file.bytes[range.lowerBound])
    if isFlow { return range.upperBound }
    switch content {
    case .scalar: return range.upperBound
    case .sequence(let items): return items.last?.contentEnd ?? range.upperBound
    case .mapping(let entries):
      return entries.last.map { max($0.key.range.upperBound + 1, $0.value.contentEnd) } ?? range.upperBound
    }
  }
}
