import Diagnostics
import MarkupText
import YAMLSource

/// Which reader reads a file: by its ending, then by words near its start, then by its keys.
struct DocumentReaders {
  /// The readers of YAML, JSON and XML; the first one that recognises a document reads it.
  private let trees: [any TreeReader]
  private let cards: FolderCardReader

  /// Readers that recognise in free text the artefacts that `finder` knows.
  init(finder: MentionFinder) {
    self.trees =
      [
        CycloneDXReader(), SPDX3Reader(), SPDX2Reader(),
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

  private static let endings = [".yaml", ".yml", ".py"] + dataEndings + FolderCardReader.endings
  /// The endings of files that are data and nothing else.
  private static let dataEndings = [".json", ".jsonld", ".xml", ".cdx", ".spdx"]

  /// Reads the file at a path below a folder; nil where it is no document of ours.
  func read(_ path: String, below folder: String) -> ProvenanceDocument? {
    let isText = FolderCardReader.endings.contains { path.lowercased().hasSuffix($0) }
    // A text beside the declaration is the release's own.
    if isText, !path.contains("/") { return nil }
    guard let file = try? SourceFile.read("\(folder)/\(path)", shownAs: path) else { return nil }
    if path.lowercased().hasSuffix(".py") { return PythonReader().read(file) }
    return isText ? cards.read(file) : tree(in: file)
  }

  /// Reads a YAML, JSON or XML file; nil where it is no document of ours.
  func tree(in file: SourceFile) -> ProvenanceDocument? {
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let candidates = Self.marked(in: file.bytes, of: trees)
    guard let first = candidates.first else { return nil }
    let (root, diagnostics) = Self.parse(file, name: name)
    if let root { return Self.document(root, of: file, name: name, diagnostics, by: candidates) }
    // A page that quotes such a document is none.
    let isData = Self.dataEndings.contains { name.hasSuffix($0) }
    guard first.marksAreCertain, isData, diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    var document = ProvenanceDocument(file, first.type)
    document.diagnostics = Self.warnings(diagnostics)
    return document
  }

  /// The tree of a file and what was wrong with it; XML that nobody knows has none.
  private static func parse(_ file: SourceFile, name: String) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    if isXML(file) {
      let parsed = XMLDocument(reading: file)
      return (parsed.root.flatMap { CycloneDXShape.node(of: $0, in: file) }, parsed.diagnostics)
    }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let parsed = YAMLDocument(reading: file, limits: .lenient)
      return (parsed.root, parsed.diagnostics)
    }
    let parsed = JSONDocument(reading: file)
    return (parsed.root, parsed.diagnostics)
  }

  /// Whether a file begins like XML.
  private static func isXML(_ file: SourceFile) -> Bool {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return file.bytes[start...].prefix(64).first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  /// Reads a recipe that stands in a stretch of another file; nil where there is none.
  static func recipe(in file: SourceFile, range: SourceRange) -> ProvenanceDocument? {
    let bytes = Array(file.bytes[range.lowerBound..<range.upperBound])
    let candidates = marked(in: bytes, of: recipes)
    guard !candidates.isEmpty else { return nil }
    let parsed = YAMLDocument(reading: file, in: range, limits: .lenient)
    return document(parsed.root, of: file, name: "", parsed.diagnostics, by: candidates)
  }

  /// The readers whose marks stand near the start, or near the end: some writers sort their keys.
  private static func marked(in bytes: [UInt8], of readers: [any TreeReader]) -> [any TreeReader] {
    readers.filter { reader in
      reader.marks.contains { mark in
        let mark = Array(mark.utf8)
        return bytes.firstRange(of: mark, before: markedStart) != nil
          || bytes.firstRange(of: mark, from: max(markedStart, bytes.count - markedStart)) != nil
      }
    }
  }

  private static func document(
    _ root: YAMLNode?, of file: SourceFile, name: String, _ diagnostics: [Diagnostic], by readers: [any TreeReader]
  ) -> ProvenanceDocument? {
    guard let root, let reader = readers.first(where: { $0.recognises(root, name: name) }) else { return nil }
    var document = ProvenanceDocument(file, reader.type)
    document.diagnostics = warnings(diagnostics)
    reader.read(root, into: &document)
    if reader.type.isRecipe { document.dropRepeats() }
    return document
  }

  /// What was wrong with a document is no mistake of the declaration: everything else is read all the same.
  private static func warnings(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map {
      Diagnostic($0.id, min($0.severity, .warning), $0.summary, at: $0.location, help: $0.help)
    }
  }
}
