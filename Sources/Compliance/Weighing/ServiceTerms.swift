import LicenseKnowledge
import Obligations

/// Which terms can govern what a service gives: nobody takes a service under terms that its maker does not offer.
struct ServiceTerms {
  private let library: Library

  init(_ library: Library) {
    self.library = library
  }

  /// Whether `terms` are some that the service, or another one of its maker, is offered under. Terms that nobody holds
  /// may have been agreed on.
  func areUsable(_ terms: String?, for service: String) -> Bool {
    guard let terms, let entry = library.catalog.service(service) else { return true }
    let versions = library.versions(of: terms)
    guard !versions.isEmpty else { return true }
    return versions.contains { version in
      (entry.terms + entry.policies).contains { $0.license == version.id }
        || library.license(version.id)?.maker.map { $0 == entry.maker } ?? true
    }
  }
}
