import Obligations
import YAMLSource

/// The makers of models under all the names that people use for them.
struct Makers: Sendable {
  /// The names that the knowledge uses.
  private(set) var names: Set<String> = []
  private var nameByKey: [String: String] = [:]
  private let legalForms: Set<String>

  /// Makers that `known` lists, each with another name of it or its own, and further names from `makers.yaml`.
  init(known: [(name: String, maker: String)], further: YAMLNode?) {
    legalForms = Set((further?["legal-forms"]?.items ?? []).compactMap { $0.text.map { LicenseNames.key($0) } })
    for (_, maker) in known { add(maker, for: maker) }
    for entry in further?["makers"]?.items ?? [] {
      guard let maker = entry["name"]?.text else { continue }
      add(maker, for: maker)
      for name in entry["also"]?.oneOrMany.compactMap(\.text) ?? [] { add(name, for: maker) }
    }
    for (name, maker) in known { add(name, for: maker) }
  }

  /// What is said first about a name counts: a maker's own name before another's product.
  private mutating func add(_ name: String, for maker: String) {
    let key = LicenseNames.key(name)
    guard !key.isEmpty else { return }
    if nameByKey[key] == nil { nameByKey[key] = maker }
    names.insert(maker)
  }

  /// The maker that a name means, with or without the form of its company; nil for nobody that is known.
  func maker(called name: String) -> String? {
    var words = name.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }.map { LicenseNames.key($0) }
    while !words.isEmpty {
      if let maker = nameByKey[words.joined()] { return maker }
      guard let last = words.last, legalForms.contains(last) else { return nil }
      words.removeLast()
    }
    return nil
  }
}
