import LicenseKnowledge
import Obligations

/// The terms of a service that were in force while outputs were obtained.
///
/// Dated terms form a series: each version governs until the next one. Where the days are not known, every version that
/// can have been in force is a candidate, and what all of them say is decided.
struct TermsInForce {
  /// Versions of which one governs.
  struct Group: Equatable {
    /// Ids in date order.
    var ids: [String]
    /// Whether the version that governs is among them; before the first one that is held, others did.
    var isComplete: Bool
  }

  private(set) var groups: [Group] = []
  /// Whether some of the declared days lie before everything that is held, so that terms governed that nobody has read.
  private(set) var beginsBefore = false
  /// Whether that is so of the policies beside the terms alone.
  private(set) var policiesBeginBefore = false
  /// The first day of the terms that are held, where some of the days lie before it.
  private(set) var firstHeld: CalendarDate?

  /// The terms for `days`: those that are named, else those of the service.
  ///
  /// `areDeclared` tells days of generation from days on which the model could be had at all.
  init(library: Library, service: String?, named: String?, days: DateWindow, areDeclared: Bool) {
    if let named {
      let versions = library.versions(of: named)
      if versions.count == 1, versions[0].id == named {
        groups = [Group(ids: [named], isComplete: true)]
      } else {
        add(
          versions.map { DatedLicense(license: $0.id, window: DateWindow(from: $0.date)) }, days: days, areDeclared)
      }
      return
    }
    guard let service, let entry = library.catalog.service(service) else { return }
    add(entry.policies, days: days, areDeclared)
    let policies = groups
    (groups, policiesBeginBefore, beginsBefore, firstHeld) = ([], beginsBefore, false, nil)
    add(entry.terms, days: days, areDeclared)
    groups += policies
  }

  /// Adds the versions of one timeline that meet `days`.
  private mutating func add(_ timeline: [DatedLicense], days: DateWindow, _ areDeclared: Bool) {
    guard let first = timeline.first else { return }
    var inForce: [(id: String, window: DateWindow)] = []
    for (index, entry) in timeline.enumerated() {
      let next = index + 1 < timeline.count ? timeline[index + 1].window.from : nil
      // A version ends where the next one begins; sharing that one day costs nothing.
      let window = DateWindow(from: entry.window.from, until: entry.window.until ?? next)
      inForce.append((entry.license, window))
    }
    let meeting = inForce.filter { $0.window.overlaps(days) }.map(\.id)
    let isBefore = Self.begins(days, before: first.window)
    beginsBefore = beginsBefore || meeting.isEmpty || (areDeclared && isBefore)
    if isBefore, areDeclared { firstHeld = firstHeld ?? first.window.from }
    guard !meeting.isEmpty else { return }
    if areDeclared {
      // Known days that span several versions: each of them governed for a while.
      let spanning = inForce.first { $0.window.contains(days) }?.id
      groups += (spanning.map { [$0] } ?? meeting).map { Group(ids: [$0], isComplete: true) }
    } else {
      groups.append(Group(ids: meeting, isComplete: !isBefore))
    }
  }

  /// Whether some of the days lie before a window; where nobody says when they begin, they are not taken to.
  private static func begins(_ days: DateWindow, before window: DateWindow) -> Bool {
    guard let from = days.from, let first = window.from else { return false }
    return from < first
  }
}
