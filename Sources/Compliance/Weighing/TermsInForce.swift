import LicenseKnowledge
import Obligations

/// The terms of a service that were in force while outputs were obtained.
///
/// Dated terms form a series: each version governs until the next one. Where the days are not known,
/// every version that can have been in force is a candidate, and they stand for one another.
struct TermsInForce {
  /// Versions of which one governs.
  struct Group: Equatable {
    /// Ids in date order.
    var ids: [String]
    /// Whether it is sure that the first one governs.
    var isCertain: Bool
  }

  private(set) var groups: [Group] = []

  /// The terms for `days`: those that are named, else those of the service.
  ///
  /// `areDeclared` tells days of generation from days on which the model could be had at all.
  init(library: Library, service: String?, named: String?, days: DateWindow, areDeclared: Bool) {
    if let named {
      let versions = library.versions(of: named)
      let timeline = versions.map { DatedLicense(license: $0.id, window: DateWindow(from: $0.date)) }
      groups = Self.group(timeline, days: days, areDeclared, isExact: versions.count == 1 && versions[0].id == named)
      return
    }
    guard let service, let entry = library.catalog.service(service) else { return }
    groups = Self.group(entry.terms, days: days, areDeclared, isExact: false)
    groups += Self.group(entry.policies, days: days, areDeclared, isExact: false)
  }

  /// The versions of one timeline that meet `days`.
  private static func group(_ timeline: [DatedLicense], days: DateWindow, _ areDeclared: Bool, isExact: Bool) -> [Group]
  {
    guard !timeline.isEmpty else { return [] }
    var inForce: [(id: String, window: DateWindow)] = []
    for (index, entry) in timeline.enumerated() {
      let next = index + 1 < timeline.count ? timeline[index + 1].window.from : nil
      // A version ends where the next one begins; sharing that one day costs nothing.
      let window = DateWindow(from: entry.window.from, until: entry.window.until ?? next)
      inForce.append((entry.license, window))
    }
    if isExact { return [Group(ids: [timeline[0].license], isCertain: true)] }
    let meeting = inForce.filter { $0.window.overlaps(days) }
    // Before the first version that is held, that one stands in for its unknown forerunners.
    guard !meeting.isEmpty else { return [Group(ids: [inForce[0].id], isCertain: false)] }
    let spanning = meeting.filter { $0.window.contains(days) }
    if let only = spanning.first, spanning.count == 1, areDeclared {
      return [Group(ids: [only.id], isCertain: true)]
    }
    // Known days that span several versions: each of them governed for a while.
    if areDeclared, meeting.count > 1 {
      return meeting.map { Group(ids: [$0.id], isCertain: true) }
    }
    return [Group(ids: meeting.map(\.id), isCertain: meeting.count == 1)]
  }
}
