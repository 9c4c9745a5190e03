import Diagnostics
import FoundationEssentials
import LicenseTexts

/// What files were recognised as, as JSON, by `docs/identity.schema.json`.
public enum IdentityJSON {
  /// Version of the format.
  public static let version = 1

  /// The JSON text, with sorted keys and a line break at its end.
  public static func render(_ files: [IdentifiedFile]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let document = Document(version: version, files: files.map(FileEntry.init))
    return TerminalText.escapedJSON(String(decoding: try encoder.encode(document), as: UTF8.self)) + "\n"
  }

  private struct Document: Encodable {
    let version: Int
    let files: [FileEntry]
  }

  private struct FileEntry: Encodable {
    let file: String
    let kind: String
    let licenses: [LicenseEntry]
    let unrecognised: [RangeEntry]

    init(_ file: IdentifiedFile) {
      self.file = file.file.path
      kind = file.answer.kind.rawValue
      licenses = file.answer.matches.map { LicenseEntry($0, in: file) }
      unrecognised = file.answer.rest.map { RangeEntry($0, in: file) }
    }
  }

  private struct LicenseEntry: Encodable {
    let license: String
    let also: [String]
    let version: String
    let altered: Bool
    let score: Double
    let range: RangeEntry
    let changes: [ChangeEntry]

    init(_ match: IdentityMatch, in file: IdentifiedFile) {
      license = match.id
      also = match.also
      version = match.signature.version
      altered = match.isAltered
      score = match.score
      range = RangeEntry(match.range, in: file)
      changes = match.changes.map { ChangeEntry($0, in: file) }
    }
  }

  private struct ChangeEntry: Encodable {
    let kind: String
    let clause: String?
    let range: RangeEntry
    let missingWords: Int
    let addedWords: Int

    init(_ change: TextChange, in file: IdentifiedFile) {
      kind = change.kind.rawValue
      clause = change.clause
      range = RangeEntry(change.range, in: file)
      missingWords = change.missing
      addedWords = change.added
    }
  }

  private struct RangeEntry: Encodable {
    let start: PlaceEntry
    let end: PlaceEntry

    init(_ range: Range<Int>, in file: IdentifiedFile) {
      let place = file.place(of: range)
      start = PlaceEntry(place.start)
      end = PlaceEntry(place.end)
    }
  }

  private struct PlaceEntry: Encodable {
    let line: Int
    let column: Int
    let offset: Int

    init(_ position: SourcePosition) {
      line = position.line
      column = position.column
      offset = position.offset
    }
  }
}
