import Compliance
import LicenseKnowledge
import Obligations
import Provenance

/// A licence that somebody names for an artefact, with what the names in it stand for.
struct NamedClaim {
  let claim: LicenseClaim
  /// The claim as an expression over names.
  let expression: LicenseExpression
  /// Where the text is published: where the knowledge says, else where the claim's link leads.
  let address: String?
  private let library: Library

  init(_ claim: LicenseClaim, library: Library) {
    self.claim = claim
    self.expression = library.expression(claim)
    self.library = library
    let link = claim.link.flatMap { Self.isAddress($0) ? $0 : nil }
    if case .name(let name) = expression, let id = library.resolve(name).knownID {
      self.address = library.license(id)?.source ?? link
    } else {
      self.address = link
    }
  }

  /// Ids of the licences that are known, in the order of their names.
  var ids: [String] { expression.names.compactMap { id(of: $0) } }

  /// Whether it is known what all names stand for.
  var isKnown: Bool { expression.names.allSatisfy { id(of: $0) != nil } }

  /// Whether it is a word that names no licence, such as `other` or `gpl`.
  var isVague: Bool {
    guard case .name(let name) = expression, case .family = library.resolve(name) else { return false }
    return true
  }

  /// The id on SPDX's list, where the claim names one licence that is on it.
  var spdx: String? {
    if case .name(let name) = expression { spdx(of: name) } else { nil }
  }

  /// The id of the licence that a name in the expression stands for, if that is known.
  func id(of name: String) -> String? { library.resolve(name).knownID }

  /// Its id on SPDX's list.
  func spdx(of name: String) -> String? { id(of: name).flatMap(library.knowledge.spdx(of:)) }

  /// Whether a text is an address that every reader takes for one.
  private static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("https://"), let host = text.dropFirst("https://".count).utf8.first else { return false }
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return host != UInt8(ascii: "/") && text.dropFirst("https://".count).utf8.allSatisfy(allowed.contains)
  }
}

extension LicenseClaim.Basis {
  /// Its word in exports.
  var name: String {
    switch self {
    case .project: "project"
    case .catalog: "catalogue"
    case .implied: "implied"
    }
  }
}
