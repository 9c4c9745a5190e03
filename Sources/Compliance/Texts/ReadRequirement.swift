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
    default: false
    }
  }
}
