import Diagnostics
import YAMLSource

/// Which reader reads a file: by its ending, then by words near its start, then by its keys.
struct DocumentReaders {
  /// The readers of YAML and JSON; the first one that recognises a document reads it.
  static let trees: [any TreeReader] = [AdapterConfigReader(), ModelConfigReader(), WeightsIndexReader()]

  /// How far into a file the words are searched that make it worth reading, in bytes.
  static let markedStart = 64 << 10

  private let marks = MarkSearch(trees.flatMap(\.marks))
  /// For each mark, which reader it belongs to.
  private let readerOfMark = trees.indices.flatMap { index in trees[index].marks.map { _ in index } }

  /// Whether a file may be a document of ours, by the bytes of its name.
  func mayRead(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    Self.endings.contains { name.hasSuffixIgnoringCase($0) } || WeightsFormat.allCases.contains { $0.names(name) }
  }

  private static let endings: [StaticString] = [".yaml", ".yml", ".json", ".jsonld"]

  /// The readers that may read a file, by its first bytes.
  func candidates(_ start: [UInt8]) -> [any TreeReader] {
    let found = marks.found(in: start)
    guard !found.isEmpty else { return [] }
    let readers = Set(found.map { readerOfMark[$0] })
    return readers.sorted().map { Self.trees[$0] }
  }

  /// Reads the file at a path below a folder, whatever it is called.
  func read(_ path: String, below folder: String) -> DocumentReading {
    guard let file = try? OpenFile("\(folder)/\(path)", shownAs: path) else { return .nothing }
    if let format = WeightsFormat(path: path) { return format.read(file, path: path) }
    guard let bytes = try? file.readAll(limit: SourceFile.documentLimit) else { return .nothing }
    return read(SourceFile(path: path, bytes: bytes), by: candidates(Array(bytes.prefix(Self.markedStart))))
  }

  /// Reads a YAML or JSON file with the first of some readers that recognises it.
  func read(_ file: SourceFile, by candidates: [any TreeReader]) -> DocumentReading {
    guard !candidates.isEmpty else { return .nothing }
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
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
    guard let root else {
      return CertainDocument.isOne(file) ? .unreadable(diagnostics) : .nothing
    }
    guard let reader = candidates.first(where: { $0.recognises(root, name: name) }) else { return .nothing }
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

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes end with `ending`, which is lower-case ASCII; the case of ASCII letters does not matter.
  func hasSuffixIgnoringCase(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count >= length else { return false }
    for offset in 0..<length {
      let byte = self[count - length + offset]
      guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == ending.utf8Start[offset] else { return false }
    }
    return true
  }
}
