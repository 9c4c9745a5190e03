import Diagnostics
import Obligations
import YAMLSource

/// The value of a property as generators write it: one name, or several with commas, perhaps as a list of Python.
enum BomPropertyValue {
  /// The names in a value, each where it stands, and whether there may be more; texts that are no names are left out.
  static func names(in value: YAMLNode) -> (names: [YAMLNode], isCut: Bool) {
    guard let text = value.text else { return ([], false) }
    let separators: Set<Character> = [",", ";", "\n"]
    let quotes: Set<Character> = ["[", "]", "(", ")", "\"", "'", " ", "\t"]
    let parts = text.split(whereSeparator: separators.contains)
    let names = parts.prefix(mostNames).compactMap { part -> YAMLNode? in
      let name = String(part.drop(while: quotes.contains).reversed().drop(while: quotes.contains).reversed())
      guard isName(name) else { return nil }
      return YAMLNode(
        .scalar(name, style: .doubleQuoted), file: value.file, range: place(of: name, in: value))
    }
    return (names, parts.count > mostNames)
  }

  /// Most names in one value.
  static let mostNames = 1_000

  private static func isName(_ text: String) -> Bool {
    guard !noNames.contains(text.lowercased()), text.contains(where: \.isLetter) else { return false }
    return ArtefactID.isHubID(text) || PackageURL(text)?.isHub == true || HubAddress(repository: text) != nil
  }

  /// Where a name stands in a value; all of the value, where it is written in another way there.
  private static func place(of name: String, in value: YAMLNode) -> SourceRange {
    guard
      let start = value.file.bytes.firstRange(
        of: Array(name.utf8), from: value.range.lowerBound, before: value.range.upperBound)
    else { return value.range }
    return SourceRange(start, start + name.utf8.count)
  }

  private static let noNames: Set<String> = [
    "true", "false", "yes", "no", "none", "null", "unknown", "other", "private", "proprietary", "internal", "custom",
    "undisclosed", "various", "noassertion", "n", "a",
  ]
}
