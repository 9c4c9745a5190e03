import Diagnostics
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
  private var idByName: [String: String] = [:]
  private var idByURL: [(fragment: [UInt8], id: String)] = []
  private let families: [String: LicenseFamily]
  private let notHeld: Set<String>
  /// Ids of licences that SPDX documents call by names of their own.
  private let onSPDXList: Set<String>

  init(headers: [LicenseHeader], families: LicenseFamilies) {
    idByName.reserveCapacity(headers.count * 8)
    for header in headers {
      for name in header.names { idByName[Self.key(name)] = header.id }
      for url in header.urls { idByURL.append((Array(Self.address(url).utf8), header.id)) }
    }
    // An id beats another licence's nickname, and the longest address is the most specific.
    for header in headers { idByName[Self.key(header.id)] = header.id }
    idByURL.sort { ($1.fragment.count, $0.id) < ($0.fragment.count, $1.id) }
    self.families = families.byName
    self.notHeld = families.notHeld
    self.onSPDXList = Set(headers.filter { $0.spdx != nil }.map(\.id))
  }

  /// What `name` means; case and punctuation do not matter. An address means the licence that it shows.
  func resolve(_ name: String) -> NamedLicense {
    if name.contains("://") {
      if let id = license(at: name) { return .known(id) }
      return LicensePage.id(at: name).map(resolve) ?? .unknown(name)
    }
    let key = Self.key(name)
    if let id = idByName[key] { return .known(id) }
    if let family = families[key] { return .family(name, advice: family.advice) }
    for suffix in ["license", "licence", "licenseagreement"] where key.hasSuffix(suffix) {
      let stem = String(key.dropLast(suffix.count))
      if let id = idByName[stem] { return .known(id) }
    }
    if let id = knownReference(name) { return .known(id) }
    return notHeld.contains(key) ? .notHeld(name) : .unknown(name)
  }

  /// The licence behind `LicenseRef-…`, the only way to name one that is not on SPDX's list. Of one that is on it, such a
  /// name means another text.
  private func knownReference(_ name: String) -> String? {
    let prefix = "LicenseRef-"
    guard name.hasPrefix(prefix), let id = idByName[Self.key(name.dropFirst(prefix.count))] else { return nil }
    return onSPDXList.contains(id) ? nil : id
  }

  /// The licence that an address leads to.
  func license(at url: String) -> String? {
    // A registry's addresses begin alike: `licenses/MIT-0` is not `licenses/MIT`.
    if let id = LicensePage.id(at: url) { return resolve(id).knownID }
    let address = Array(Self.address(url).utf8)
    return idByURL.first { address.firstRange(of: $0.fragment) != nil }?.id
  }

  /// Letters and digits of a name in lower case: how names are compared.
  static func key(_ name: some StringProtocol) -> String {
    String(decoding: name.utf8.compactMap(normalised), as: UTF8.self)
  }

  private static func normalised(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: byte
    // `openrail++` is another licence than `openrail`.
    case UInt8(ascii: "+"): byte
    default: nil
    }
  }

  private static func address(_ url: String) -> String {
    var address = Substring(url.lowercased())
    for prefix in ["https://", "http://", "www."] where address.hasPrefix(prefix) {
      address = address.dropFirst(prefix.utf8.count)
    }
    while address.hasSuffix("/") { address = address.dropLast() }
    return String(address)
  }
}
