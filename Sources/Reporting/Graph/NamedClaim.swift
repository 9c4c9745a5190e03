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
  private let knowledge: Knowledge

  init(_ claim: LicenseClaim, knowledge: Knowledge, addresses: inout LicenseAddresses) {
    self.claim = claim
    self.expression = knowledge.expression(claim)
    self.knowledge = knowledge
    let link = claim.link.flatMap { Self.isAddress($0) ? $0 : nil }
    if case .name(let name) = expression, let id = knowledge.resolve(name).knownID {
      self.address = addresses.address(of: id) ?? link
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
    guard case .name(let name) = expression, case .family = knowledge.resolve(name) else { return false }
    return true
  }

  /// The id on SPDX's list, where the claim names one licence that is on it.
  var spdx: String? {
    if case .name(let name) = expression { spdx(of: name) } else { nil }
  }

  /// The id of the licence that a name in the expression stands for, if that is known.
  func id(of name: String) -> String? { knowledge.resolve(name).knownID }

  /// Its id on SPDX's list.
  func spdx(of name: String) -> String? { id(of: name).flatMap(knowledge.spdx(of:)) }

  /// Whether a text is an address that every reader takes for one.
  private static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("https://"), let host = text.dropFirst("https://".count).utf8.first else { return false }
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return host != UInt8(ascii: "/") && text.dropFirst("https://".count).utf8.allSatisfy(allowed.contains)
  }
}

/// Where the texts of licences are published; a licence is decoded once.
struct LicenseAddresses {
  let knowledge: Knowledge
  private var known: [String: String?] = [:]

  init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  mutating func address(of id: String) -> String? {
    if let known = known[id] { return known }
    let address = knowledge.license(id)?.source
    known[id] = .some(address)
    return address
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
