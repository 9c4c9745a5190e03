import Diagnostics
import Obligations

extension ManifestKey {
  /// The keys of a declaration.
  public static let declaration = [
    ManifestKey("pedigree", .version, "The version of this format: 1.", isRequired: true),
    ManifestKey("model", .mapping(subject), "The model that is released."),
    ManifestKey("dataset", .mapping(subject), "The dataset that is released."),
    ManifestKey("release", .mapping(release), "How the release goes out."),
    ManifestKey("licensee", .mapping(licensee), "Who makes the release."),
    ManifestKey("sources", .sources, "What the release was made from."),
    ManifestKey(
      "documents", .list(.text),
      "Files and folders that show what licences ask for. What is not in any of them counts as missing."),
    ManifestKey("attest", .list(.mapping(attestation)), "Somebody's word for what no file shows."),
    ManifestKey("waive", .list(.mapping(waiver)), "Findings that somebody decided to live with."),
    ManifestKey("interpret", .answers, "Answers to questions of law; unknown until answered here."),
    ManifestKey("settings", .mapping(settings), "How the project is checked; options of the command line go first."),
    ManifestKey("policy", .mapping(policy), "Which licences your house allows for sources."),
    ManifestKey("complete", .truth, "Whether the list of sources is exhaustive."),
  ]

  private static let subject = [
    ManifestKey("name", .text, "The release's repository id, owner/name."),
    ManifestKey("license", .text, "The licence under which it goes out: a Hub id, an SPDX id or another known name."),
    ManifestKey("card", .text, "Path of the model card, relative to this file."),
  ]

  private static let release =
    [
      ManifestKey(
        "how", .list(word(ReleaseForm.self)),
        "How it goes out: weights (published), hosted (as a service), product (contained in one), internal."),
      ManifestKey("commercial", .truth, "Whether the release is commercial."),
      ManifestKey("date", .day, "The day of the release."),
      ManifestKey(
        "territories", .list(.text), "Where it is offered: countries (ISO 3166-1 alpha-2), EU, EEA, or worldwide."),
    ]
    + ScaleMeasure.allCases.map { measure in
      let summary =
        switch measure {
        case .monthlyActiveUsers: "Monthly active users of the licensee when the release goes out."
        case .annualRevenueUSD: "Annual revenue of the licensee in US dollars when the release goes out."
        }
      return ManifestKey(measure.rawValue, .countByDay, summary)
    }

  private static let licensee = [
    ManifestKey("name", .text, "Who makes the release."),
    ManifestKey("domicile", .text, "The country, by its ISO 3166-1 alpha-2 code or its name."),
    ManifestKey(
      "competes-with", .list(.text),
      "Makers with whose products the release competes; [] says with nobody, `other:` names one that no catalogue lists."
    ),
  ]

  /// The keys of a source.
  public static let source = [
    ManifestKey("model", .text, "The source is a model: its id, owner/name."),
    ManifestKey("dataset", .text, "The source is a dataset: its id, owner/name."),
    ManifestKey("code", .text, "The source is code: its id."),
    ManifestKey("service", .text, "The source is a service; beside a model, the one that its outputs came through."),
    ManifestKey("relation", word(Relation.self), "How the release came from the source.", isRequired: true),
    ManifestKey("license", .text, "The licence of the source."),
    ManifestKey(
      "license-basis", word(LicenseGrounds.Basis.self),
      "Why that licence counts although the licensor is known to use another one."),
    ManifestKey("by", .text, "Who says so; for license-basis."),
    ManifestKey("evidence", .text, "Where that can be looked up; for license-basis."),
    ManifestKey("revision", .text, "The revision that was taken: a commit, or a tag."),
    ManifestKey("license-file", .text, "Path of the file in which its licence stands, below this file's folder."),
    ManifestKey("own", .truth, "Whether whoever makes the release holds the rights in it."),
    ManifestKey("terms", .text, "The terms of the outputs: an id, a series, or an id without its date."),
    ManifestKey("from", .day, "First day on which outputs were generated."),
    ManifestKey("to", .day, "Last day on which outputs were generated."),
    ManifestKey(
      "accepted-by", word(Acquisition.Acceptor.self),
      "Who accepted the terms: us (the project itself) or upstream (whoever published the data)."),
    ManifestKey("samples", .count, "How many outputs; findings show it and never weigh it."),
    ManifestKey(
      "sources", .sources, "The sources of the source itself, at most \(ManifestReader.deepestSource) levels deep."),
  ]

  private static let attestation = [
    ManifestKey(
      "obligation", .text, "What is attested: licence/kind, or licence/kind#clause, as findings end.", isRequired: true),
    ManifestKey("statement", .text, "What is attested, in words.", isRequired: true),
    ManifestKey("by", .text, "Who attests it.", isRequired: true),
    ManifestKey("source", .text, "The source that it is for; required where several bring the obligation."),
    ManifestKey("date", .day, "When it was attested."),
    ManifestKey("expires", .day, "The last day on which it counts, in UTC."),
    ManifestKey("text", .text, "The mark of the text that it was given for; it lapses when the text changes."),
  ]

  private static let waiver = [
    ManifestKey(
      "finding", .text, "What is waived: licence/kind, licence/kind#clause, or a bare kind, as findings end.",
      isRequired: true),
    ManifestKey("reason", word(Waiver.Reason.self), "Why.", isRequired: true),
    ManifestKey("by", .text, "Who decided it.", isRequired: true),
    ManifestKey("source", .text, "The source that it is for; required where findings of several sources match."),
    ManifestKey("note", .text, "Anything else."),
    ManifestKey("expires", .day, "The last day on which it counts, in UTC."),
    ManifestKey("text", .text, "The mark of the text that it was given for; it lapses when the text changes."),
  ]

  private static let settings = [
    ManifestKey("fail-on", word(FailLevel.self), "The least severity of an open finding that makes a check fail."),
    ManifestKey("select", .list(.text), "What is reported: kinds, licences, or licence/kind."),
    ManifestKey("ignore", .list(.text), "What is left out: kinds, licences, or licence/kind."),
    ManifestKey("enable", .list(.text), "Checks that are off by default, such as unpinned-source."),
    ManifestKey("max-depth", .count, "Open questions about sources more steps away are left out."),
    ManifestKey(
      "severity", .names(word(Severity.self)), "How much open findings of a kind, a licence or licence/kind weigh."),
  ]

  private static let policy = [
    ManifestKey("allow", .list(.text), "Licences that are allowed whatever they ask."),
    ManifestKey("deny", .list(.text), "Licences that are denied whatever they ask."),
    ManifestKey("preset", word(Policy.Preset.self), "Demands that often go together."),
    ManifestKey("require", .list(word(Policy.Demand.self)), "What every licence has to be like."),
  ]
}
