import CLibYAML
import PedigreeKit
import YAMLSource

/// Holds our tree of a YAML document against the one that libyaml composes itself.
enum YAMLTrees {
  static func complaint(about bytes: [UInt8]) -> String? {
    let ours = YAMLDocument(reading: SourceFile(path: "file.yaml", bytes: bytes), limits: .lenient)
    // What we complain about may differ: limits, duplicate keys, a second document.
    guard let root = ours.root, ours.diagnostics.isEmpty else { return nil }
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    return plain.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var document = yaml_document_t()
      guard yaml_parser_load(&parser, &document) == 1 else {
        // YAML lets an anchor be used again, libyaml's composer does not.
        if parser.error == YAML_COMPOSER_ERROR { return nil }
        return "libyaml does not read what we do: \(parser.problem.map { String(cString: $0) } ?? "")"
      }
      defer { yaml_document_delete(&document) }
      guard let theirs = yaml_document_get_root_node(&document) else { return "libyaml sees no document" }
      return difference(root, theirs.pointee, in: &document)
    }
  }

  private static func difference(
    _ ours: YAMLNode, _ theirs: yaml_node_t, in document: inout yaml_document_t
  ) -> String? {
    func node(_ index: CInt) -> yaml_node_t { yaml_document_get_node(&document, index).pointee }
    switch ours.content {
    case .scalar(let text, _):
      guard theirs.type == YAML_SCALAR_NODE else { return "a scalar for us only: `\(text)`" }
      let scalar = theirs.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return text.utf8.elementsEqual(bytes) ? nil : "another scalar than `\(text)`"
    case .sequence(let items):
      guard theirs.type == YAML_SEQUENCE_NODE else { return "a list for us only" }
      let list = theirs.data.sequence.items
      let others = Array(UnsafeBufferPointer(start: list.start, count: list.top - list.start)).map(node)
      guard items.count == others.count else { return "\(items.count) items for us, \(others.count) for libyaml" }
      for (item, other) in zip(items, others) {
        if let found = difference(item, other, in: &document) { return found }
      }
    case .mapping(let entries):
      guard theirs.type == YAML_MAPPING_NODE else { return "a mapping for us only" }
      let pairs = theirs.data.mapping.pairs
      let others = Array(UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start))
        .map { (node($0.key), node($0.value)) }
      guard entries.count == others.count else { return "\(entries.count) keys for us, \(others.count) for libyaml" }
      for (entry, other) in zip(entries, others) {
        if let found = difference(entry.key, other.0, in: &document) { return found }
        if let found = difference(entry.value, other.1, in: &document) { return found }
      }
    }
    return nil
  }
}
