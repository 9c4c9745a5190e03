import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// The licence that the release declares for itself.
struct OutboundLicense: Sendable {
  /// A declared licence.
  struct Declared: Sendable {
    /// The claim as written.
    let claim: LicenseClaim
    /// The claim as an expression.
    let expression: LicenseExpression
    /// What each name in it stands for.
    let named: [NamedLicense]
  }

  let declared: [Declared]
  /// The declared licences whose obligations are known, by id.
  let known: [String: License]
  /// The text under which the release goes out.
  let text: ReleaseText
  private let library: Library

  init(_ text: ReleaseText, library: Library) {
    self.text = text
    self.library = library
    self.declared = text.claims.map { claim in
      let expression = library.expression(claim)
      return Declared(claim: claim, expression: expression, named: expression.names.map { library.resolve($0) })
    }
    var known: [String: License] = [:]
    for id in declared.flatMap(\.named).compactMap(\.knownID) { known[id] = library.license(id) }
    self.known = known
  }

  /// Ids of the declared licences that are known.
  var knownIDs: Set<String> { Set(known.keys) }

  /// Whether the release's licence is one of `ids`.
  func isOne(of ids: [String]) -> Decision {
    governed(decide { license in Truth(ids.contains(license.id)) })
  }

  /// Whether the release's licence keeps what `rule` of `source` wants kept.
  func keeps(_ rule: OutboundRule, of source: License) -> Decision {
    if source.isRead, let own = text.text, own.file === source.location.file {
      return Decision(.yes, evidence: [Evidence("the release goes out under this very text", at: own.start)])
    }
    let decision = governed(decide { keeps(rule, of: source, $0) }, for: rule.keeps)
    guard source.isRead, decision.truth != .unknown else { return decision }
    return Decision(.unknown, evidence: decision.evidence, missing: [.outboundLicense])
  }

  private func keeps(_ rule: OutboundRule, of source: License, _ license: License) -> Truth {
    if license.id == source.id || rule.compatible.contains(license.id) { return .yes }
    let lost = rule.keeps.filter { !license.carries.contains($0) }
    if lost.isEmpty { return rule.keeps.allSatisfy(\.isSameEverywhere) ? .yes : .unknown }
    // A licence without any limit plainly gives away what had to stay; one with limits of its own may
    // go together with the source's terms.
    if license.carries.isEmpty { return .no }
    // A non-commercial licence stands near enough to a research licence that their terms may go together.
    let gone = lost.filter { $0 != .researchOnly || !license.carries.contains(.nonCommercial) }
    // What a licence lets nobody add, nothing that stands beside it keeps.
    if !license.allowsFurtherTerms { return gone.isEmpty ? .unknown : .no }
    return gone.contains(where: \.isSameEverywhere) ? .no : .unknown
  }

  /// A decision about the declared licence, in the light of a text that is not worded as that licence is.
  ///
  /// Nobody is sure to keep what an altered text lost, and what was added to it may keep what the plain one drops.
  private func governed(_ decision: Decision, for limits: [Restriction] = []) -> Decision {
    if let altered = text.altered {
      let adds = !ExtractedLicense.limits(text.readObligations).isEmpty
      guard decision.truth == .yes || adds else { return decision }
      return Decision(
        .unknown, evidence: decision.evidence + altered.evidence,
        missing: [.governingText(altered.match.id, at: altered.text.file.path)])
    }
    guard decision.truth == .unknown, knownIDs.isEmpty, let own = text.text, text.parsed != nil else { return decision }
    let kept = ExtractedLicense.limits(text.readObligations)
    let says = limits.map { limit in
      let clause = kept.first { $0.restriction == limit }?.clause
      return Evidence(
        clause.map { "a machine read `\(limit.rawValue)` in it\($0.isEmpty ? "" : ", \($0)")" }
          ?? "a machine read nothing in it that keeps `\(limit.rawValue)`", at: own.start)
    }
    return Decision(.unknown, evidence: decision.evidence + says, missing: decision.missing)
  }

  /// Decides a test over the declared licences; several claims decide only where they agree.
  private func decide(_ test: (License) -> Truth) -> Decision {
    guard !declared.isEmpty else { return Decision(.unknown, missing: [.outboundLicense]) }
    let evidence = declared.map { Evidence("the release declares `\($0.claim.name)`", at: $0.claim.location) }
    let truths = declared.map { decide($0.expression, test) }
    let truth: Truth = truths.allSatisfy { $0 == .yes } ? .yes : truths.allSatisfy { $0 == .no } ? .no : .unknown
    return Decision(truth, evidence: evidence, missing: [.outboundLicense])
  }

  private func decide(_ expression: LicenseExpression, _ test: (License) -> Truth) -> Truth {
    switch expression {
    case .name(let name): library.resolve(name).knownID.flatMap { known[$0] }.map(test) ?? .unknown
    // What applies together keeps what any part keeps; where recipients choose, every choice has to.
    case .all(let parts): parts.map { decide($0, test) }.max() ?? .unknown
    case .any(let parts): parts.map { decide($0, test) }.min() ?? .unknown
    }
  }
}

extension Question {
  static let outboundLicense = Question(
    .outboundLicense, "under which licence does the release go out, and do its sources' terms travel with it?",
    answer: "declare one known licence in the card's `license` or as `model.license` in pedigree.yaml")
}

extension Question {
  /// Whether a licence governs as it was published or as it stands in a file.
  static func governingText(_ license: String, at path: String) -> Question {
    Question(
      .governingText(path: path), "which text governs, `\(license)` as it was published or what is in `\(path)`?",
      answer: "put the unaltered text into the file, or give the altered licence a name of its own")
  }
}
