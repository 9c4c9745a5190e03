import Diagnostics
import LicenseTexts
import Obligations
import Provenance

/// Finds licence texts of the release itself that are none of the licences that it declares.
struct TextConflicts {
  let outbound: OutboundLicense
  let texts: ProjectTexts

  /// A text of another licence.
  struct Conflict {
    /// The licence that stands there, or the first of several.
    let license: String
    let location: SourceLocation
    /// Whether it is the only one there, and plainly that licence.
    let isSure: Bool
  }

  /// A licence that is less alike may be one that nobody here knows.
  private static let leastScore = 0.9
  /// Bytes beside a licence that may be its introduction: a few lines.
  private static let mostBeside = 400

  /// The conflicts of the licence files at the top and of the gate.
  ///
  /// Licences of parts and of sources stand beside them and are no conflict, nor is any file while another
  /// one holds a licence that is declared.
  func conflicts() -> [Conflict] {
    let isKnown = outbound.declared.allSatisfy { $0.named.allSatisfy { $0.knownID != nil } }
    guard isKnown, !outbound.knownIDs.isEmpty else { return [] }
    return fileConflicts() + (texts.gate.map { [$0] } ?? []).compactMap(gateConflict)
  }

  private func fileConflicts() -> [Conflict] {
    let own = texts.all.filter { $0.role == .license }
    guard !own.isEmpty, !texts.licenses.contains(where: isDeclared) else { return [] }
    return own.compactMap { text in
      let answer = texts.identification(of: text)
      guard let first = answer.adaptations.first ?? answer.kin.first else { return nil }
      let isTrueCopy = AlteredText(first, in: text) == nil
      let isAlone =
        answer.adaptations.count == 1 && answer.surroundings.reduce(0) { $0 + $1.count } <= Self.mostBeside
      // An altered text may be meant for the declared licence, if it is like that as well.
      let isSure = isAlone && (isTrueCopy || first.score >= Self.leastScore && !isKin(text))
      return Conflict(license: first.id, location: text.start, isSure: isSure)
    }
  }

  /// Whether a text is of a declared licence; one whose text is not known is recognised in nothing.
  private func isDeclared(_ text: ProjectText) -> Bool {
    outbound.knownIDs.contains { id in
      texts.library.texts.identifier(of: id) == nil || texts.trueCopy(of: id, text) != nil
    }
      // What is like a declared licence may be another version of it, in words of its own.
      || isKin(text)
        && texts.identification(of: text).adaptations.contains { !outbound.knownIDs.isDisjoint(with: $0.ids) }
  }

  /// Whether a good part of a declared licence stands in a text.
  private func isKin(_ text: ProjectText) -> Bool {
    outbound.knownIDs.contains { texts.isKin(text, to: $0) }
  }

  /// The use policy often stands behind the agreement, so there may be more in the gate.
  private func gateConflict(_ text: ProjectText) -> Conflict? {
    guard !isDeclared(text) else { return nil }
    let matches = texts.identification(of: text).adaptations.filter { $0.score >= Self.leastScore }
    guard let best = matches.max(by: { $0.range.count < $1.range.count }) else { return nil }
    return Conflict(license: best.id, location: text.start, isSure: true)
  }
}
