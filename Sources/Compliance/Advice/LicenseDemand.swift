import Obligations
import Provenance

/// What a text about some sources wants of the licence under which the release goes out.
struct LicenseDemand {
  /// One version of the text, and what it wants.
  private struct Version {
    let subject: Subject
    let wants: [Want]
  }

  private struct Want {
    let kind: Kind
    let applies: Decision

    enum Kind {
      /// The licence keeps the limits of a rule.
      case limits(OutboundRule)
      /// The licence is one of those that an obligation names.
      case named(Obligation, Requirement)
    }
  }

  let kind: FindingKind
  let modality: Modality
  let clause: String
  let summary: String
  /// The sources that bring it, each once.
  private(set) var sources: [String]
  private let versions: [Version]

  /// The text by which the demand is cited.
  var license: License { versions[0].subject.license }

  /// All demands that can apply, those of sources under the same text in the same position joined.
  static func all(of assessment: Assessment, _ weigher: ObligationWeigher) -> [LicenseDemand] {
    let hasAttestations = !(assessment.project.manifest?.attestations ?? []).isEmpty
    var joined: [String: Int] = [:]
    var demands: [LicenseDemand] = []
    for subject in assessment.subjects {
      for demand in Self.demands(of: subject, weigher) {
        // An attestation may be for one source alone.
        let key = hasAttestations ? "\(demands.count)" : demand.position
        if let index = joined[key] {
          demands[index].sources = (demands[index].sources + demand.sources).unique()
        } else {
          joined[key] = demands.count
          demands.append(demand)
        }
      }
    }
    return demands
  }

  private static func demands(of subject: Subject, _ weigher: ObligationWeigher) -> [LicenseDemand] {
    let licenses = [subject.license] + subject.alternatives
    let subjects = licenses.map { subject.governed(by: $0) }
    let source = weigher.lineage.nodes[subject.node].id.text
    var demands: [LicenseDemand] = []
    if let rule = subject.license.outbound.first {
      let versions = subjects.map { subject in
        Version(
          subject: subject,
          wants: subject.license.outbound.map { Want(kind: .limits($0), applies: weigher.applies($0, to: subject)) })
      }
      demands.append(
        LicenseDemand(
          kind: .outboundLicense, modality: .must, clause: rule.clause, summary: rule.summary, sources: [source],
          versions: versions))
    }
    for row in VersionPairing(licenses).rows {
      let (first, obligation) = row.first
      guard obligation.requirement.map(Self.isAboutLicense) ?? false else { continue }
      // The version that words the demand goes first, as in a finding.
      let order = [first] + licenses.indices.filter { $0 != first }
      let versions = order.map { version in
        let wants = row.byVersion[version].flatMap { obligation in
          obligation.requirement.map {
            Want(kind: .named(obligation, $0), applies: weigher.applies(obligation, to: subjects[version]))
          }
        }
        return Version(subject: subjects[version], wants: wants.map { [$0] } ?? [])
      }
      demands.append(
        LicenseDemand(
          kind: .obligation(obligation.kind), modality: obligation.modality, clause: obligation.clause,
          summary: obligation.summary, sources: [source], versions: versions))
    }
    return demands.filter { $0.mayApply }
  }

  private static func isAboutLicense(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .outboundLicense: true
    case .any(let parts): parts.contains { isAboutLicense($0) }
    case .nameStartsWith, .nameContains, .documentSays, .noticeFile, .licenseCopy, .changesStated, .cardDeclares,
      .never, .attested, .later, .reviewed:
      false
    }
  }

  private var mayApply: Bool { versions.contains { $0.wants.contains { $0.applies.truth != .no } } }

  /// What decides a demand beside the licence: demands that agree in it fare alike.
  private var position: String {
    let texts = versions.map { version in
      let ways = version.subject.ways.keys.sorted().map(\.rawValue).joined(separator: " ")
      let wants = version.wants.map { want in
        "\(want.applies.truth) \(want.applies.missing.map(\.id).joined(separator: " "))"
      }
      return "\(version.subject.license.id) \(ways) \(wants.joined(separator: ";"))"
    }
    return "\(kind.rawValue) \(clause) \(texts.joined(separator: "|"))"
  }

  /// What becomes of the demand when the release goes out under a licence.
  func outcome(
    under outbound: OutboundLicense, _ requirements: RequirementEvaluator, lineage: Lineage
  ) -> Outcome {
    let outcomes = versions.map { version in
      version.wants.map { want -> Outcome in
        switch want.kind {
        case .limits(let rule):
          return Outcome(applies: want.applies, met: outbound.keeps(rule, of: version.subject.license))
        case .named(let obligation, let requirement):
          let met = requirements.decide(
            requirement, of: obligation, for: version.subject, path: version.subject.path)
          return Outcome(applies: want.applies, met: met)
        }
      }.reduce(Outcome.none) { worst, next in
        ObligationWeigher.gravity(next.status) > ObligationWeigher.gravity(worst.status) ? next : worst
      }
    }
    return outcomes[0].agreed(with: Array(outcomes.dropFirst()), about: versions[0].subject, lineage)
  }
}
