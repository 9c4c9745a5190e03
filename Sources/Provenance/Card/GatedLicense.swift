import Diagnostics
import MarkupText
import YAMLSource

/// The licence that a card asks people to accept before they may download: the prompt of its gate.
public enum GatedLicense {
  /// Shorter prompts say where the licence is to be found.
  private static let fewestBytes = 2_000

  /// Reads the licence in `extra_gated_prompt` of a card's front matter or of a YAML file; nil where none stands there.
  public static func read(_ file: SourceFile) -> ReadableText? {
    readPrompt(file, fewestBytes: fewestBytes)
  }

  /// Reads the prompt, be it a licence or a few words of the project's own; nil where none stands there.
  public static func readPrompt(_ file: SourceFile) -> ReadableText? {
    readPrompt(file, fewestBytes: 1)
  }

  private static func readPrompt(_ file: SourceFile, fewestBytes: Int) -> ReadableText? {
    guard let prompt = prompt(of: file), let text = prompt.text, text.utf8.count >= fewestBytes else { return nil }
    return ReadableText.read(MappedText(prompt), in: file)
  }

  private static func prompt(of file: SourceFile) -> YAMLNode? {
    let key = "extra_gated_prompt"
    guard file.bytes.firstRange(of: Array(key.utf8)) != nil else { return nil }
    let range = FrontMatter(in: file)?.yaml
    guard range != nil || [".yaml", ".yml"].contains(where: { file.path.hasSuffix($0) }) else { return nil }
    return YAMLDocument(reading: file, in: range ?? file.range, limits: .lenient).root?[key]
  }
}

extension MappedText {
  /// The text of a scalar, which knows where its bytes stand in the file.
  init(_ scalar: YAMLNode) {
    self.init()
    let bytes = Array((scalar.text ?? "").utf8)
    bytes.withUnsafeBufferPointer { buffer in
      for piece in scalar.scalarPieces {
        let part = UnsafeBufferPointer(rebasing: buffer[piece.text])
        if piece.isVerbatim {
          append(contentsOf: part, from: piece.source.lowerBound)
        } else if piece.source.isEmpty {
          insert(part, at: piece.source.lowerBound)
        } else {
          append(part, inPlaceOf: piece.source)
        }
      }
    }
  }
}
