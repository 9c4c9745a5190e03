import Diagnostics
import LicenseKnowledge
import MarkupText
import TestSupport
import Testing

@testable import LicenseTexts

/// What holds for every text, whatever the lexicon says.
@Suite struct ObligationLawTests {
  /// What is wrong with the records of a text: quotes that stand elsewhere, or records out of order.
  private static func complaints(_ parsed: ParsedText) -> [String] {
    var complaints: [String] = []
    var last = 0
    for obligation in parsed.obligations {
      let source = parsed.text.text.sourceRange(of: obligation.range)
      let name = WordingReading.line(obligation)
      if obligation.range.isEmpty || source.count == 0 { complaints.append("\(name) quotes nothing") }
      if source.upperBound > parsed.text.file.bytes.count {
        complaints.append("\(name) stands outside of the file")
      } else if !stands(parsed.text.words(in: obligation.range), in: parsed.text.file, at: source) {
        complaints.append("\(name) does not stand at its offsets: \(parsed.text.words(in: obligation.range))")
      }
      if obligation.range.lowerBound < last { complaints.append("\(name) is out of order") }
      if !(0...1).contains(obligation.confidence) { complaints.append("\(name) has no confidence") }
      last = obligation.range.lowerBound
    }
    return complaints
  }

  /// Whether the words stand at `source`: they begin and end with it, and between them lies nothing but markup.
  private static func stands(_ words: String, in file: SourceFile, at source: SourceRange) -> Bool {
    func letters(_ bytes: some Sequence<UInt8>) -> [UInt8] {
      bytes.map { $0 | 0x20 }.filter { (0x61...0x7A).contains($0) }
    }
    var bytes = file.bytes[source.lowerBound..<source.upperBound]
    // `&quot;` begins with letters of its own.
    if bytes.first == UInt8(ascii: "&"), let end = bytes.prefix(8).firstIndex(of: UInt8(ascii: ";")) {
      bytes = bytes[(end + 1)...]
    }
    let wanted = letters(words.utf8)
    let found = letters(bytes)
    // Typographic marks end as ASCII ones in the text; references begin with an ampersand and end with a semicolon.
    let last = bytes.last ?? 0
    guard wanted.first == found.first || bytes.first == UInt8(ascii: "&"),
      last == words.utf8.last || last >= 0x80 || last == UInt8(ascii: ";")
    else {
      return false
    }
    var next = 0
    for letter in found where next < wanted.count && letter == wanted[next] { next += 1 }
    return next == wanted.count
  }

  private static let samples = ["acme-model-license-1.0.txt", "acme-model-license-1.1.md"]

  private static func bytes(of sample: String) throws -> [UInt8] {
    try #require(Repository.bytes(of: "\(Repository.root)/Tests/EndToEndTests/Texts/\(sample)"))
  }

  private static func parse(_ bytes: [UInt8], as path: String) throws -> ParsedText {
    try WordingReading.reader.get().read(ReadableText.read(SourceFile(path: path, bytes: bytes)))
  }

  @Test(arguments: samples) func `every quote of our texts stands at its offsets`(sample: String) throws {
    let parsed = try Self.parse(Self.bytes(of: sample), as: sample)
    #expect(parsed.obligations.count > 15)
    #expect(Self.complaints(parsed) == [])
  }

  @Test(.enabled(if: Corpus.isPresent, "the corpus of licence texts is not here; PEDIGREE_CORPUS names it"))
  func `every quote of real texts stands at its offsets`() throws {
    var mistaken: [String] = []
    // Some of each kind and maker; all of them would take a build for debugging a minute.
    for text in Corpus.texts.filter({ $0.variant == 0 }).enumerated().filter({ $0.offset % 16 == 0 }).map(\.element) {
      let parsed = try Self.parse(try #require(text.bytes), as: text.path)
      mistaken += Self.complaints(parsed).map { "\(text.path): \($0)" }
    }
    #expect(mistaken == [])
  }

  @Test(arguments: samples) func `reading a text twice gives the same`(sample: String) throws {
    let bytes = try Self.bytes(of: sample)
    let lexicon = Knowledge().lexicon()
    let runs = try (0..<2).map { _ in
      let reader = try ObligationReader(lexicon)
      return reader.read(ReadableText.read(SourceFile(path: sample, bytes: bytes))).obligations.map { "\($0)" }
    }
    #expect(runs[0] == runs[1])
  }

  @Test(arguments: samples) func `damaged copies are read without a trap, and quoted where they stand`(sample: String)
    throws
  {
    let text = String(decoding: try Self.bytes(of: sample), as: UTF8.self)
    for copy in DamagedCopies(of: text, count: 25, alphabet: "#*(.)1ai:; \n\"“不") {
      #expect(Self.complaints(try Self.parse(copy, as: sample)) == [])
    }
  }
}
