import Diagnostics
import LicenseTexts
import Obligations
import Provenance

/// A licence in a text of the project that is not worded as it was published.
struct AlteredText: Sendable {
  let text: ProjectText
  let match: IdentityMatch
  /// The clauses in which it differs, what stands behind the terms left out.
  let changes: [TextChange]

  /// Nil for a true copy.
  init?(_ match: IdentityMatch, in text: ProjectText) {
    let changes = match.changes.filter { !$0.isLostAppendix }
    guard !changes.isEmpty else { return nil }
    self.text = text
    self.match = match
    self.changes = changes
  }

  /// Whether it is the licence with this id.
  func isVersion(of license: String) -> Bool { match.ids.contains(license) }

  /// Whether a clause of the licence is lost or worded otherwise here.
  func touches(clause: String) -> Bool {
    changes.contains { $0.kind != .added && $0.clause.map { Citation.overlap($0, clause) } ?? true }
  }

  /// What a machine reads in the words that the licence does not have.
  func newObligations(in parsed: ParsedText) -> [ParsedObligation] {
    let ranges = changes.filter { $0.added > 0 }.map(\.range)
    return parsed.obligations.filter { obligation in ranges.contains { $0.overlaps(obligation.range) } }
  }

  /// The alterations as facts, each at its line.
  var evidence: [Evidence] { changes.map { Evidence(Self.wording(of: $0), at: text.location(of: $0.range)) } }

  /// `3 is lost, 4 is changed`: the first alterations in few words.
  var summary: String {
    let shown = changes.prefix(Self.mostShown).map { change in
      let clause = change.clause ?? "the opening"
      return switch change.kind {
      case .missing: "\(clause) is lost"
      case .changed: "\(clause) is changed"
      case .added: "words are added behind \(clause)"
      }
    }
    let more = changes.count > shown.count ? ["\(changes.count - shown.count) more"] : []
    return (shown + more).joined(separator: ", ")
  }

  private static let mostShown = 6

  private static func wording(of change: TextChange) -> String {
    let clause = change.clause ?? "the opening"
    return switch change.kind {
    case .missing: "\(clause) is lost (\(count(change.missing)))"
    case .changed: "\(clause) is changed (\(count(change.missing)) gone, \(change.added) new)"
    case .added: "\(count(change.added)) added behind \(clause)"
    }
  }

  private static func count(_ words: Int) -> String { words == 1 ? "1 word" : "\(words) words" }
}

extension IdentityMatch {
  /// All ids of the licence.
  var ids: [String] { [id] + also }
}

extension ProjectTexts {
  /// The licences in a text that are not worded as they were published.
  func alterations(in text: ProjectText) -> [AlteredText] {
    identification(of: text).matches.compactMap { AlteredText($0, in: text) }
  }
}

/// Clauses as readers cite them.
enum Citation {
  /// Whether one clause is the other, or a part of it: `1.b` and `1.b.i`.
  static func overlap(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.utf8.count <= right.utf8.count ? (left, right) : (right, left)
    guard !short.isEmpty, long.hasPrefix(short) else { return false }
    return long.dropFirst(short.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
