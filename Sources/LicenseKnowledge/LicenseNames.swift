import Diagnostics
import KnowledgeTables
import Obligations

/// What a licence name in somebody's file stands for.
public enum NamedLicense: Sendable, Hashable {
  /// A licence whose obligations are known.
  case known(String)
  /// A word for several licences (`cc`, `gpl`, `other`) that says too little; with what to write instead.
  case family(String, advice: String)
  /// A name that is recognised, but whose obligations pedigree does not hold.
  case notHeld(String)
  /// A name that nobody here knows.
  case unknown(String)

  /// The id of a known licence.
  public var knownID: String? {
    if case .known(let id) = self { id } else { nil }
  }

  /// The name as it is to be shown.
  public var name: String {
    switch self {
    case .known(let name), .family(let name, _), .notHeld(let name), .unknown(let name): name
    }
  }
}

/// Finds the licence that a name or an address means.
struct LicenseNames: Sendable {
  private let index: KnowledgeIndex
  /// Read when a name is none of a licence's.
  private let families: Once<LicenseFamilies>

  init(_ index: KnowledgeIndex, families: Once<LicenseFamilies>) {
    self.index = index
    self.families = families
  }

  /// The row of the licence that has this name as its key.
  private func row(ofKey key: String) -> Int? {
    index.licenseNames.row(of: key).map { index.licenseNames.number(1, of: $0) }
  }

  private func id(ofKey key: String) -> String? { row(ofKey: key).map { id(of: $0) } }

  private func id(of row: Int) -> String { index.licenses.text(KnowledgeIndex.License.id, of: row) }

  /// What `name` means; case and punctuation do not matter. An address means the licence that it shows.
  func resolve(_ name: String) -> NamedLicense {
    if name.contains("://") {
      if let id = license(at: name) { return .known(id) }
      return LicensePage.id(at: name).map(resolve) ?? .unknown(name)
    }
    let key = name.nameKey
    if let id = id(ofKey: key) { return .known(id) }
    if let family = families.value.byName[key] { return .family(name, advice: family.advice) }
    for suffix in ["license", "licence", "licenseagreement"] where key.hasSuffix(suffix) {
      let stem = String(key.dropLast(suffix.count))
      if let id = id(ofKey: stem) { return .known(id) }
    }
    if let id = knownReference(name) { return .known(id) }
    return families.value.notHeld.contains(key) ? .notHeld(name) : .unknown(name)
  }

  /// The licence behind `LicenseRef-…`, the only way to name one that is not on SPDX's list. Of one that is on it, such a
  /// name means another text.
  private func knownReference(_ name: String) -> String? {
    let prefix = "LicenseRef-"
    guard name.hasPrefix(prefix), let row = row(ofKey: name.dropFirst(prefix.count).nameKey),
      index.licenses.text(KnowledgeIndex.License.spdx, of: row).isEmpty
    else { return nil }
    return id(of: row)
  }

  /// The licence that an address leads to.
  func license(at url: String) -> String? {
    // A registry's addresses begin alike: `licenses/MIT-0` is not `licenses/MIT`.
    if let id = LicensePage.id(at: url) { return resolve(id).knownID }
    let address = Array(url.bareAddress.utf8)
    let fragments = index.licenseAddresses
    return (0..<fragments.count).first { address.firstRange(of: fragments.bytes[fragments.range(0, of: $0)]) != nil }
      .map { id(of: fragments.number(1, of: $0)) }
  }
}
