import Diagnostics
import Obligations
import YAMLSource

/// Reads the `require` of an obligation.
struct RequirementDecoder {
  /// What the word `same` means in lists of licences.
  let licenseID: String
  private(set) var diagnostics: [Diagnostic] = []

  init(licenseID: String) {
    self.licenseID = licenseID
  }

  /// The requirement that `node` states: a mapping with exactly one key.
  mutating func requirement(_ node: YAMLNode) -> Requirement? {
    var mapping = YAMLMapping(node, as: "a requirement")
    var found: [Requirement] = []
    let starts = mapping.strings("name-starts-with")
    if !starts.isEmpty { found.append(.nameStartsWith(starts)) }
    let contains = mapping.strings("name-contains")
    if !contains.isEmpty { found.append(.nameContains(contains)) }
    let wordings = mapping.strings("document-says")
    if !wordings.isEmpty { found.append(.documentSays(wordings)) }
    if let notice = mapping.string("notice-file") {
      found.append(.noticeFile(notice == "any" ? nil : notice))
    }
    if mapping.bool("license-copy") == true { found.append(.licenseCopy) }
    if let place = mapping.word("changes-stated", as: ChangesPlace.self) { found.append(.changesStated(in: place)) }
    if let any = mapping.optional("any") { found.append(.any(any.oneOrMany.compactMap { requirement($0) })) }
    let licenses = mapping.strings("outbound-license")
    if !licenses.isEmpty {
      found.append(.outboundLicense(licenses.map { $0 == "same" ? licenseID : $0 }))
    }
    if let field = mapping.word("card-declares", as: CardField.self) { found.append(.cardDeclares(field)) }
    if mapping.bool("never") == true { found.append(.never) }
    if mapping.bool("attested") == true { found.append(.attested) }
    if mapping.bool("later") == true { found.append(.later) }
    if found.count != 1 {
      mapping.report(
        .knowledgeRequirement, "a requirement has exactly one key, this one has \(found.count)", at: node)
    }
    diagnostics += mapping.finish()
    return found.first
  }
}
