import Diagnostics
import LicenseTexts
import MarkupText
import Obligations

/// Makes a licence of what a machine read in a text, so that it is weighed as those of the knowledge are.
struct ExtractedLicense {
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

  /// The whole text as a licence that takes the place of another one.
  func license(insteadOf old: License?) -> License {
    make(obligations: parsed.obligations.map(obligation), outbound: outbound(parsed.obligations), like: old)
  }

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
    guard let limit = obligation.kind.limit, obligation.modality == limit.modality else { return nil }
    // What a larger user needs another licence for is free to the others.
    if limit.restriction == .scaleLimit, obligation.threshold == nil { return nil }
    self = limit.restriction
  }
}

extension ObligationKind {
  /// The limit that it puts on recipients where a text demands it, or forbids it; nil where it puts none.
  fileprivate var limit: (modality: Modality, restriction: Restriction)? {
    switch self {
    case .restrictedUse: (.mustNot, .useRestrictions)
    case .passThroughRestrictions: (.must, .useRestrictions)
    case .commercialUse: (.mustNot, .nonCommercial)
    case .beyondResearch: (.mustNot, .researchOnly)
    case .shareAlike: (.must, .shareAlike)
    case .modify: (.mustNot, .noDerivatives)
    case .distribute: (.mustNot, .noRedistribution)
    case .trainOnOutputs, .compete: (.mustNot, .noTrainingOnOutputs)
    case .separateLicense: (.must, .scaleLimit)
    case .use, .sublicense, .patentGrant, .ownOutputs, .ownDerivatives, .includeLicense, .retainNotices, .noticeFile,
      .giveCredit, .stateChanges, .displayBranding, .namePrefix, .discloseSource, .discloseAI, .discloseTrainingUse,
      .updateVersion, .complyWithLaw, .complyWithPolicy, .register, .superviseUsers, .indemnify, .grantBack,
      .ceaseOnTermination, .pay, .keepConfidential, .secureAccount, .warrantInputs, .reverseEngineer, .extractData,
      .restrictFurther, .useTrademark, .endorse, .misrepresentOrigin, .circumvent, .territory, .eligibility,
      .publishBenchmarks, .disclaimWarranty, .limitLiability, .terminate, .terminateOnLitigation, .disputeResolution,
      .governingLaw, .changeTerms, .survive, .defineDerivative:
      nil
    }
  }
}

extension Condition {
  /// When an obligation that a machine read bites; nil for always, as everything does whose reading is not sure.
  ///
  /// Only what the project declares about its release rules an obligation out. How the lineage reaches the
  /// release does not: whether a text means that by a derivative is no question for a machine.
  init?(_ obligation: ParsedObligation) {
    guard obligation.isSure else { return nil }
    var circumstances = obligation.triggers.filter { $0 != .scale }
    if obligation.kind == .commercialUse { circumstances = [.commercial] }
    let tests = circumstances.map(Self.test)
    var parts: [Condition] = []
    if !tests.isEmpty, !tests.contains(where: { $0 == nil }) { parts.append(.any(tests.compactMap { $0 })) }
    if obligation.triggers.contains(.scale), let scale = obligation.threshold.flatMap(Self.scale) {
      parts.append(scale)
    }
    guard !parts.isEmpty else { return nil }
    self = parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func test(_ trigger: Trigger) -> Condition? {
    switch trigger {
    case .distribute, .distributeDerivative: .release([.weights, .product])
    case .distributeProduct: .release([.product])
    case .host: .release([.hosted])
    case .commercial: .commercial
    case .always, .use, .modify, .trainOnOutputs, .generate, .scale, .sue: nil
    }
  }

  private static func scale(_ threshold: ParsedThreshold) -> Condition? {
    switch threshold.unit {
    case .monthlyActiveUsers: .scale(.monthlyActiveUsers, above: threshold.value, on: nil)
    case .annualRevenueUSD: .scale(.annualRevenueUSD, above: threshold.value, on: nil)
    case .monthlyRevenueUSD: nil
    }
  }
}

extension Requirement {
  /// What satisfies an obligation that a machine read; nil for grants and for terms that ask nothing.
  ///
  /// A check of files decides only where the reading is sure and the text prescribes its words. What is
  /// about conduct is attested, and everything else somebody has to read again.
  init?(_ obligation: ParsedObligation, in text: ReadableText) {
    guard obligation.modality == .must || obligation.modality == .mustNot else { return nil }
    if obligation.modality == .must, obligation.isSure,
      let decidable = Self.decidable(obligation, in: text)
    {
      self = decidable
    } else {
      self = obligation.kind.isConduct ? .attested : .reviewed
    }
  }

  private static func decidable(_ obligation: ParsedObligation, in text: ReadableText) -> Requirement? {
    if obligation.kind == .includeLicense { return .licenseCopy }
    let words = text.words(in: obligation.range)
    guard let quoted = onlyQuotation(in: words) else { return nil }
    let isPhrase = quoted.contains(" ")
    return switch obligation.kind {
    case .displayBranding: isPhrase ? .documentSays([quoted]) : nil
    case .noticeFile: isPhrase ? .noticeFile(quoted) : nil
    case .namePrefix:
      ["beginning", "start", "prefix"].contains { words.lowercased().contains($0) }
        ? .nameStartsWith([quoted]) : .nameContains([quoted])
    case .use, .modify, .distribute, .sublicense, .commercialUse, .patentGrant, .ownOutputs, .ownDerivatives,
      .trainOnOutputs, .includeLicense, .retainNotices, .giveCredit, .stateChanges, .shareAlike,
      .passThroughRestrictions, .discloseSource, .discloseAI, .discloseTrainingUse, .separateLicense, .updateVersion,
      .complyWithLaw, .complyWithPolicy, .register, .superviseUsers, .indemnify, .grantBack, .ceaseOnTermination, .pay,
      .keepConfidential, .secureAccount, .warrantInputs, .beyondResearch, .compete, .reverseEngineer, .extractData,
      .restrictFurther, .useTrademark, .endorse, .misrepresentOrigin, .circumvent, .restrictedUse, .territory,
      .eligibility, .publishBenchmarks, .disclaimWarranty, .limitLiability, .terminate, .terminateOnLitigation,
      .disputeResolution, .governingLaw, .changeTerms, .survive, .defineDerivative:
      nil
    }
  }

  private static let longestQuotation = 200

  /// The words between quotation marks, if there are just two marks; of several the reading can't choose.
  private static func onlyQuotation(in words: String) -> String? {
    let parts = words.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let quoted = parts[1].drop { $0 == " " }
    return quoted.isEmpty || quoted.utf8.count > longestQuotation ? nil : String(quoted)
  }
}

extension ParsedObligation {
  /// Whether the reading is sure enough for facts and files to decide something.
  var isSure: Bool { confidence >= 0.75 }
}

extension ObligationKind {
  /// Whether it is about what people do, so that no file of a release could show it.
  fileprivate var isConduct: Bool {
    switch self {
    case .complyWithLaw, .complyWithPolicy, .superviseUsers, .indemnify, .grantBack, .ceaseOnTermination,
      .keepConfidential, .secureAccount, .warrantInputs, .updateVersion, .register, .useTrademark, .endorse,
      .restrictedUse, .eligibility, .territory, .misrepresentOrigin, .circumvent, .publishBenchmarks, .extractData,
      .reverseEngineer, .discloseAI:
      true
    case .use, .modify, .distribute, .sublicense, .commercialUse, .patentGrant, .ownOutputs, .ownDerivatives,
      .trainOnOutputs, .includeLicense, .retainNotices, .noticeFile, .giveCredit, .stateChanges, .displayBranding,
      .namePrefix, .shareAlike, .passThroughRestrictions, .discloseSource, .discloseTrainingUse, .separateLicense, .pay,
      .beyondResearch, .compete, .restrictFurther, .disclaimWarranty, .limitLiability, .terminate,
      .terminateOnLitigation, .disputeResolution, .governingLaw, .changeTerms, .survive, .defineDerivative:
      false
    }
  }
}
