import Diagnostics
import YAMLSource

/// Which reader reads a file: by its ending, then by words near its start, then by its keys.
struct DocumentReaders {
  /// The readers of YAML and JSON; the first one that recognises a document reads it.
  private let trees: [any TreeReader]
  private let cards: FolderCardReader

  /// Readers that recognise in free text the artefacts that `finder` knows.
  init(finder: MentionFinder) {
    self.trees = [
      AdapterConfigReader(),
      CroissantReader(finder: finder), DataProvenanceStandardsReader(finder: finder),
      DataProvenanceInitiativeReader(finder: finder),
    ]
    self.cards = FolderCardReader(finder: finder)
  }

  /// How far into a file the words are searched that make it worth parsing, in bytes.
  static let markedStart = 64 << 10

  /// Whether a file may be a document of ours, by its name.
  func mayRead(_ name: Substring) -> Bool { Self.endings.contains { name.lowercased().hasSuffix($0) } }

  private static let endings = [".yaml", ".yml", ".json", ".jsonld"] + FolderCardReader.endings

  /// Reads the file at a path below a folder; nil where it is no document of ours.
  func read(_ path: String, below folder: String) -> ProvenanceDocument? {
    let isText = FolderCardReader.endings.contains { path.lowercased().hasSuffix($0) }
    // A text beside the declaration is the release's own.
    if isText, !path.contains("/") { return nil }
    guard let file = try? SourceFile.read("\(folder)/\(path)", shownAs: path) else { return nil }
    return isText ? cards.read(file) : tree(in: file)
  }

  /// Reads a YAML or JSON file; nil where it is no document of ours.
  func tree(in file: SourceFile) -> ProvenanceDocument? {
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let candidates = trees.filter { reader in
      reader.marks.contains { file.bytes.firstRange(of: Array($0.utf8), before: Self.markedStart) != nil }
    }
    guard !candidates.isEmpty else { return nil }
    let isJSON = name.hasSuffix(".json") || name.hasSuffix(".jsonld")
    let root: YAMLNode?
    let diagnostics: [Diagnostic]
    if isJSON {
      let parsed = JSONDocument(reading: file)
      (root, diagnostics) = (parsed.root, parsed.diagnostics)
    } else {
      let parsed = YAMLDocument(reading: file, limits: .lenient)
      (root, diagnostics) = (parsed.root, parsed.diagnostics)
    }
    guard let root else { return nil }
    guard let reader = candidates.first(where: { $0.recognises(root, name: name) }) else { return nil }
    var document = ProvenanceDocument(file, reader.type)
    document.diagnostics = diagnostics
    reader.read(root, into: &document)
    return document
  }
}
