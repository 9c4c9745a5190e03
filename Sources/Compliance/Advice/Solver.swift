import LicenseKnowledge
import Obligations
import Provenance

/// Finds the licences under which a release can go out, by weighing every known one; no table of what goes with what.
public struct Solver: Sendable {
  private let today: CalendarDate?

  /// A solver; `today` decides which attestations and waivers count.
  public init(today: CalendarDate?) {
    self.today = today
  }

  /// Weighs a release under every licence that could be put on it, whatever it declares now.
  public func solve(_ assessment: Assessment) -> Solution {
    let candidates = Candidates(for: assessment)
    var answers = Answers(of: assessment.project).onEveryDay(of: assessment)
    // A licence that anybody may use tells nothing of the release's sources.
    answers.license = candidates.neutral.map { .assumed($0) }
    let assessment = assessment.answering(answers)
    let judgement = Judgement(assessment, today: today)
    let weigher = ObligationWeigher(assessment, today: today)
    let demands = LicenseDemand.all(of: assessment, weigher)
    let terms = AdviceTerms(library: assessment.library)
    let weighed = candidates.licenses.map { license in
      Weighed(license: license, demands, weigher, library: assessment.library, terms)
    }
    return solution(weighed, judgement, of: assessment, terms)
  }

  private func solution(
    _ weighed: [Weighed], _ judgement: Judgement, of assessment: Assessment, _ terms: AdviceTerms
  ) -> Solution {
    let blocked = terms.terms(of: judgement.forbidding)
    let (mayBlock, open) = (
      terms.terms(of: judgement.perhaps), (judgement.perhaps + judgement.gaps).flatMap(\.missing)
    )
    var allowed: [String] = []
    var conditional: [Solution.Conditional] = []
    var excluded: [Solution.Excluded] = []
    for candidate in weighed {
      let id = candidate.license.id
      if !candidate.broken.isEmpty {
        excluded.append(.init(license: id, because: candidate.broken, sources: candidate.sources))
      } else if !blocked.isEmpty {
        excluded.append(.init(license: id, because: blocked, sources: judgement.forbidding.map(\.source).unique()))
      } else if !candidate.open.isEmpty || !open.isEmpty || !mayBlock.isEmpty {
        conditional.append(
          .init(
            license: id, because: (candidate.open + mayBlock).unique(),
            settle: (candidate.missing + open).unique().map { OpenFact($0) }))
      } else {
        allowed.append(id)
      }
    }
    let isStuck = allowed.isEmpty && conditional.isEmpty && blocked.isEmpty
    let clash = isStuck ? Clash(weighed.map { ($0.license.id, $0.sources) }) : nil
    return Solution(
      release: assessment.project.release.text, allowed: allowed, conditional: conditional, excluded: excluded,
      blocked: blocked, clashes: clash?.smallest ?? [], ways: clash?.ways ?? [])
  }
}

/// A licence weighed against all demands.
private struct Weighed {
  let license: License
  /// Demands that it breaks, and those that it may break.
  private(set) var broken: [AdviceTerm] = []
  private(set) var open: [AdviceTerm] = []
  /// What would settle the latter.
  private(set) var missing: [Question] = []
  /// The sources whose demands it breaks.
  private(set) var sources: [String] = []

  init(
    license: License, _ demands: [LicenseDemand], _ weigher: ObligationWeigher, library: Library, _ terms: AdviceTerms
  ) {
    self.license = license
    let claim = LicenseClaim(name: license.id, location: license.location, basis: .project)
    let outbound = OutboundLicense(ReleaseText(proposing: claim), library: library)
    var requirements = weigher.requirements
    requirements.outbound = outbound
    for demand in demands {
      let outcome = demand.outcome(under: outbound, requirements, lineage: weigher.lineage)
      switch outcome.status {
      case .violated:
        broken += demand.sources.map { terms.term(of: demand, source: $0, outcome) }
        sources += demand.sources
      case .undetermined:
        let facts = (outcome.applies.missing + outcome.met.missing).filter { !$0.isAttestation }
        // What only conduct can meet goes along with the licence.
        guard !facts.isEmpty else { continue }
        open += demand.sources.map { terms.term(of: demand, source: $0, outcome) }
        missing += facts
      case .satisfied, .notTriggered, .waived: break
      }
    }
    sources = sources.unique()
  }
}

/// The licences that could be put on a release: those that ask the least of recipients first, and of these what a source
/// is under, then what is customary.
struct Candidates {
  let licenses: [License]

  /// All licences that somebody can put on a work of his own; one that its maker keeps to itself only where a source is
  /// under it, or under a licence that names it as compatible.
  init(for assessment: Assessment) {
    let library = assessment.library
    let all = library.knowledge.licenseIDs.compactMap { library.license($0) }.filter { $0.binds == .artefact }
    // A policy is part of a licence, and is put on nothing by itself.
    let parts = Set(all.flatMap(\.incorporates))
    let texts = assessment.subjects.flatMap { [$0.license] + $0.alternatives }
    let near = Set(texts.map(\.id) + texts.flatMap(\.compatible))
    let isDataset = assessment.project.manifest?.kind == .dataset || assessment.project.card?.isDatasetCard == true
    let customary = library.knowledge.customary(for: isDataset ? .datasets : .models)
    licenses = all.filter { !parts.contains($0.id) && (!$0.isProprietary || near.contains($0.id)) }.sorted {
      func key(_ license: License) -> (Int, Int, Int, Int, String) {
        (
          license.carries.count, near.contains(license.id) ? 0 : 1, -(customary[license.id] ?? 0),
          library.knowledge.spdx(of: license.id) == nil ? 1 : 0,
          license.id.lowercased()
        )
      }
      return key($0) < key($1)
    }
  }

  /// One that anybody may use.
  var neutral: String? { licenses.first { !$0.isProprietary }?.id }
}

extension License {
  /// Ids of the licences under which it lets derivatives go out.
  fileprivate var compatible: [String] {
    func ids(_ requirement: Requirement) -> [String] {
      switch requirement {
      case .outboundLicense(let ids): ids
      case .any(let parts): parts.flatMap { ids($0) }
      case .nameStartsWith, .nameContains, .documentSays, .noticeFile, .licenseCopy, .changesStated, .cardDeclares,
        .never, .attested, .later, .reviewed:
        []
      }
    }
    return outbound.flatMap(\.compatible) + obligations.compactMap(\.requirement).flatMap { ids($0) }
  }
}
