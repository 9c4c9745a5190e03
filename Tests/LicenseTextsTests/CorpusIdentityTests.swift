import Compliance
import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Provenance
import TestSupport
import Testing

/// Holds the signatures of `licenses/signatures/` against the real texts.
@Suite(.enabled(if: Corpus.isPresent, "the corpus of licence texts is not here; PEDIGREE_CORPUS names it"))
struct CorpusIdentityTests {
  private static let identifier = Library().texts.identifier
  /// Texts as they stand in repositories, and records of terms; a page of a site has more on it.
  private static let texts = Corpus.texts.filter { $0.format != "html" && !$0.path.hasPrefix("hf-cards/") }

  /// Texts that only put another model's name into somebody else's words.
  private static let renamed = ["bigscience-openrail-m": "supertonic-openrail-m"]

  /// The texts as read, each once.
  private static let readings = Dictionary(
    uniqueKeysWithValues: Corpus.texts.compactMap { text in
      text.bytes.map { (text.path, ReadableText.read(SourceFile(path: text.path, bytes: $0))) }
    })

  private static func read(_ text: Corpus.Text) throws -> ReadableText { try #require(readings[text.path]) }

  @Test func `every text is known as its licence and version, unaltered`() throws {
    var mistaken: [String] = []
    for text in Self.texts {
      let answer = Self.identifier.identify(try Self.read(text))
      let isKnown = answer.matches.contains { !$0.isAltered && ($0.id == text.id || $0.also.contains(text.id)) }
      if !isKnown { mistaken.append("\(text.path): \(answer.matches.map(\.id))") }
    }
    #expect(mistaken == [])
  }

  @Test func `a page is known as the terms on it`() throws {
    var mistaken: [String] = []
    for text in Corpus.texts where text.format == "html" {
      let answer = Self.identifier.identify(try Self.read(text))
      if !answer.matches.contains(where: { $0.id == text.id }) {
        mistaken.append("\(text.path): \(answer.matches.map(\.id))")
      }
    }
    #expect(mistaken == [])
  }

  @Test func `a word that is put into a licence is found`() throws {
    for text in Self.texts where text.variant == 0 && text.format == "txt" {
      let bytes = try #require(text.bytes)
      // Between two words in the middle of the file; a text in Chinese has no such place.
      let places = (bytes.count / 2)..<(bytes.count - 1)
      guard
        let middle = places.first(where: {
          bytes[$0] == UInt8(ascii: " ") && Self.isLetter(bytes[$0 - 1]) && Self.isLetter(bytes[$0 + 1])
        })
      else { continue }
      let changed = bytes[..<middle] + Array(" nevertheless".utf8) + bytes[middle...]
      let answer = Self.identifier.identify(ReadableText.read(SourceFile(path: text.path, bytes: Array(changed))))
      let isPlain = answer.matches.contains { !$0.isAltered && ($0.id == text.id || $0.also.contains(text.id)) }
      #expect(!isPlain, "\(text.path)")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  @Test func `a wording that was never seen is known as its licence and version`() throws {
    var collection = SignatureCollection(alias: "spdx-")
    for text in Self.texts where text.variant == 0 {
      collection.add(.init(id: text.id), try Self.read(text))
    }
    let identifier = LicenseIdentifier(collection.signatures)
    var mistaken: [String] = []
    for text in Self.texts where text.variant != 0 {
      let matches = identifier.identify(try Self.read(text)).matches
      // Some texts are word for word those of another id.
      let isKnown = matches.contains { $0.id == text.id || $0.also.contains(text.id) || !$0.isAltered }
      if !isKnown, Self.renamed[text.id] != matches.first?.id {
        mistaken.append("\(text.path): \(matches.map(\.id))")
      }
    }
    #expect(mistaken == [])
  }

  @Test(arguments: TextDress.all.indices)
  func `a licence whose publisher says how copies may differ is known in any dress`(index: Int) throws {
    let dress = TextDress.all[index]
    var mistaken: [String] = []
    // Each text in some of the dresses, in turn: a build for debugging would take minutes for all.
    for (turn, text) in Corpus.texts.filter({ $0.format == "xml" }).enumerated() where turn % 6 == index % 6 {
      let read = try Self.read(text)
      let plain = read.blocks.map { read.words(in: $0.range) }.joined(separator: "\n\n")
      let answer = Self.identifier.identify(ReadableText.read(SourceFile(path: dress.file, text: dress.on(plain))))
      let isKnown = answer.matches.contains { !$0.isAltered && ([$0.id] + $0.also).contains(text.id) }
      if !isKnown || answer.restCount > 0 { mistaken.append("\(text.id) \(dress): \(answer.matches.map(\.id))") }
    }
    #expect(mistaken == [])
  }

  /// Where people put a licence.
  private enum Setting: CaseIterable {
    case alone, withPolicy, onPage, wrapped, filledIn, inGate

    /// The text of a licence set so, read; nil where it cannot be set so.
    func reading(of plain: String, policies: [String]) -> ReadableText? {
      switch self {
      case .alone: read(plain)
      case .withPolicy: policies.isEmpty ? nil : read(([plain] + policies).joined(separator: "\n\n"))
      case .onPage: read(TextDress.page.on(plain), "LICENSE.html")
      case .wrapped: read(TextDress.rewrapped.on(plain))
      case .filledIn:
        read(
          "# Heron 7B\n\nCopyright (c) 2024 Acme Research Ltd.\n\n"
            + TextDress.filledIn.on(plain))
      case .inGate: GatedLicense.readPrompt(SourceFile(path: "README.md", text: Self.card(prompt: plain)))
      }
    }

    private func read(_ text: String, _ path: String = "LICENSE") -> ReadableText {
      ReadableText.read(SourceFile(path: path, text: text))
    }

    private static func card(prompt: String) -> String {
      let lines = prompt.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      return (["---", "license: other", "extra_gated_prompt: |2-"] + lines + ["---", "# Heron 7B", ""])
        .joined(separator: "\n")
    }
  }

  @Test(arguments: Setting.allCases)
  private func `every known licence is known as itself wherever it stands`(setting: Setting) throws {
    let library = Library()
    let place = Setting.allCases.firstIndex(of: setting)
    let plain = try Dictionary(
      Self.texts.filter { $0.variant == 0 }.map { text in
        let read = try Self.read(text)
        return (text.id, read.blocks.map { read.words(in: $0.range) }.joined(separator: "\n\n"))
      }, uniquingKeysWith: { first, _ in first })
    var mistaken: [String] = []
    // Each licence in some of the settings, in turn: a build for debugging would take minutes for all.
    for (turn, id) in plain.keys.sorted().enumerated() {
      let policies = (library.license(id)?.incorporates ?? []).compactMap { plain[$0] }
      guard turn % Setting.allCases.count == place || !policies.isEmpty else { continue }
      guard let read = setting.reading(of: plain[id] ?? "", policies: policies) else { continue }
      let answer = Self.identifier.identify(read)
      let isKnown = answer.matches.contains { !$0.isAltered && ([$0.id] + $0.also).contains(id) }
      if !isKnown || answer.restCount > 0 { mistaken.append("\(id): \(answer.matches.map(\.id))") }
    }
    #expect(mistaken == [])
  }
}
