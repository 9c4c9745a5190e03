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
    let file = document.file
    // Front matter is no text that people read.
    let start = FrontMatter(in: file)?.bodyStart ?? 0
    append(Array(file.bytes[start...]), offset: { $0 + start })
    // Emphasis, links and alternative texts hide words from a search in the raw text.
    if case .markdown(let markdown) = document.content {
      for block in markdown.blocks {
        appendSeparator()
        append(block.text.bytes, offset: { block.text.sourceRange(of: $0..<($0 + 1)).lowerBound })
      }
    } else if case .html(let html) = document.content {
      // Pieces end wherever a word is set in bold, so nothing is put between them.
      appendSeparator()
      for piece in html.pieces {
        append(Array(piece.text.utf8), offset: { _ in 0 })
      }
    }
  }

  /// The file's range of the first occurrence of `wording`.
  func range(of wording: String) -> SourceRange? {
    var needle = FoldedText()
    needle.append(Array(wording.utf8), offset: { $0 })
    guard !needle.bytes.isEmpty, let start = bytes.firstRange(of: needle.bytes) else { return nil }
    let first = Int(offsets[start])
    let last = Int(offsets[start + needle.bytes.count - 1]) + 1
    return SourceRange(first, max(first, last))
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
