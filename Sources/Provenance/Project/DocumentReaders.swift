import Diagnostics
import MarkupText
import YAMLSource

/// Which reader reads a file: by its ending, then by words near its start, then by its keys.
struct DocumentReaders {
  /// The readers of YAML, JSON and XML; the first one that recognises a document reads it.
  private let trees: [any TreeReader]
  private let cards: FolderCardReader
  private let programs: PythonReader
  private let marks: MarkSearch
  /// For each mark, which reader of YAML and JSON it belongs to; nil for those of programs.
  private let readerOfMark: [Int?]

  /// The release whose other cards lie at the top; nil where a file is read alone.
  private let release: ArtefactID?

  /// Readers that recognise in free text the artefacts that `finder` knows.
  init(finder: MentionFinder, besideCardOf release: ArtefactID? = nil) {
    let trees: [any TreeReader] =
      [
        CycloneDXReader(finder: finder), SPDX3Reader(finder: finder), SPDX2Reader(), AdapterConfigReader(),
        ModelConfigReader(),
        WeightsIndexReader(), CroissantReader(finder: finder), DataProvenanceStandardsReader(finder: finder),
        DataProvenanceInitiativeReader(finder: finder),
      ] + Self.recipes
    self.trees = trees
    self.release = release
    self.cards = FolderCardReader(finder: finder)
    self.programs = PythonReader(wordings: finder.wordings)
    self.marks = MarkSearch(trees.flatMap(\.marks) + PythonReader.marks)
    self.readerOfMark =
      trees.indices.flatMap { index in trees[index].marks.map { _ in index } } + PythonReader.marks.map { _ in nil }
  }

  /// The readers of recipes, those of the most telling keys first.
  static var recipes: [any TreeReader] {
    [
      MergekitReader(), AutoTrainReader(), AxolotlReader(), LlamaFactoryReader(), TorchtuneReader(), DistilabelReader(),
      DataDreamerReader(), VerlReader(), NemoReader(), OumiReader(), DistillKitReader(), TRLReader(),
    ]
  }

  /// How far into a file the words are searched that make it worth reading, in bytes.
  static let markedStart = 64 << 10

  /// Whether a file may be a document of ours, by the bytes of its name.
  func mayRead(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    Self.endings.contains { name.hasSuffixIgnoringCase($0) } || WeightsFormat.allCases.contains { $0.names(name) }
  }

  private static let endings: [StaticString] = [
    ".yaml", ".yml", ".json", ".jsonld", ".xml", ".cdx", ".spdx", ".py", ".ipynb", ".md", ".markdown",
  ]

  /// What reads a file, by its path and its first bytes; nil where nothing does.
  func reader(of path: String, start: [UInt8]) -> ((SourceFile) -> DocumentReading)? {
    let name = path.lowercased()
    if FolderCardReader.endings.contains(where: { name.hasSuffix($0) }) {
      // Only front matter makes a card of a text that is not called like one.
      guard start.firstRange(of: Array("---".utf8), before: Self.farthestFrontMatter) != nil else { return nil }
      // A text beside the declaration is about the release itself.
      guard path.contains("/") || release != nil else { return nil }
      let subject = path.contains("/") ? nil : release
      return { cards.read($0, as: subject).map { .document($0) } ?? .nothing }
    }
    let found = marks.found(in: start)
    guard !found.isEmpty else { return nil }
    if name.hasSuffix(".py") { return { programs.read($0).map { .document($0) } ?? .nothing } }
    if name.hasSuffix(".ipynb") { return { programs.read(notebook: $0).map { .document($0) } ?? .nothing } }
    let readers = Set(found.compactMap { readerOfMark[$0] }).sorted().map { trees[$0] }
    return readers.isEmpty ? nil : { Self.read($0, by: readers) }
  }

  /// Whether a file that holds something else than UTF-8 may tell of provenance: by its name, or by its words where these
  /// are Latin letters of UTF-16.
  func mayTell(_ path: String, _ start: [UInt8]) -> Bool {
    if CertainDocument.isNamed(path) { return true }
    let letters = start.prefix(Self.markedStart).filter { $0 != 0 && $0 < 0x80 }
    return reader(of: path, start: letters) != nil
  }

  /// How far from the start front matter may begin, behind blank lines and a byte order mark.
  private static let farthestFrontMatter = 64

  /// Reads the file at a path below a folder, whatever it is called; says what it is as an input of some type.
  func read(
    _ path: String, below folder: String
  ) throws(FileError) -> (reading: DocumentReading, input: (DocumentType) -> Input) {
    let file = try OpenFile("\(folder)/\(path)", shownAs: path)
    let size = file.size
    if let format = WeightsFormat(path: path) {
      let start = try file.read(upTo: min(size, UnreadableContent.shown))
      if let content = UnreadableContent(start), content == .pointer {
        return (Self.unreadable(path, content), { Input(headerOf: path, .document($0), size: size) })
      }
      return (format.read(file, path: path, in: folder), { Input(headerOf: path, .document($0), size: size) })
    }
    let source = SourceFile(path: path, bytes: try file.readAll(limit: SourceFile.documentLimit), in: folder)
    if let content = UnreadableContent(source.bytes), CertainDocument.isNamed(path) || content == .pointer {
      return (Self.unreadable(path, content), { Input(source, .document($0)) })
    }
    return (read(source), { Input(source, .document($0)) })
  }

  /// Reads a file, other than one of weights, that is in memory.
  func read(_ file: SourceFile) -> DocumentReading { reader(of: file.path, start: file.bytes)?(file) ?? .nothing }

  private static func unreadable(_ path: String, _ content: UnreadableContent) -> DocumentReading {
    .unreadable([content.cardError(at: SourceLocation(SourceFile(path: path, bytes: []), SourceRange(0, 0)))])
  }

  /// Reads a recipe that stands in a stretch of another file; nil where there is none.
  static func recipe(in file: SourceFile, range: SourceRange) -> ProvenanceDocument? {
    let bytes = Array(file.bytes[range.lowerBound..<range.upperBound])
    let candidates = recipes.filter { reader in
      reader.marks.contains { bytes.firstRange(of: Array($0.utf8), before: markedStart) != nil }
    }
    guard !candidates.isEmpty else { return nil }
    let parsed = YAMLDocument(reading: file, in: range, limits: .lenient)
    return document(parsed.root, of: file, name: "", parsed.diagnostics, by: candidates)
  }

  /// Reads a YAML, JSON or XML file with the first of some readers that recognises it.
  private static func read(_ file: SourceFile, by candidates: [any TreeReader]) -> DocumentReading {
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let (root, mistakes) = parse(file, name: name)
    // What is wrong with a tool's file is no mistake in the declaration.
    let diagnostics = mistakes.map(\.asWarning)
    guard root != nil else {
      // XML that quotes a bill, as a page does, is none.
      let isCertain = CertainDocument.isOne(file) || candidates.contains { $0.marksAreCertain }
      return isCertain && !diagnostics.isEmpty ? .unreadable(diagnostics) : .nothing
    }
    return document(root, of: file, name: name, diagnostics, by: candidates).map { .document($0) } ?? .nothing
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
