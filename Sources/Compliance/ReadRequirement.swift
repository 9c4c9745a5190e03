import LicenseTexts
import MarkupText
import Obligations

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
    switch obligation.kind {
    case .displayBranding where isPhrase: return .documentSays([quoted])
    case .noticeFile where isPhrase: return .noticeFile(quoted)
    case .namePrefix:
      let isStart = ["beginning", "start", "prefix"].contains { words.lowercased().contains($0) }
      return isStart ? .nameStartsWith([quoted]) : .nameContains([quoted])
    default: return nil
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
  fileprivate var isSure: Bool { confidence >= 0.75 }
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
    default: false
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
    case .monthlyActiveUsers: .scale(.monthlyActiveUsers, above: threshold.value)
    case .annualRevenueUSD: .scale(.annualRevenueUSD, above: threshold.value)
    case .monthlyRevenueUSD: nil
    }
  }
}
