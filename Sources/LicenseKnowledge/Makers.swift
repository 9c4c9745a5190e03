import Diagnostics
import KnowledgeTables
import YAMLSource

/// The makers of models, services and licences under all the names that people use for them.
struct Makers: Sendable {
  private let makers: Table
  private let legalForms: Table

  init(_ index: KnowledgeIndex) {
    makers = index.makers
    legalForms = index.legalForms
  }

  /// The names that the knowledge uses.
  var names: Set<String> { Set((0..<makers.count).map { makers.text(1, of: $0) }) }

  /// The maker that a name means, with or without the form of its company; nil for nobody that is known.
  func maker(called name: String) -> String? {
    var words = name.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }.map { $0.nameKey }
    while !words.isEmpty {
      if let row = makers.row(of: words.joined()) { return makers.text(1, of: row) }
      guard let last = words.last, legalForms.row(of: last) != nil else { return nil }
      words.removeLast()
    }
    return nil
  }

  /// What keeps `makers.yaml` from being skimmed.
  static func lint(_ file: SourceFile) -> [Diagnostic] {
    let document = YAMLDocument(reading: file, limits: .strict)
    guard let root = document.root else { return document.diagnostics }
    let skimmed = MakersFile(skimming: file.bytes)
    let parsed = root["makers"]?.items ?? []
    var diagnostics = document.diagnostics
    func texts(_ node: YAMLNode?) -> [String] { node?.oneOrMany.compactMap(\.text) ?? [] }
    for (node, maker) in zip(parsed, skimmed.makers)
    where node["name"]?.text != maker.name || texts(node["also"]) != maker.also {
      diagnostics.append(.notSkimmable(node.location))
    }
    if parsed.count != skimmed.makers.count || texts(root["legal-forms"]) != skimmed.legalForms {
      diagnostics.append(.notSkimmable(root.location))
    }
    return diagnostics
  }
}
