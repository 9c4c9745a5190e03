import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// The licence that the release declares for itself.
struct OutboundLicense {
  /// What each declared name stands for, with the place where it stands.
  let declared: [(named: NamedLicense, claim: LicenseClaim)]
  /// The declared licences whose obligations are known, by id.
  let known: [String: License]

  init(_ claims: [LicenseClaim], knowledge: Knowledge) {
    self.declared = claims.map { (knowledge.resolve($0), $0) }
    var known: [String: License] = [:]
    for (named, _) in declared {
      if let id = named.knownID, let license = knowledge.license(id) { known[id] = license }
    }
    self.known = known
  }

  /// Whether the release's licence is one of `ids`.
  func isOne(of ids: [String]) -> Decision {
    decide { license in Truth(ids.contains(license.id)) }
  }

  /// Whether the release's licence keeps what `rule` of `source` wants kept.
  func keeps(_ rule: OutboundRule, of source: License) -> Decision {
    decide { license in
      if license.id == source.id || rule.compatible.contains(license.id) { return .yes }
      let lost = rule.keeps.filter { !license.carries.contains($0) }
      // A licence without any limit plainly gives away what had to stay; one with limits of its own may
      // go together with the source's terms.
      if lost.isEmpty { return rule.keeps.allSatisfy(\.isSameEverywhere) ? .yes : .unknown }
      return license.carries.isEmpty || lost.contains(where: \.isSameEverywhere) ? .no : .unknown
    }
  }

  /// Decides a test over all declared licences: yes or no only where they agree.
  private func decide(_ test: (License) -> Truth) -> Decision {
    guard !declared.isEmpty else { return Decision(.unknown, missing: [.outboundLicense]) }
    let evidence = declared.map { Evidence("the release declares `\($0.claim.name)`", at: $0.claim.location) }
    let truths = declared.map { named, _ in
      named.knownID.flatMap { known[$0] }.map(test) ?? .unknown
    }
    let truth: Truth = truths.allSatisfy { $0 == .yes } ? .yes : truths.allSatisfy { $0 == .no } ? .no : .unknown
    return Decision(truth, evidence: evidence, missing: [.outboundLicense])
  }
}

extension Question {
  static let outboundLicense = Question(
    "model.license", "under which licence does the release go out, and do its sources' terms travel with it?",
    answer: "declare one known licence in the card's `license` or as `model.license` in pedigree.yaml")
}

extension Knowledge {
  /// What a claim means: its name, or the text that its link leads to.
  func resolve(_ claim: LicenseClaim) -> NamedLicense {
    let byName = resolve(claim.name)
    if case .known = byName { return byName }
    if let id = claim.link.flatMap({ license(at: $0) }) { return .known(id) }
    return byName
  }
}
