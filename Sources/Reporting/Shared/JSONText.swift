import FoundationEssentials

/// JSON as all reports write it: sorted keys, nothing that could steer a terminal, a line break at the end.
enum JSONText {
  static func render(_ document: some Encodable) throws -> String {
    try render(document, [.prettyPrinted])
  }

  /// The same in one line.
  static func line(_ document: some Encodable) throws -> String { try render(document, []) }

  private static func render(_ document: some Encodable, _ format: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = format.union([.sortedKeys, .withoutEscapingSlashes])
    return TerminalText.escapedJSON(String(decoding: try encoder.encode(document), as: UTF8.self)) + "\n"
  }
}
