import ArgumentParser
import Diagnostics
import LicenseTexts
import MarkupText
import Reporting

/// How single texts are read.
struct TextOptions: ParsableArguments {
  @OptionGroup var knowledge: KnowledgeOptions

  /// The largest text: 16 MiB. Pages of services hold a few hundred kilobytes.
  static let limit = 16 << 20

  /// A reader with the wordings of the knowledge.
  func reader() throws -> ObligationReader {
    do {
      return try ObligationReader(try knowledge.load().lexicon())
    } catch let error as LexiconError {
      throw Stop.failure("the lexicon is broken: \(error)")
    }
  }

  /// Reads a file; what can't be read of it is said on standard error.
  func read(_ path: String) throws -> ReadableText {
    let file: SourceFile
    do {
      file = try SourceFile.read(path, limit: Self.limit)
    } catch {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
    let text = ReadableText.read(file)
    if !text.diagnostics.isEmpty {
      Output.writeError(CheckText(style: TextStyle(coloured: false)).render(text.diagnostics))
    }
    return text
  }
}
