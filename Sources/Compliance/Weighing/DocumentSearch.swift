import Diagnostics
import MarkupText
import Provenance

/// Looks for wordings in a project's documents.
///
/// Case, white space, quotation marks and the copyright sign's spelling do not matter.
struct DocumentSearch {
  private let documents: [ProjectDocument]
  private let folded: [FoldedText]

  init(_ documents: [ProjectDocument]) {
    self.documents = documents
    self.folded = documents.map { FoldedText($0) }
  }

  /// Where a wording stands in one document.
  func find(_ wording: String, in document: ProjectDocument) -> SourceLocation? {
    guard let index = documents.firstIndex(where: { $0.file === document.file }),
      let range = folded[index].range(of: wording)
    else { return nil }
    return SourceLocation(document.file, range)
  }
}

/// A document's text in a form that does not depend on how it was typed.
private struct FoldedText {
  private var bytes: [UInt8] = []
  private var offsets: [Int32] = []

  init(_ document: ProjectDocument) {
    // Only what people see counts: no front matter, no comments, no tags.
    switch document.content {
    case .markdown(let markdown):
      for block in markdown.blocks {
        appendSeparator()
        append(block.text.bytes, offset: { block.text.sourceRange(of: $0..<($0 + 1)).lowerBound })
        // A link is shown with what it leads to.
        for link in block.links where !link.isImage {
          appendSeparator()
          let place = block.text.sourceRange(of: link.range).lowerBound
          append(Array(link.destination.utf8), offset: { _ in place })
        }
      }
    case .html(let html):
      // Pieces end wherever a word is set in bold, so nothing is put between them.
      for piece in html.pieces {
        append(Array(piece.text.utf8), offset: { _ in 0 })
      }
    case .plain:
      append(document.file.bytes, offset: { $0 })
    }
  }

  /// The file's range of the first occurrence of `wording`.
  func range(of wording: String) -> SourceRange? {
    var needle = FoldedText()
    needle.append(Array(wording.utf8), offset: { $0 })
    guard !needle.bytes.isEmpty else { return nil }
    var from = 0
    while let start = bytes.firstRange(of: needle.bytes, from: from) {
      let end = start + needle.bytes.count
      // "Built with Llamafile" does not say "Built with Llama".
      if start == 0 || !Self.isWord(bytes[start - 1]), end == bytes.count || !Self.isWord(bytes[end]) {
        let first = Int(offsets[start])
        return SourceRange(first, max(first, Int(offsets[end - 1]) + 1))
      }
      from = start + 1
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private init() {}

  private mutating func appendSeparator() {
    bytes.append(0)
    offsets.append(offsets.last ?? 0)
  }

  private mutating func append(_ text: [UInt8], offset: (Int) -> Int) {
    var index = 0
    while index < text.count {
      let (folded, length) = Self.fold(text, at: index)
      for byte in folded where byte != UInt8(ascii: " ") || (bytes.last ?? 0) != UInt8(ascii: " ") {
        bytes.append(byte)
        offsets.append(Int32(offset(index)))
      }
      index += length
    }
  }

  /// The character at `index` in its plain form, and its length.
  private static func fold(_ text: [UInt8], at index: Int) -> (folded: [UInt8], length: Int) {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return ([byte | 0x20], 1)
    case 0x09...0x0D, 0x20: return ([UInt8(ascii: " ")], 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return ([], 1)
    case 0xC2 where text[index...].starts(with: [0xC2, 0xA9]): return (Array("(c)".utf8), 2)
    case 0xC2 where text[index...].starts(with: [0xC2, 0xA0]): return ([UInt8(ascii: " ")], 2)
    case 0xE2
    where text[index...].starts(with: [0xE2, 0x80]) && index + 2 < text.count && (0x98...0x9F).contains(text[index + 2]):
      return ([], 3)
    default: return ([byte], 1)
    }
  }
}
