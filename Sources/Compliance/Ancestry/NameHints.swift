import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Takes hints from the names of artefacts about which nothing else is known.
///
/// `acme/my-llama-3-8b-chat` was probably made from a Llama 3, and `acme/ultrachat-gpt4` probably holds
/// what GPT-4 said. A hint never decides: it makes the finding undetermined, with the question whether
/// it is true.
struct NameHints {
  private let names: KnownNames

  init(names: KnownNames) {
    self.names = names
  }

  /// The artefacts that the name of `node` hints at, with the relation that it suggests.
  func sources(of node: Lineage.Node) -> [(id: ArtefactID, kind: ArtefactKind, relation: Relation)] {
    let name = Array(node.id.name.utf8)
    var found: [(id: ArtefactID, kind: ArtefactKind, relation: Relation)] = []
    var index = 0
    while index < name.count {
      let startsWord = index == 0 || !name[index - 1].isAlphanumeric
      guard startsWord, let match = names.match(in: name, at: index, isID: true) else {
        index += 1
        continue
      }
      if let relation = Self.relation(of: node.kind, to: match.artefact.kind) {
        found.append((ArtefactID(match.artefact.id.familyName), match.artefact.kind, relation))
      }
      index = match.range.upperBound
    }
    return found
  }

  private static func relation(of child: ArtefactKind, to parent: ArtefactKind) -> Relation? {
    switch (child, parent) {
    case (.model, .model): .finetune
    case (.model, .dataset): .trainedOn
    case (.dataset, .model): .generatedBy
    case (.dataset, .dataset): .derivedFrom
    case (.service, _), (.code, _), (_, .service), (_, .code): nil
    }
  }
}
