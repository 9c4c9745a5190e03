import Diagnostics
import YAMLSource

/// The JSON at the start of a safetensors file: eight bytes of length, then an object of tensors, and of texts under
/// `__metadata__`.
///
/// Places in it count from the first byte of the JSON. Only `__metadata__` is parsed.
struct SafetensorsHeader {
  /// The JSON as it is.
  let file: SourceFile
  /// The texts that a tool left; nil where there are none.
  let metadata: YAMLNode?
  let diagnostics: [Diagnostic]

  /// Longest header that is read, in bytes.
  static let mostBytes = 16 << 20

  /// Reads a file's header; nil where the file is no safetensors file.
  init?(_ file: consuming OpenFile, path: String, in folder: String? = nil) {
    var cursor = HeaderCursor(file, limit: 8 + Self.mostBytes)
    guard let length = try? cursor.integer(8), let first = try? cursor.integer(1), first == UInt8(ascii: "{"),
      length > 1
    else { return nil }
    var bytes = [UInt8(ascii: "{")]
    var stop: HeaderCursor.Stop?
    if length > Self.mostBytes {
      stop = .limit
    } else {
      bytes.reserveCapacity(Int(length))
      do {
        // A piece may be shorter than asked for, never longer.
        while bytes.count < length {
          let piece = min(UInt64(HeaderCursor.pieceSize), length - UInt64(bytes.count))
          bytes += try cursor.bytes(piece, keeping: Int(piece))
        }
      } catch {
        stop = error
      }
    }
    self.file = SourceFile(path: path, bytes: stop == nil ? bytes : [], in: folder)
    let start = SourceLocation(self.file, SourceRange(0, 0))
    if let stop {
      self.metadata = nil
      let isLimit = if case .limit = stop { true } else { false }
      let reason =
        isLimit
        ? "the safetensors header has \(length) bytes, more than the limit of \(Self.mostBytes)"
        : "the safetensors header is cut off: it should have \(length) bytes"
      self.diagnostics = [Diagnostic(isLimit ? .documentTooLarge : .documentUnreadable, reason, at: start)]
    } else if let range = Self.metadataRange(in: bytes) {
      let parsed = JSONDocument(reading: self.file, in: range)
      self.metadata = parsed.root
      self.diagnostics = parsed.diagnostics.map(\.asWarning)
    } else {
      self.metadata = nil
      self.diagnostics = []
    }
  }

  /// Where the object under `__metadata__` stands: up to the brace that closes it, or to the end.
  private static func metadataRange(in bytes: [UInt8]) -> SourceRange? {
    let key = Array("\"__metadata__\"".utf8)
    guard let found = bytes.firstRange(of: key, before: bytes.count) else { return nil }
    var index = found + key.count
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ":")].contains(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    let start = index
    var depth = 0
    var isInText = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInText: index += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText:
        depth -= 1
        if depth == 0 { return SourceRange(start, index + 1) }
      default: break
      }
      index += 1
    }
    return SourceRange(start, bytes.count)
  }
}

/// Reads the header of a safetensors file.
enum SafetensorsReader {
  static func read(_ file: consuming OpenFile, path: String, in folder: String?) -> DocumentReading {
    guard let header = SafetensorsHeader(file, path: path, in: folder) else { return .nothing }
    guard let metadata = header.metadata else {
      return header.diagnostics.isEmpty
        ? .document(ProvenanceDocument(header.file, .safetensors)) : .unreadable(header.diagnostics)
    }
    var document = ProvenanceDocument(header.file, .safetensors)
    document.diagnostics = header.diagnostics
    WeightsMetadata(metadata).read(into: &document)
    return .document(document)
  }
}
