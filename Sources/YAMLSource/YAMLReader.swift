import CLibYAML
import Diagnostics

/// Builds a node tree from libyaml's events.
struct YAMLReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let range: SourceRange
  private let limits: YAMLDocument.Limits
  private let index: CodePointIndex

  /// A list or mapping that is still open.
  private struct Open {
    let start: Int
    let anchor: String?
    let isMapping: Bool
    var nodes: [YAMLNode] = []
  }

  private var open: [Open] = []
  private var root: YAMLNode?
  private var anchors: [String: YAMLNode] = [:]
  private var aliasedNodes = 0

  init(file: SourceFile, range: SourceRange, limits: YAMLDocument.Limits) {
    var range = range
    // libyaml would count a byte order mark as a character of the first line.
    if file.bytes[range.lowerBound..<range.upperBound].starts(with: [0xEF, 0xBB, 0xBF]) {
      range = SourceRange(range.lowerBound + 3, range.upperBound)
    }
    self.file = file
    self.range = range
    self.limits = limits
    self.index = CodePointIndex(
      file.bytes[range.lowerBound..<range.upperBound], base: range.lowerBound)
  }

  /// Reads one document; nil where there is none or it can't be read.
  mutating func read() -> YAMLNode? {
    guard hasReadableEncoding() else { return nil }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      fail(.yamlSyntax, "libyaml could not start (out of memory)", at: range.lowerBound)
      return nil
    }
    defer { yaml_parser_delete(&parser) }
    // Left to itself libyaml would guess UTF-16 from the first bytes.
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    return file.bytes.withUnsafeBufferPointer { buffer in
      let slice = UnsafeBufferPointer(rebasing: buffer[range.lowerBound..<range.upperBound])
      yaml_parser_set_input_string(&parser, slice.baseAddress, slice.count)
      var documents = 0
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          failAtProblem(of: parser)
          return nil
        }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_END_EVENT: return root
        case YAML_DOCUMENT_START_EVENT:
          documents += 1
          if documents > 1 {
            fail(
              .yamlSeveralDocuments, "a second YAML document begins here; only the first is read",
              at: start(of: event), help: "keep one document in the file")
            return root
          }
        default:
          guard take(event) else { return nil }
        }
      }
    }
  }

  /// Adds one event to the tree; false when reading must stop.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let node = YAMLNode(
        .scalar(text, style: YAMLNode.ScalarStyle(scalar.style)), file: file,
        range: SourceRange(start(of: event), end(of: event)))
      return add(node, anchor: name(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      return push(event, anchor: name(event.data.sequence_start.anchor), isMapping: false)
    case YAML_MAPPING_START_EVENT:
      return push(event, anchor: name(event.data.mapping_start.anchor), isMapping: true)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return pop(end: end(of: event))
    case YAML_ALIAS_EVENT:
      return addAlias(named: name(event.data.alias.anchor) ?? "", at: start(of: event))
    default:
      return true
    }
  }

  private mutating func push(_ event: yaml_event_t, anchor: String?, isMapping: Bool) -> Bool {
    guard open.count < limits.depth else {
      fail(
        .yamlTooDeep, "nested more than \(limits.depth) levels deep", at: start(of: event),
        help: "flatten the document")
      return false
    }
    open.append(Open(start: start(of: event), anchor: anchor, isMapping: isMapping))
    return true
  }

  private mutating func pop(end: Int) -> Bool {
    let closed = open.removeLast()
    let content: YAMLNode.Content
    if closed.isMapping {
      var entries: [YAMLNode.Entry] = []
      entries.reserveCapacity(closed.nodes.count / 2)
      for pair in stride(from: 0, to: closed.nodes.count - 1, by: 2) {
        entries.append(.init(key: closed.nodes[pair], value: closed.nodes[pair + 1]))
      }
      diagnostics += YAMLNode.duplicateKeys(in: entries)
      content = .mapping(entries)
    } else {
      content = .sequence(closed.nodes)
    }
    // A block collection's end mark lies at the next token; what belongs to it ends with its last item.
    let last = closed.nodes.last?.range.upperBound ?? end
    let isFlow = end > closed.start && [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(file.bytes[end - 1])
    let node = YAMLNode(
      content, file: file, range: SourceRange(closed.start, max(closed.start, isFlow ? end : last)))
    return add(node, anchor: closed.anchor)
  }

  private mutating func add(_ node: YAMLNode, anchor: String?) -> Bool {
    if let anchor { anchors[anchor] = node }
    if open.isEmpty { root = node } else { open[open.count - 1].nodes.append(node) }
    return true
  }

  private mutating func addAlias(named name: String, at offset: Int) -> Bool {
    guard limits.aliasedNodes > 0 else {
      fail(
        .yamlAlias, "aliases (`*\(name)`) are not allowed here", at: offset,
        help: "write the value out")
      return false
    }
    guard let target = anchors[name] else {
      fail(.yamlSyntax, "alias `*\(name)` has no anchor before it", at: offset)
      return false
    }
    aliasedNodes += target.nodeCount
    guard aliasedNodes <= limits.aliasedNodes else {
      fail(
        .yamlAliasBudget, "aliases expand to more than \(limits.aliasedNodes) nodes", at: offset,
        help: "write the values out")
      return false
    }
    return add(target, anchor: nil)
  }

  /// Whether the bytes are UTF-8; reports UTF-16 and the first damaged byte.
  private mutating func hasReadableEncoding() -> Bool {
    let bytes = file.bytes[range.lowerBound..<range.upperBound]
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      fail(.encodingUTF16, "the text is UTF-16", at: range.lowerBound, help: "save it as UTF-8")
      return false
    }
    if let damaged = bytes.firstInvalidUTF8 {
      fail(
        .encodingInvalidUTF8, "byte 0x\(String(file.bytes[damaged], radix: 16)) is not valid UTF-8",
        at: damaged, help: "save the file as UTF-8")
      return false
    }
    return true
  }

  private mutating func failAtProblem(of parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? "unreadable YAML"
    // Errors of the character reader carry a byte offset, all others a mark.
    let isReader = parser.error == YAML_READER_ERROR
    let offset =
      isReader
      ? range.lowerBound + min(parser.problem_offset, range.count)
      : index.offset(of: parser.problem_mark.index)
    let context = parser.context.map { " (\(String(cString: $0)))" } ?? ""
    fail(.yamlSyntax, "\(problem)\(context)", at: offset)
  }

  private mutating func fail(_ id: DiagnosticID, _ summary: String, at offset: Int, help: String? = nil) {
    let offset = min(offset, file.bytes.count)
    diagnostics.append(
      Diagnostic(
        id, summary, at: SourceLocation(file, SourceRange(offset, offset)), help: help))
  }

  private func start(of event: yaml_event_t) -> Int { index.offset(of: event.start_mark.index) }
  private func end(of event: yaml_event_t) -> Int { index.offset(of: event.end_mark.index) }
  private func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    anchor.map { String(cString: $0) }
  }
}

extension YAMLNode {
  /// Number of nodes in the tree below and including this one.
  fileprivate var nodeCount: Int {
    switch content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.nodeCount }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.key.nodeCount + $1.value.nodeCount }
    }
  }
}

extension YAMLNode.ScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
