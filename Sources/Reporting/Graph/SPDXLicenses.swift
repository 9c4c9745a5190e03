import Compliance
import LicenseKnowledge
import Obligations
import Provenance

/// The licences of a lineage as SPDX elements: one for each expression, and one for each licence outside of SPDX's list.
///
/// Which licences are on that list, the licence files say.
struct SPDXLicenses {
  private let namespace: String
  private let library: Library
  /// Licences outside of the list, in the order in which they are met.
  private var outside: [Outside] = []
  private var outsideByName: [String: Int] = [:]
  private var outsideByReference: [String: Int] = [:]
  /// Expressions, in the order in which they are met.
  private var expressions: [String] = []
  private var indexByExpression: [String: Int] = [:]

  private struct Outside {
    /// Its id, or its name where nobody knows what that stands for.
    let name: String
    /// `LicenseRef-…`
    let reference: String
    /// Who names it first.
    let claim: NamedClaim
  }

  /// Prepares the licences of artefacts.
  init(_ artefacts: [GraphArtefact], namespace: String, library: Library) {
    self.namespace = namespace
    self.library = library
    for claim in artefacts.flatMap(\.licenses) where !claim.isVague { collect(claim) }
    expressions = artefacts.flatMap { [declaredText($0.licenses), concludedText($0.licenses)] }
      .compactMap(\.self).unique()
    indexByExpression = Dictionary(uniqueKeysWithValues: zip(expressions, expressions.indices))
  }

  private mutating func collect(_ claim: NamedClaim) {
    for written in claim.expression.names where claim.spdx(of: written) == nil {
      let name = claim.id(of: written) ?? written
      guard outsideByName[name] == nil else { continue }
      var reference = Self.reference(name)
      // Other names can come to the same letters.
      while outsideByReference[reference] != nil { reference += "-" }
      outsideByName[name] = outside.count
      outsideByReference[reference] = outside.count
      outside.append(Outside(name: name, reference: reference, claim: claim))
    }
  }

  /// `LicenseRef-` with what such an id may hold (SPDX 3.0.1, annex B): letters, digits, dots and hyphens.
  private static func reference(_ name: String) -> String {
    let prefix = "LicenseRef-"
    let own = name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...]
    let allowed = own.utf8.map { byte -> UInt8 in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"): byte
      default: UInt8(ascii: "-")
      }
    }
    return prefix + (allowed.isEmpty ? "unnamed" : String(decoding: allowed, as: UTF8.self))
  }

  // MARK: What an artefact is under

  /// The element for what the project or the catalogue names as an artefact's licence.
  func declared(_ claims: [NamedClaim]) -> String { element(declaredText(claims)) }

  /// The element for what pedigree takes to be an artefact's licence.
  func concluded(_ claims: [NamedClaim]) -> String { element(concludedText(claims)) }

  private func declaredText(_ claims: [NamedClaim]) -> String? { text(claims.filter { $0.claim.basis != .implied }) }

  private func concludedText(_ claims: [NamedClaim]) -> String? { claims.allSatisfy(\.isKnown) ? text(claims) : nil }

  /// One expression for all claims; nil where none names a licence, or where several hold on days of their own.
  private func text(_ claims: [NamedClaim]) -> String? {
    let claims = claims.filter { !$0.isVague }
    let texts = claims.compactMap { claim in claim.expression.written { spelled($0, in: claim) } }.unique()
    guard texts.count > 1 else { return texts.first }
    guard claims.allSatisfy({ $0.claim.window == DateWindow() }) else { return nil }
    return texts.map { $0.contains(" ") ? "(\($0))" : $0 }.joined(separator: " AND ")
  }

  private func spelled(_ written: String, in claim: NamedClaim) -> String? {
    let name = claim.id(of: written) ?? written
    return claim.spdx(of: written) ?? outsideByName[name].map { outside[$0].reference }
  }

  private func element(_ text: String?) -> String {
    guard let index = text.flatMap({ indexByExpression[$0] }) else { return Self.noAssertion }
    return uri("expression", index)
  }

  private static let noAssertion = "https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense"

  // MARK: Elements

  var elements: [JSONValue] {
    expressions.indices.map(expression) + outside.indices.map(licensingText)
  }

  private func expression(_ index: Int) -> JSONValue {
    let words = expressions[index].split { " ()".contains($0) }.map(String.init).unique()
    let references = words.compactMap { outsideByReference[$0] }
    return [
      "type": "simplelicensing_LicenseExpression", "spdxId": .text(uri("expression", index)),
      "creationInfo": .text(SPDXElements.creationID), "simplelicensing_licenseExpression": .text(expressions[index]),
      "simplelicensing_customIdToUri": .list(
        ifAny: references.map {
          [
            "type": "DictionaryEntry", "key": .text(outside[$0].reference), "value": .text(uri("license", $0)),
          ]
        }),
    ]
  }

  /// SPDX wants a licence's words here, which pedigree does not pass on: it says where they stand.
  private func licensingText(_ index: Int) -> JSONValue {
    let (name, claim) = (outside[index].name, outside[index].claim)
    let license = library.license(name)
    let place = license?.source ?? claim.address
    return [
      "type": "simplelicensing_SimpleLicensingText", "spdxId": .text(uri("license", index)),
      "creationInfo": .text(SPDXElements.creationID), "name": .text(license?.title ?? name),
      "simplelicensing_licenseText": .text(
        place.map { "The text stands at \($0)" }
          ?? "The text is not known; it is named at \(PlaceText.full(claim.claim.location))"),
    ]
  }

  private func uri(_ name: String, _ index: Int) -> String { "\(namespace)#\(name)-\(index)" }
}
