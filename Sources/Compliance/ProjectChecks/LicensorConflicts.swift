import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Reports what a project's files say of somebody else's work against what is known of it: another licence, other terms,
/// rights that are somebody else's, and outputs of a model that did not exist.
struct LicensorConflicts {
  private let project: Project
  private let library: Library
  private let lineage: Lineage
  private let licenses: SourceLicenses

  init(_ assessment: Assessment) {
    project = assessment.project
    library = assessment.library
    lineage = assessment.lineage
    licenses = assessment.licenses
  }

  func findings() -> [Finding] {
    lineage.nodes.indices.filter { $0 != Lineage.release }.flatMap { licenseConflict(of: $0) + ownConflict(of: $0) }
      + lineage.edges.filter { $0.relation.carriesOutputs && $0.certainty != .mentioned }
      .flatMap { termsConflict(of: $0) + dateConflict(of: $0) }
  }

  private func licenseConflict(of node: Int) -> [Finding] {
    guard let dispute = licenses.licenses(of: node).dispute else { return [] }
    let source = lineage.nodes[node].id.text
    return [
      finding(
        source,
        "`\(source)` is under `\(dispute.known.name)`, and `\(dispute.told.name)` is declared for it",
        Evidence("`\(dispute.told.name)`", at: dispute.told.location),
        against: Evidence("the catalogue knows `\(dispute.known.name)`", at: dispute.known.location),
        isSure: dispute.isSure,
        help: "only the licensor relicenses: correct the licence, or add `license-basis: "
          + "\(LicenseGrounds.Basis.allCases.map(\.rawValue).joined(separator: " | "))`, `by` and `evidence` to the source"
      )
    ]
  }

  private func ownConflict(of node: Int) -> [Finding] {
    guard case .disputed(let own, let maker) = licenses.ownership(of: node) else { return [] }
    let source = lineage.nodes[node].id.text
    return [
      finding(
        source, "`\(source)` is declared as your own, and is known as made by \(maker)",
        Evidence("own: yes", at: own.location), against: nil, isSure: true,
        help: "remove `own`, or set `licensee.name` to the maker's name")
    ]
  }

  /// Terms that the service is not offered under.
  private func termsConflict(of edge: Lineage.Edge) -> [Finding] {
    let source = lineage.nodes[edge.parent].id.text
    guard let terms = edge.acquisition.terms,
      let service = edge.acquisition.service ?? library.catalog.model(source)?.service,
      !ServiceTerms(library).areUsable(terms, for: service)
    else { return [] }
    return [
      finding(
        source, "`\(service)` is not offered under `\(terms)`",
        Evidence("terms: \(terms)", at: edge.acquisition.location ?? edge.location),
        against: library.catalog.service(service).map { Evidence("the terms of `\(service)`", at: $0.location) },
        isSure: true, help: "name the `service` whose terms these are, or leave `terms` out")
    ]
  }

  /// Outputs in a release that is older than they are, or than the model that is said to have made them.
  private func dateConflict(of edge: Lineage.Edge) -> [Finding] {
    let source = lineage.nodes[edge.parent].id.text
    guard edge.certainty == .declared, let date = project.manifest?.release.date else { return [] }
    let days = edge.acquisition.days
    let model = library.catalog.model(source)
    let known: (first: CalendarDate, evidence: Evidence)? =
      if let last = [days.from, days.until].compactMap({ $0 }).max(), date.value < last {
        (last, Evidence("outputs of \(last)", at: edge.acquisition.location ?? edge.location))
      } else if let model, let first = model.available.from, date.value < first {
        (first, Evidence("available since \(first)", at: model.location))
      } else {
        nil
      }
    guard let known else { return [] }
    return [
      finding(
        source, "the release is dated \(date.value) and holds outputs of `\(source)` of \(known.first) or later",
        Evidence("release.date: \(date.value)", at: date.location), against: known.evidence, isSure: true,
        help: "correct `release.date`, or the days of the source")
    ]
  }

  private func finding(
    _ source: String, _ message: String, _ told: Evidence, against known: Evidence?, isSure: Bool, help: String
  ) -> Finding {
    Finding(
      kind: .declarationConflict, source: source, status: isSure ? .violated : .undetermined, message: message,
      summary: "the project's files agree with what is known of its sources", location: told.location,
      evidence: [told] + (known.map { [$0] } ?? []),
      missing: isSure
        ? [] : [Question(.conflict(about: source), "which of the two holds for `\(source)`?", answer: help)],
      help: help)
  }
}
