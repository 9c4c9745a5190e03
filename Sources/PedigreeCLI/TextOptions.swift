import ArgumentParser
import PedigreeKit

/// How single texts are read.
struct TextOptions: ParsableArguments {
  @OptionGroup var knowledge: KnowledgeOptions

  /// The largest file that is opened; of long ones only the beginning is read, and `ReadableText` says so.
  private static let limit = 256 << 20

  /// What is read by the wordings of the knowledge.
  static func reading<Result>(_ read: () throws(LexiconError) -> Result) throws -> Result {
    do {
      return try read()
    } catch {
      throw Stop.failure("the lexicon is broken: \(error)")
    }
  }

  /// Reads a file, or the licence in the gate of a card; what can't be read of it is said on standard error.
  ///
  /// A file that is no text at all is an error: "no obligations" would be no answer to it.
  static func read(_ path: String) throws(FileError) -> ReadableText {
    let file = try SourceFile.read(path, limit: limit)
    let text = GatedLicense.read(file) ?? ReadableText.read(file)
    if let broken = text.diagnostics.first(where: { $0.severity == .error }) {
      throw .unreadable(path: path, reason: broken.summary)
    }
    if !text.diagnostics.isEmpty {
      Output.writeError(CheckText(style: TextStyle(coloured: false)).render(text.diagnostics))
    }
    return text
  }

  /// Reads a file without which there is nothing to do.
  static func readOrStop(_ path: String) throws -> ReadableText {
    do {
      return try read(path)
    } catch {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
  }
}
