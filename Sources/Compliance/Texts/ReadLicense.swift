import Diagnostics
import LicenseTexts
import MarkupText
import Obligations

/// Makes a licence of what a machine read in a text, so that it is weighed as those of the knowledge are.
struct ReadLicense {
  let text: ProjectText
  let parsed: ParsedText

  /// The id that findings, attestations and waivers know a text by: SPDX's form for licences without an id.
  static func id(of text: ProjectText) -> String {
    let name = text.file.path.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."):
        byte
      default: UInt8(ascii: "-")
      }
    }
    return "LicenseRef-\(String(decoding: name, as: UTF8.self))"
  }

  /// The whole text as a licence.
  var license: License { license(parsed.obligations) }

  /// Some obligations of the text as a licence.
  func license(_ obligations: [ParsedObligation]) -> License {
    make(obligations: obligations.map(obligation), outbound: outbound(obligations), like: nil)
  }

  /// A licence with altered clauses: what it says in those that still stand, and what was read in the others.
  func license(_ original: License, altered: AlteredText) -> License {
    let new = altered.newObligations(in: parsed)
    return make(
      obligations: original.obligations.filter { !altered.touches(clause: $0.clause) } + new.map(obligation),
      outbound: original.outbound.filter { !altered.touches(clause: $0.clause) } + outbound(new), like: original)
  }

  private func make(obligations: [Obligation], outbound: [OutboundRule], like original: License?) -> License {
    License(
      id: Self.id(of: text), title: "`\(text.file.path)`", maker: original?.maker, date: nil, series: nil, source: nil,
      binds: original?.binds ?? .artefact, isProprietary: false, derivatives: original?.derivatives ?? [],
      similar: original?.similar ?? [], incorporates: original?.incorporates ?? [], carries: original?.carries ?? [],
      allowsFurtherTerms: original?.allowsFurtherTerms ?? true, outbound: outbound,
      obligations: obligations, location: text.start, isRead: true)
  }

  private func obligation(_ read: ParsedObligation) -> Obligation {
    let reading = Reading(location: text.location(of: read.range), confidence: read.confidence)
    return Obligation(
      kind: read.kind, modality: read.modality, triggers: read.triggers, clause: read.clause,
      summary: "\"\(quotation(of: read))\" (read by a machine, \(reading.percent) sure)", condition: Condition(read),
      requirement: Requirement(read, in: text.readable), reading: reading)
  }

  private static let longestQuotation = 120

  private func quotation(of read: ParsedObligation) -> String {
    let words = text.readable.words(in: read.range).replacing("\n", with: " ")
    return words.count <= Self.longestQuotation ? words : "\(words.prefix(Self.longestQuotation - 1))…"
  }

  /// What has to stay when a derivative goes out under other terms.
  private func outbound(_ obligations: [ParsedObligation]) -> [OutboundRule] {
    let limits = Self.limits(obligations)
    guard let first = limits.first else { return [] }
    let names = limits.map { "\($0.restriction.rawValue) (\($0.clause.isEmpty ? "no clause" : $0.clause))" }
    return [
      OutboundRule(
        clause: first.clause, summary: "a machine read limits: \(names.joined(separator: ", "))",
        condition: .all([
          .reachedBy(Effect.allCases.filter { $0 != .tool }), .release([.weights, .hosted, .product]),
        ]), keeps: limits.map(\.restriction), compatible: [])
    ]
  }

  /// The limits that obligations put on recipients, each with the first clause that does.
  static func limits(_ obligations: [ParsedObligation]) -> [(restriction: Restriction, clause: String)] {
    Restriction.allCases.compactMap { restriction in
      obligations.first { Restriction($0) == restriction }.map { (restriction, $0.clause) }
    }
  }
}

extension Restriction {
  /// The limit that an obligation puts on recipients, if it puts one.
  fileprivate init?(_ obligation: ParsedObligation) {
    switch (obligation.modality, obligation.kind) {
    case (.mustNot, .restrictedUse), (.must, .passThroughRestrictions): self = .useRestrictions
    case (.mustNot, .commercialUse): self = .nonCommercial
    case (.mustNot, .beyondResearch): self = .researchOnly
    case (.must, .shareAlike): self = .shareAlike
    case (.mustNot, .modify): self = .noDerivatives
    case (.mustNot, .distribute): self = .noRedistribution
    case (.mustNot, .trainOnOutputs), (.mustNot, .compete): self = .noTrainingOnOutputs
    case (.must, .separateLicense) where obligation.threshold != nil: self = .scaleLimit
    default: return nil
    }
  }
}
