import Diagnostics
import YAMLSource

/// Which reader reads a file: by its ending, then by words near its start, then by its keys.
struct DocumentReaders {
  /// The readers of YAML and JSON; the first one that recognises a document reads it.
  private let trees: [any TreeReader]
  private let cards: FolderCardReader
  private let marks: MarkSearch
  /// For each mark, which of the readers it belongs to.
  private let readerOfMark: [Int]

  /// Readers that recognise in free text the artefacts that `finder` knows.
  init(finder: MentionFinder) {
    let trees: [any TreeReader] = [
      AdapterConfigReader(), ModelConfigReader(), WeightsIndexReader(),
      CroissantReader(finder: finder), DataProvenanceStandardsReader(finder: finder),
      DataProvenanceInitiativeReader(finder: finder),
    ]
    self.trees = trees
    self.cards = FolderCardReader(finder: finder)
    self.marks = MarkSearch(trees.flatMap(\.marks))
    self.readerOfMark = trees.indices.flatMap { index in trees[index].marks.map { _ in index } }
  }

  /// How far into a file the words are searched that make it worth reading, in bytes.
  static let markedStart = 64 << 10

  /// Whether a file may be a document of ours, by the bytes of its name.
  func mayRead(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    Self.treeEndings.contains { name.hasSuffixIgnoringCase($0) }
      || FolderCardReader.endings.contains { name.hasSuffixIgnoringCase($0) }
      || WeightsFormat.allCases.contains { name.hasSuffixIgnoringCase($0.ending) }
  }

  private static let treeEndings: [StaticString] = [".yaml", ".yml", ".json", ".jsonld"]

  /// Whether a file may be a document of ours, by its path below the project and its first bytes.
  func mayHold(_ start: [UInt8], at path: String) -> Bool {
    // A text beside the declaration is the release's own.
    isCard(path) ? path.contains("/") && FolderCardReader.mayHold(start) : !marks.found(in: start).isEmpty
  }

  private func isCard(_ path: String) -> Bool {
    FolderCardReader.endings.contains { path.hasSuffixIgnoringCase($0) }
  }

  /// Reads the file at a path below a folder.
  func read(_ path: String, below folder: String) -> DocumentReading {
    guard let file = try? OpenFile("\(folder)/\(path)", shownAs: path) else { return .nothing }
    if let format = WeightsFormat(path: path) { return format.read(file, path: path) }
    guard let bytes = try? file.readAll(limit: SourceFile.documentLimit),
      mayHold(Array(bytes.prefix(Self.markedStart)), at: path)
    else { return .nothing }
    return read(SourceFile(path: path, bytes: bytes))
  }

  /// Reads a file of text.
  func read(_ file: SourceFile) -> DocumentReading {
    guard !isCard(file.path) else { return cards.read(file).map { .document($0) } ?? .nothing }
    return tree(in: file)
  }

  /// Reads a YAML or JSON file.
  private func tree(in file: SourceFile) -> DocumentReading {
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let found = Set(marks.found(in: Array(file.bytes.prefix(Self.markedStart))).map { readerOfMark[$0] })
    guard !found.isEmpty else { return .nothing }
    let root: YAMLNode?
    var diagnostics: [Diagnostic]
    if name.hasSuffix(".json") || name.hasSuffix(".jsonld") {
      let parsed = JSONDocument(reading: file)
      (root, diagnostics) = (parsed.root, parsed.diagnostics)
    } else {
      let parsed = YAMLDocument(reading: file, limits: .lenient)
      (root, diagnostics) = (parsed.root, parsed.diagnostics)
    }
    // What is wrong with a tool's file is no mistake in the declaration.
    diagnostics = diagnostics.map(\.asWarning)
    guard let root else { return CertainDocument.isOne(file) ? .unreadable(diagnostics) : .nothing }
    guard let reader = found.sorted().map({ trees[$0] }).first(where: { $0.recognises(root, name: name) }) else {
      return .nothing
    }
    var document = ProvenanceDocument(file, reader.type)
    document.diagnostics = diagnostics
    reader.read(root, into: &document)
    return .document(document)
  }
}

/// What came of reading a file.
enum DocumentReading {
  case document(ProvenanceDocument)
  /// It is certainly ours, but broken.
  case unreadable([Diagnostic])
  /// It is no document of ours.
  case nothing

  var document: ProvenanceDocument? {
    if case .document(let document) = self { document } else { nil }
  }
}
