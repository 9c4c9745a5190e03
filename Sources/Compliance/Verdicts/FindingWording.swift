import Obligations

/// The words of a finding: what is the matter, and what to do.
struct FindingWording {
  let status: Status
  let source: String
  let license: License
  let summary: String
  let alternatives: [String]
  /// What meets the obligation; nil for the outbound rule.
  let requirement: Requirement?
  /// Whether it is sure that the obligation applies.
  let applies: Truth
  /// The licence that the release declares; nil where it declares none.
  let outbound: String?
  let missing: [Question]

  /// The licence by its short name, with the versions that may govern instead.
  private var name: String {
    alternatives.isEmpty ? license.id : "\(license.id) (or \(alternatives.joined(separator: ", ")))"
  }

  /// `requires`, or `may require` where it is not sure that the obligation applies.
  private func verb(_ plain: String, _ possible: String) -> String { applies == .yes ? plain : possible }

  /// One line: lower case at the start, no full stop.
  var message: String {
    switch status {
    case .violated: violation
    case .undetermined: doubt
    case .satisfied: "\(name) is met: \(summary)"
    case .notTriggered: "\(name) does not apply here: \(summary)"
    case .waived: "\(name) is waived: \(summary)"
    }
  }

  private var violation: String {
    switch requirement {
    case .nameStartsWith(let words): "the name does not start with \"\(words[0])\", as \(name) requires"
    case .nameContains(let words): "the name does not contain \"\(words[0])\", as \(name) requires"
    case .documentSays(let wordings): "\"\(Self.opening(wordings[0]))\" is not shown, as \(name) requires"
    case .noticeFile(nil): "NOTICE file missing: \(name) requires one"
    case .noticeFile(_?): "line missing in NOTICE: \(name) requires it"
    case .licenseCopy: "copy of the licence missing: \(name) requires one"
    case .outboundLicense(let ids): "\(name) requires the release to be under \(ids.joined(separator: " or "))"
    case .cardDeclares(let field): "`\(source)` is not named under `\(field.rawValue)`, as \(name) requires"
    case .never: "\(name) forbids this: \(summary)"
    case .changesStated: "no document says how `\(source)` was changed, as \(name) requires"
    case .attested, .reviewed, .any, .later: "\(name) is not met: \(summary)"
    case nil: "\(outbound ?? "the release's licence") drops what \(name) requires you to keep"
    }
  }

  private var doubt: String {
    let requires = verb("requires", "may require")
    // What a machine read has to be read again, so its words stand here.
    if license.isRead, requirement != nil { return "\(name) \(requires) this: \(summary)" }
    return switch requirement {
    case .nameStartsWith(let words): "\(name) \(requires) a name that starts with \"\(words[0])\""
    case .nameContains(let words): "\(name) \(requires) a name that contains \"\(words[0])\""
    case .documentSays(let wordings): "\"\(Self.opening(wordings[0]))\" not found: \(name) \(requires) it"
    case .noticeFile(nil): "NOTICE file not found: \(name) \(requires) one"
    case .noticeFile(_?): "NOTICE file not found: \(name) \(requires) a line in it"
    case .licenseCopy: "copy of the licence not found: \(name) \(requires) one"
    case .outboundLicense(let ids): "\(name) \(requires) the release to be under \(ids.joined(separator: " or "))"
    case .cardDeclares(let field): "`\(source)` not found under `\(field.rawValue)`: \(name) \(requires) it"
    case .never: "\(name) \(verb("forbids", "may forbid")) this: \(summary)"
    case .changesStated: "no statement of changes found: \(name) \(requires) one"
    case .any, .later: "\(name) \(requires) this: \(summary)"
    case .attested: "\(name) \(requires) conduct that nobody has attested: \(summary)"
    case .reviewed: "\(name) \(requires) what nobody has read yet: \(summary)"
    case nil: "\(outbound ?? "the release's licence") may drop what \(name) requires you to keep"
    }
  }

  private static let longestWording = 60

  /// A wording, or how a long one begins.
  private static func opening(_ wording: String) -> String {
    wording.count <= longestWording ? wording : "\(wording.prefix(longestWording - 1))…"
  }

  /// What to do; nil where nothing is to be done.
  var help: String? {
    switch status {
    case .violated: remedy
    case .undetermined: missing.first.map { "\($0.text)\($0.text.hasSuffix("?") ? "" : ";") \($0.answer)" }
    case .satisfied, .notTriggered, .waived: nil
    }
  }

  private var remedy: String { Remedy.remedy(for: requirement, of: license, source: source) }
}

/// What to put into the project's files, as text to paste.
enum Remedy {
  /// What to do where a requirement of a licence is not met, or nil where the licence wants its limits kept.
  static func remedy(for requirement: Requirement?, of license: License, source: String) -> String {
    switch requirement {
    case .nameStartsWith(let words): "rename the release: `\(words[0])-…`"
    case .nameContains(let words): "rename the release so that its name contains `\(words[0])`"
    case .documentSays(let wordings): "add to the card: `\(wordings[0])`"
    case .noticeFile(let wording): notice(wording)
    case .licenseCopy: copy(of: license)
    case .outboundLicense(let ids): "declare `license: \(ids[0])` in the card, or set `model.license` in pedigree.yaml"
    case .cardDeclares(let field): "add to the card's front matter: `\(field.rawValue): \(source)`"
    case .changesStated(in: .anyDocument):
      "add to the card, or to a NOTICE file, a sentence that says how you changed `\(source)`"
    case .changesStated(in: .notice): "add to the NOTICE file a sentence that says how you changed `\(source)`"
    case .any(let parts): parts.map { remedy(for: $0, of: license, source: source) }.joined(separator: "; or ")
    case .attested, .reviewed, .never, .later:
      "remove `\(source)` from the release, or get permission and waive it under `waive:` with `reason: permission-granted`"
    case nil: "declare `license: \(license.id)`, or terms of your own that keep its limits"
    }
  }

  /// A notice file, with the line that a licence prescribes.
  static func notice(_ wording: String?) -> String {
    wording.map { "add to `NOTICE`: `\($0)`" } ?? "add a file `NOTICE` that names the source and its licence"
  }

  /// A copy of a licence, with the address of its text.
  static func copy(of license: License) -> String {
    "add the text of \(license.id) as `LICENSE`\(license.source.map { " (\($0))" } ?? "")"
  }
}
