import Diagnostics
import MarkupText
import YAMLSource

/// Which reader reads a file: by its ending, then by words near its start, then by its keys.
struct DocumentReaders {
  /// The readers of YAML, JSON and XML; the first one that recognises a document reads it.
  static let trees: [any TreeReader] = [
    CycloneDXReader(), SPDX3Reader(), SPDX2Reader(), AdapterConfigReader(),
  ]

  /// How far into a file the words are searched that make it worth parsing, in bytes.
  static let markedStart = 64 << 10

  /// Whether a file may be a document of ours, by its name.
  func mayRead(_ name: Substring) -> Bool { Self.endings.contains { name.lowercased().hasSuffix($0) } }

  private static let endings = [".yaml", ".yml", ".json", ".jsonld", ".xml", ".cdx", ".spdx"]

  /// Reads the file at a path below a folder; nil where it is no document of ours.
  func read(_ path: String, below folder: String) -> ProvenanceDocument? {
    guard let file = try? SourceFile.read("\(folder)/\(path)", shownAs: path) else { return nil }
    return tree(in: file)
  }

  /// Reads a YAML, JSON or XML file; nil where it is no document of ours.
  func tree(in file: SourceFile) -> ProvenanceDocument? {
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let candidates = Self.trees.filter { $0.marks.contains { Self.holds(Array($0.utf8), file) } }
    guard let first = candidates.first else { return nil }
    let (root, diagnostics) = Self.parse(file, name: name)
    let reader = root.flatMap { root in candidates.first { $0.recognises(root, name: name) } }
    // A page that quotes a bill is none.
    let isBroken =
      root == nil && first.marksAreCertain && mayRead(name[...]) && diagnostics.contains { $0.severity == .error }
    guard let reader = reader ?? (isBroken ? first : nil) else { return nil }
    var document = ProvenanceDocument(file, reader.type)
    // A mistake in it is none in the declaration: the others are read all the same.
    document.diagnostics = diagnostics.map { found in
      Diagnostic(
        found.id, min(found.severity, .warning), found.summary, at: found.location, help: found.help)
    }
    if let root { reader.read(root, into: &document) }
    return document
  }

  /// Whether a mark stands near the start of a file, or near its end: some writers sort their keys.
  private static func holds(_ mark: [UInt8], _ file: SourceFile) -> Bool {
    file.bytes.firstRange(of: mark, before: markedStart) != nil
      || file.bytes.firstRange(of: mark, from: max(0, file.bytes.count - markedStart)) != nil
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

  /// Whether a file begins like XML, in whatever encoding.
  private static func isXML(_ file: SourceFile) -> Bool {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0]
    return file.bytes.prefix(64).first { $0 > 0x20 && !marks.contains($0) } == UInt8(ascii: "<")
  }
}
