import Diagnostics
import LicenseKnowledge
import LicenseTexts
import Obligations
import Provenance

/// The text under which the release goes out by its own files, and what that says of its licence.
struct ReleaseText: Sendable {
  /// What the release declares; where no file names a licence that is known, the one whose text stands there.
  let claims: [LicenseClaim]
  /// The text; nil where there is none.
  let text: ProjectText?
  /// How it differs from a licence that is declared, or that it is a copy of.
  let altered: AlteredText?
  /// What a machine reads in it, where it is no true copy of a known licence.
  let parsed: ParsedText?

  /// The text of a licence that somebody has in mind, whatever the project's files say now.
  init(proposing claim: LicenseClaim) {
    self.claims = [claim]
    self.text = nil
    self.altered = nil
    self.parsed = nil
  }

  init(_ project: Project, texts: ProjectTexts, library: Library) {
    let declared = project.declaredLicenses
    self.text = Self.text(of: project, declared, texts)
    let names = declared.flatMap { library.expression($0).names.map { library.resolve($0) } }
    let knownIDs = names.compactMap(\.knownID)
    guard let text else {
      self.claims = declared
      self.altered = nil
      self.parsed = nil
      return
    }
    let answer = texts.identification(of: text)
    let alterations = texts.alterations(in: text, declared: Set(knownIDs))
    let only = answer.matches.count == 1 && answer.rest.isEmpty ? answer.matches.first : nil
    if Self.leaveOpen(names), alterations.isEmpty, let id = only?.ids.first(where: { library.license($0) != nil }) {
      self.claims = [LicenseClaim(name: id, location: text.start, basis: .project)]
    } else {
      self.claims = declared
    }
    self.altered =
      alterations.first { altered in knownIDs.contains { altered.isVersion(of: $0) } } ?? alterations.first
    self.parsed = altered != nil || answer.matches.isEmpty ? texts.parsed(text) : nil
  }

  /// Whether names say nothing against the text: there are none, or nobody knows what they stand for.
  private static func leaveOpen(_ names: [NamedLicense]) -> Bool {
    names.allSatisfy { name in
      if case .unknown = name { return true }
      return name.name.lowercased() == "other"
    }
  }

  /// The file that a card's link leads to, else the licence at the top of the project.
  private static func text(of project: Project, _ claims: [LicenseClaim], _ texts: ProjectTexts) -> ProjectText? {
    let own = "https://huggingface.co/\(project.release.text)/blob/main/"
    for link in claims.compactMap(\.link) {
      let path = link.hasPrefix(own) ? String(link.dropFirst(own.count)) : link
      if let text = texts.text(at: path.hasPrefix("./") ? String(path.dropFirst(2)) : path), text.role != .readme {
        return text
      }
    }
    return texts.all.first { $0.role == .license }
  }

  /// What a machine read as duties and prohibitions, in the words that the licence does not have or in all.
  var readObligations: [ParsedObligation] {
    guard let parsed else { return [] }
    let all = altered?.newObligations(in: parsed) ?? parsed.obligations
    return all.filter { $0.modality == .must || $0.modality == .mustNot }
  }

  /// The readings as facts, each at its line; of many the first ones.
  var evidence: [Evidence] {
    guard let text else { return [] }
    let origin = altered.map { [Evidence($0.summary(of: "`\($0.match.id)`"), at: text.start)] } ?? []
    return origin + text.evidence(for: readObligations)
  }
}

extension ProjectText {
  private static let mostShown = 12

  /// What a machine read, each with its line; of many the first ones.
  func evidence(for obligations: [ParsedObligation]) -> [Evidence] {
    var evidence = obligations.prefix(Self.mostShown).map { read in
      let clause = read.clause.isEmpty ? "" : ", \(read.clause)"
      let sure = Reading(location: location(of: read.range), confidence: read.confidence)
      return Evidence(
        "\(read.modality.rawValue) \(read.kind.rawValue)\(clause) (read by a machine, \(sure.percent) sure)",
        at: sure.location)
    }
    if obligations.count > evidence.count {
      evidence.append(
        Evidence("\(obligations.count - evidence.count) more: see `pedigree parse \(file.path)`", at: start))
    }
    return evidence
  }
}
