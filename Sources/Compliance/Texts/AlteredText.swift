import Diagnostics
import LicenseTexts
import Obligations
import Provenance

/// A licence in a text of the project that is not worded as it was published, or has words around it that are not
/// its own.
struct AlteredText: Sendable {
  let text: ProjectText
  let match: IdentityMatch
  /// What stands around the licence: conditions that somebody put there, or another licence.
  let riders: [Range<Int>]
  /// The clauses in which it differs.
  var changes: [TextChange] { match.changes }

  /// Nil for a true copy with nothing around it.
  init?(_ match: IdentityMatch, riders: [Range<Int>] = [], in text: ProjectText) {
    guard match.isAltered || !riders.isEmpty else { return nil }
    self.text = text
    self.match = match
    self.riders = riders
  }

  /// Where it first differs from the licence.
  var start: SourceLocation {
    let ranges = changes.map(\.range) + riders
    return text.location(of: ranges.min { $0.lowerBound < $1.lowerBound } ?? match.range)
  }

  /// Whether it is the licence with this id.
  func isVersion(of license: String) -> Bool { match.ids.contains(license) }

  /// Whether a clause of the licence is lost or worded otherwise here.
  func touches(clause: String) -> Bool {
    changes.contains { $0.kind != .added && $0.clause.map { Citation.overlap($0, clause) } ?? true }
  }

  /// What a machine reads in the words that the licence does not have.
  func newObligations(in parsed: ParsedText) -> [ParsedObligation] {
    let ranges = changes.filter { $0.added > 0 }.map(\.range) + riders
    return parsed.obligations.filter { obligation in ranges.contains { $0.overlaps(obligation.range) } }
  }

  /// The alterations as facts, each at its line.
  var evidence: [Evidence] {
    changes.map { Evidence(Self.wording(of: $0), at: text.location(of: $0.range)) }
      + riders.map { Evidence("words that are not the licence's", at: text.location(of: $0)) }
  }

  /// `holds the Acme License in altered words: 3 is lost, 4 is changed`, with the title of the licence.
  func summary(of title: String) -> String {
    changes.isEmpty ? "\(title) with \(summary)" : "\(title) in altered words: \(summary)"
  }

  /// `3 is lost, 4 is changed`: the first alterations in few words.
  var summary: String {
    if changes.isEmpty { return "words around it that are not its own" }
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
  /// The licences in a text that are not worded as they were published, or have more around them.
  ///
  /// What only resembles a licence is an altered copy of it where the project calls it by that name, and where it is
  /// very like it under the release's own name.
  func alterations(in text: ProjectText, declared: Set<String> = []) -> [AlteredText] {
    let answer = identification(of: text)
    let isOwn = text.role == .license || text.role == nil
    let kin = answer.kin.filter { match in
      !declared.isDisjoint(with: match.ids) || isOwn && match.score >= Self.leastAlike
        || answer.adaptations.contains { $0.range == match.range }
    }
    return (answer.matches + kin).compactMap { match in
      AlteredText(match, riders: riders(around: match, of: answer, in: text), in: text)
    }
  }

  /// Likeness from which a text is made from a licence, whatever it calls itself.
  private static let leastAlike = 0.8

  /// What stands around a licence in its file and belongs to none of the documents that it brings along.
  ///
  /// Collections of the licences of parts have them side by side; in the file of a declared licence another one is a
  /// condition more. What a gate says besides counts where a machine reads a duty in it: most tells how to apply.
  private func riders(around match: IdentityMatch, of answer: Identification, in text: ProjectText) -> [Range<Int>] {
    switch text.role {
    case .license:
      let isOther = isExpected(match) == false && answer.matches.contains(where: isExpected)
      return isOther ? [] : answer.surroundings + others(beside: match, of: answer)
    case .otherLicense, .policy: return answer.adaptations.count > 1 ? [] : answer.surroundings
    case .notice, .readme, .other: return []
    case nil:
      let duties = parsed(text)?.obligations.filter { $0.modality == .must || $0.modality == .mustNot } ?? []
      return answer.surroundings.filter { rider in duties.contains { $0.range.overlaps(rider) } }
    }
  }

  /// The other licences in a text that neither are declared nor go together with this one.
  private func others(beside match: IdentityMatch, of answer: Identification) -> [Range<Int>] {
    func partners(_ match: IdentityMatch) -> [String] {
      match.ids + match.ids.flatMap { library.license($0)?.incorporates ?? [] }
    }
    return answer.adaptations.filter { other in
      other.range != match.range && !isExpected(other) && Set(partners(match)).isDisjoint(with: other.ids)
        && Set(partners(other)).isDisjoint(with: match.ids)
    }.map(\.range)
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
