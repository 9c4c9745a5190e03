import Obligations

/// The words of a finding: what is the matter, and what to do.
struct FindingWording {
  let kind: FindingKind
  let modality: Modality
  let status: Status
  let source: String
  let license: License
  let summary: String
  let alternatives: [String]
  let requirement: Requirement?
  let missing: [Question]

  /// One line: lower case at the start, no full stop.
  var message: String {
    let versions = alternatives.isEmpty ? "" : " (or \(alternatives.joined(separator: ", ")))"
    let text = "\(license.title)\(versions) of `\(source)`"
    switch status {
    case .violated:
      if kind == .outboundLicense { return "the release's licence drops what \(text) wants kept: \(summary)" }
      return "\(text) is not kept: \(summary)"
    case .undetermined:
      return "it is not known whether \(text) is kept: \(summary)"
    case .satisfied:
      return "\(text) is kept: \(summary)"
    case .notTriggered:
      return "\(text) does not bite here: \(summary)"
    case .waived:
      return "\(text) is waived: \(summary)"
    }
  }

  /// What to do; nil where nothing is to be done.
  var help: String? {
    switch status {
    case .violated: remedy
    case .undetermined: missing.first.map { "\($0.text)\($0.text.hasSuffix("?") ? "" : ";") \($0.answer)" }
    case .satisfied, .notTriggered, .waived: nil
    }
  }

  private var remedy: String {
    switch requirement {
    case .nameStartsWith(let words): "rename the release so that its name starts with \"\(words[0])\""
    case .nameContains(let words): "rename the release so that its name holds \"\(words[0])\""
    case .documentSays(let wordings): "show \"\(wordings[0])\" in the card or the documentation"
    case .noticeFile(let wording):
      wording.map { "put this line into a NOTICE file: \($0)" } ?? "add a NOTICE file"
    case .licenseCopy: "put a copy of \(license.title) among the files\(license.source.map { " (\($0))" } ?? "")"
    case .outboundLicense(let ids): "release under \(ids.joined(separator: " or "))"
    case .cardDeclares(let field): "name `\(source)` under `\(field.rawValue)` in the card"
    case .attested, .reviewed, .never:
      "take `\(source)` out of the lineage, or get a permission and waive the finding with reason license-acquired"
    case nil: "release under \(license.id), or under terms that keep its limits"
    }
  }
}
