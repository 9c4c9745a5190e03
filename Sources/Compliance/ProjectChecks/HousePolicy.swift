import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Holds the licences of sources against the policy of the house that makes the release.
struct HousePolicy {
  let project: Project
  let library: Library
  let lineage: Lineage
  let reach: Reach

  /// A finding for each source whose licence the policy does not allow, and for each whose licence nobody knows.
  func findings(subjects: [Subject], unknown: [SubjectCollector.UnknownLicense]) -> [Finding] {
    guard let policy = project.manifest?.policy else { return [] }
    let lists = Lists(policy, library)
    // What a machine read of a text is no licence that a policy could allow: the source's licence counts as unknown.
    return subjects.filter { !$0.license.isRead }.compactMap { finding($0, lists) }
      + unknown.compactMap { finding($0, lists) }
  }

  /// Names of the lists that mean no licence: a mistyped one would allow or deny nothing.
  static func unknownNames(in policy: Policy?, _ library: Library) -> [Diagnostic] {
    guard let policy else { return [] }
    return (policy.allow + policy.deny).filter { Lists.ids(of: $0.value, library).isEmpty }.map { name in
      Diagnostic(
        .settingUnknown, "`\(name.value)` is not a licence that pedigree knows", at: name.location,
        help: name.value.nearest(in: library.knowledge.licenseIDs).map { "did you mean `\($0)`?" }
          ?? "`pedigree licenses` lists them")
    }
  }

  /// The lists of a policy, by the ids that its names stand for.
  private struct Lists {
    let policy: Policy
    let allowed: Set<String>
    let denied: Set<String>

    init(_ policy: Policy, _ library: Library) {
      self.policy = policy
      self.denied = Set(policy.deny.flatMap { Self.ids(of: $0.value, library) })
      var allowed = policy.allow.flatMap { Self.ids(of: $0.value, library) }
      var next = 0
      // Who allows a licence allows the texts that it makes part of itself.
      while next < allowed.count {
        allowed += (library.license(allowed[next])?.incorporates ?? []).filter { !allowed.contains($0) }
        next += 1
      }
      self.allowed = Set(allowed)
    }

    /// The licences that a name means: one, the versions of a series, or one that is only recognised.
    static func ids(of name: String, _ library: Library) -> [String] {
      switch library.resolve(name) {
      case .known(let id): [id]
      case .notHeld(let name): [name.lowercased()]
      case .family, .unknown: library.versions(of: name).map(\.id)
      }
    }

    /// Why a licence is not allowed; nil for one that is.
    func objection(to license: License) -> Objection? {
      if denied.contains(license.id) { return Objection(says: "`deny` lists it", clause: "", summary: nil) }
      if allowed.contains(license.id) { return nil }
      let unmet = policy.demands.compactMap { demand in
        demand.breach(in: license).map { (demand: demand, obligation: $0) }
      }
      if let first = unmet.first {
        return Objection(
          says: "`\(first.demand.rawValue)` is not met", clause: first.obligation?.clause ?? "",
          summary: first.obligation?.summary)
      }
      guard policy.demands.isEmpty, !policy.allow.isEmpty else { return nil }
      return Objection(says: "`allow` does not list it", clause: "", summary: nil)
    }
  }

  /// Why a licence is not allowed.
  private struct Objection {
    let says: String
    let clause: String
    /// What the clause says; nil where a list decides.
    let summary: String?
  }

  private func finding(_ subject: Subject, _ lists: Lists) -> Finding? {
    let versions = [subject.license] + subject.alternatives
    let objections = versions.map { lists.objection(to: $0) }
    guard let index = objections.firstIndex(where: { $0 != nil }), let objection = objections[index] else { return nil }
    let isSure = subject.governs.truth == .yes && objections.allSatisfy { $0 != nil }
    let source = lineage.nodes[subject.node].id.text
    let id = versions[index].id
    let missing =
      isSure ? [] : subject.governs.missing + (versions.count > 1 ? [.version(of: versions[index], source)] : [])
    return Finding(
      license: id, kind: .policyDenied, clause: objection.clause, source: source, path: subject.path.steps,
      status: isSure ? .violated : .undetermined,
      message: "the policy \(isSure ? "does" : "may") not allow \(id) of `\(source)`: \(objection.says)",
      summary: objection.summary ?? "the policy of the house allows other licences",
      location: subject.path.declared ?? lists.policy.location,
      evidence: [Evidence("the policy", at: lists.policy.location)], missing: missing,
      help: "replace `\(source)`, or add `\(id)` to `allow` under `policy:` in pedigree.yaml")
  }

  private func finding(_ unknown: SubjectCollector.UnknownLicense, _ lists: Lists) -> Finding? {
    let source = lineage.nodes[unknown.node].id.text
    let path = unknown.ways.min { $0.key < $1.key }.map { reach.path(of: $0.value, to: $0.key) } ?? .none
    var isDenied = false
    if case .unnamed(_, .notHeld(let name)) = unknown.reason {
      if lists.allowed.contains(name.lowercased()) { return nil }
      isDenied = lists.denied.contains(name.lowercased())
    }
    let question = Question(
      .license(of: source), "under which licence is `\(source)`?",
      answer: "add to the source in pedigree.yaml: `license: …`, by its SPDX or Hub id")
    return Finding(
      kind: .policyDenied, source: source, path: path.steps, status: isDenied ? .violated : .undetermined,
      message: isDenied
        ? "the policy does not allow the licence of `\(source)`: `deny` lists it"
        : "the policy cannot allow `\(source)`: its licence is not known",
      summary: "the policy of the house allows the licence of every source",
      location: path.declared ?? lists.policy.location,
      evidence: [Evidence("the policy", at: lists.policy.location)], missing: isDenied ? [] : [question],
      help: isDenied ? "replace `\(source)`" : question.answer)
  }
}

extension Policy.Demand {
  /// What in a licence goes against the demand: an obligation, or nil inside for a limit that it only carries; nil where
  /// nothing does.
  fileprivate func breach(in license: License) -> Obligation?? {
    if let obligation = license.obligations.first(where: { breaks($0) }) { return .some(obligation) }
    return license.carries.contains(where: { restrictions.contains($0) }) ? .some(nil) : nil
  }

  private func breaks(_ obligation: Obligation) -> Bool {
    switch (self, obligation.modality, obligation.kind) {
    case (.commercialUse, .mustNot, .commercialUse), (.commercialUse, .mustNot, .beyondResearch),
      (.redistribution, .mustNot, .distribute), (.redistribution, .mustNot, .modify),
      (.noUseLimits, .mustNot, .restrictedUse), (.noUseLimits, .must, .complyWithPolicy),
      (.noUseLimits, .must, .passThroughRestrictions), (.noShareAlike, .must, .shareAlike),
      (.noShareAlike, .must, .discloseSource), (.noNamingDuty, .must, .namePrefix),
      (.noNamingDuty, .must, .displayBranding), (.noOutputLimits, .mustNot, .trainOnOutputs),
      (.noOutputLimits, .mustNot, .compete), (.noScaleLimit, .must, .separateLicense):
      true
    case (.commercialUse, _, _), (.redistribution, _, _), (.noUseLimits, _, _), (.noShareAlike, _, _),
      (.noNamingDuty, _, _), (.noOutputLimits, _, _), (.noScaleLimit, _, _):
      false
    }
  }

  /// The limits that go against the demand.
  private var restrictions: [Restriction] {
    switch self {
    case .commercialUse: [.nonCommercial, .researchOnly]
    case .redistribution: [.noDerivatives, .noRedistribution]
    case .noUseLimits: [.useRestrictions]
    case .noShareAlike: [.shareAlike]
    case .noNamingDuty: []
    case .noOutputLimits: [.noTrainingOnOutputs]
    case .noScaleLimit: [.scaleLimit]
    }
  }
}
