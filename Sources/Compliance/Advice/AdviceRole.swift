import Obligations
import Provenance

/// What a finding means to somebody who asks whether something may be done.
enum AdviceRole {
  /// It forbids the release, or asks for another licence.
  case prohibition
  /// It asks the release for something.
  case condition
  /// It binds how people act, whatever is released.
  case conduct
  /// Nobody knows what a text says.
  case gap

  /// The role of a finding; nil for what is about the project's files alone. `binding` is whom its text binds.
  init?(_ finding: Finding, binding: License.Binding, release: String) {
    switch finding.kind {
    case .rule(.outboundLicense): self = .condition
    case .rule(.unknownLicense) where finding.source != release:
      // A policy says how people may act; whether something may be made, the terms beside it say.
      if finding.missing.allSatisfy(\.isAboutPolicy) { return nil }
      self = .gap
    case .rule(.noProvenance): self = .gap
    case .rule: return nil
    case .obligation(let kind):
      self = Self.role(of: kind, finding.modality, isAttested: finding.requirement == .attested, binding)
    }
  }

  private static func role(
    of kind: ObligationKind, _ modality: Modality, isAttested: Bool, _ binding: License.Binding
  ) -> AdviceRole {
    switch kind {
    case .separateLicense, .compete: .prohibition
    case .complyWithLaw, .complyWithPolicy, .restrictedUse, .eligibility, .useTrademark, .endorse, .misrepresentOrigin,
      .circumvent, .reverseEngineer, .extractData, .secureAccount, .keepConfidential, .warrantInputs, .superviseUsers,
      .discloseAI, .indemnify, .grantBack, .ceaseOnTermination, .updateVersion, .publishBenchmarks, .sublicense:
      .conduct
    // Without a place nobody but the user can tell.
    case .territory: isAttested ? .conduct : .prohibition
    // Whoever holds an account owes its fees and its data, not what was made with it.
    case .register, .pay: binding == .acceptor ? .conduct : .condition
    case .restrictFurther: .condition
    case .use, .modify, .distribute, .commercialUse, .trainOnOutputs, .beyondResearch:
      // What a service's terms say of one of its features depends on whether that feature is used.
      modality == .must ? .condition : isAttested && binding == .acceptor ? .conduct : .prohibition
    case .patentGrant, .ownOutputs, .ownDerivatives, .includeLicense, .retainNotices, .noticeFile, .giveCredit,
      .stateChanges, .displayBranding, .namePrefix, .shareAlike, .passThroughRestrictions, .discloseSource,
      .discloseTrainingUse:
      .condition
    case .disclaimWarranty, .limitLiability, .terminate, .terminateOnLitigation, .disputeResolution, .governingLaw,
      .changeTerms, .survive, .defineDerivative:
      .conduct
    }
  }
}

extension Question {
  fileprivate var isAboutPolicy: Bool {
    if case .policy = kind { true } else { false }
  }
}
