import Diagnostics
import YAMLSource

/// Which reader reads a file: by its ending, then by words near its start, then by its keys.
struct DocumentReaders {
  /// The readers of YAML and JSON; the first one that recognises a document reads it.
  private let trees: [any TreeReader]
  private let cards: FolderCardReader

  /// Readers that recognise in free text the artefacts that `finder` knows.
  init(finder: MentionFinder) {
    self.trees =
      [
        AdapterConfigReader(),
        CroissantReader(finder: finder), DataProvenanceStandardsReader(finder: finder),
        DataProvenanceInitiativeReader(finder: finder),
      ] + Self.recipes
    self.cards = FolderCardReader(finder: finder)
  }

  /// The readers of recipes, those of the most telling keys first.
  static var recipes: [any TreeReader] {
    [
      MergekitReader(),
      AxolotlReader(),
      LlamaFactoryReader(),
      TorchtuneReader(),
      DistilabelReader(),
      DataDreamerReader(),
      VerlReader(),
      NemoReader(),
      OumiReader(),
      DistillKitReader(),
      TRLReader(),
    ]
  }

  /// How far into a file the words are searched that make it worth parsing, in bytes.
  static let markedStart = 64 << 10

  /// Whether a file may be a document of ours, by its name.
  func mayRead(_ name: Substring) -> Bool { Self.endings.contains { name.lowercased().hasSuffix($0) } }

  private static let endings = [".yaml", ".yml", ".json", ".jsonld", ".py"] + FolderCardReader.endings

  /// Reads the file at a path below a folder; nil where it is no document of ours.
  func read(_ path: String, below folder: String) -> ProvenanceDocument? {
    let isText = FolderCardReader.endings.contains { path.lowercased().hasSuffix($0) }
    // A text beside the declaration is the release's own.
    if isText, !path.contains("/") { return nil }
    guard let file = try? SourceFile.read("\(folder)/\(path)", shownAs: path) else { return nil }
    if path.lowercased().hasSuffix(".py") { return PythonReader().read(file) }
    return isText ? cards.read(file) : tree(in: file)
  }

  /// Reads a YAML or JSON file; nil where it is no document of ours.
  func tree(in file: SourceFile) -> ProvenanceDocument? {
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let candidates = Self.marked(in: file.bytes, of: trees)
    guard !candidates.isEmpty else { return nil }
    if name.hasSuffix(".json") || name.hasSuffix(".jsonld") {
      let parsed = JSONDocument(reading: file)
      return Self.document(parsed.root, of: file, name: name, parsed.diagnostics, by: candidates)
    }
    let parsed = YAMLDocument(reading: file, limits: .lenient)
    return Self.document(parsed.root, of: file, name: name, parsed.diagnostics, by: candidates)
  }

  /// Reads a recipe that stands in a stretch of another file; nil where there is none.
  static func recipe(in file: SourceFile, range: SourceRange) -> ProvenanceDocument? {
    let bytes = Array(file.bytes[range.lowerBound..<range.upperBound])
    let candidates = marked(in: bytes, of: recipes)
    guard !candidates.isEmpty else { return nil }
    let parsed = YAMLDocument(reading: file, in: range, limits: .lenient)
    return document(parsed.root, of: file, name: "", parsed.diagnostics, by: candidates)
  }

  /// The readers whose marks stand near the start.
  private static func marked(in bytes: [UInt8], of readers: [any TreeReader]) -> [any TreeReader] {
    readers.filter { reader in
      reader.marks.contains { bytes.firstRange(of: Array($0.utf8), before: markedStart) != nil }
    }
  }

  private static func document(
    _ root: YAMLNode?, of file: SourceFile, name: String, _ diagnostics: [Diagnostic], by readers: [any TreeReader]
  ) -> ProvenanceDocument? {
    guard let root, let reader = readers.first(where: { $0.recognises(root, name: name) }) else { return nil }
    var document = ProvenanceDocument(file, reader.type)
    document.diagnostics = diagnostics
    reader.read(root, into: &document)
    if reader.type.isRecipe { document.dropRepeats() }
    return document
  }
}
