import LicenseTexts
import MarkupText

/// What files were recognised as, as JSON, by `docs/identity.schema.json`.
public enum IdentityJSON {
  /// Version of the format.
  public static let version = 1

  /// The JSON text, with sorted keys and a line break at its end.
  public static func render(_ files: [IdentifiedFile]) throws -> String {
    try JSONText.render(Document(version: version, files: files.map(FileEntry.init)))
  }

  private struct Document: Encodable {
    let version: Int
    let files: [FileEntry]
  }

  private struct NearestEntry: Encodable {
    let license: String
    let score: Double
  }

  private struct FileEntry: Encodable {
    let file: String
    let kind: String
    let licenses: [IdentityEntry]
    let kin: [IdentityEntry]
    let nearest: NearestEntry?
    let unrecognised: [RangeEntry]

    init(_ file: IdentifiedFile) {
      self.file = file.file.path
      kind = file.answer.kind.rawValue
      licenses = file.answer.matches.map { IdentityEntry($0, in: file.text) }
      kin = file.answer.kin.map { IdentityEntry($0, in: file.text) }
      nearest = file.answer.nearest.map { NearestEntry(license: $0.id, score: $0.score) }
      unrecognised = file.answer.rest.map { RangeEntry($0, in: file.text) }
    }
  }
}

/// A licence that stands in a text, in the JSON of `identify` and `parse`.
struct IdentityEntry: Encodable {
  let license: String
  let also: [String]
  let version: String
  let altered: Bool
  let score: Double
  let range: RangeEntry
  let changes: [ChangeEntry]

  init(_ match: IdentityMatch, in text: ReadableText) {
    license = match.id
    also = match.also
    version = match.signature.version
    altered = match.isAltered
    score = match.score
    range = RangeEntry(match.range, in: text)
    changes = match.changes.map { ChangeEntry($0, in: text) }
  }

  struct ChangeEntry: Encodable {
    let kind: String
    let clause: String?
    let range: RangeEntry
    let missingWords: Int
    let addedWords: Int

    init(_ change: TextChange, in text: ReadableText) {
      kind = change.kind.rawValue
      clause = change.clause
      range = RangeEntry(change.range, in: text)
      missingWords = change.missing
      addedWords = change.added
    }
  }
}
