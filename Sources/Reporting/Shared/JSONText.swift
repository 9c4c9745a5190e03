import FoundationEssentials

/// JSON as all reports write it: sorted keys, nothing that could steer a terminal, a line break at the end.
enum JSONText {
  static func render(_ document: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return TerminalText.escapedJSON(String(decoding: try encoder.encode(document), as: UTF8.self)) + "\n"
  }
}
