import Compliance
import Obligations

extension FindingKind {
  /// Why it matters, in a sentence or two.
  public var reason: String {
    switch self {
    case .obligation(let kind): kind.reason
    case .rule(let rule): rule.reason
    }
  }

  /// How to settle it.
  public var settling: String {
    switch self {
    case .obligation(let kind): kind.settling
    case .rule(let rule): rule.settling
    }
  }
}

extension ObligationKind {
  fileprivate var reason: String {
    switch self {
    case .use, .modify, .distribute, .sublicense, .patentGrant, .ownOutputs, .ownDerivatives:
      "A right that nobody granted is not there. What a text withholds here stops a release, whatever else it allows."
    case .commercialUse, .beyondResearch, .separateLicense, .pay:
      "Outside of the purpose, or above the size, for which a licence was given there is no licence: what you do there is "
        + "an infringement, not a late payment."
    case .trainOnOutputs, .compete, .extractData, .reverseEngineer, .circumvent:
      "Those who make models enforce this first, by closing accounts and in court: it protects their business."
    case .includeLicense, .retainNotices, .noticeFile, .giveCredit, .stateChanges, .displayBranding, .namePrefix,
      .discloseAI, .discloseTrainingUse, .misrepresentOrigin:
      "People who get your release have to see whose work is in it and what they may do with it. Most licences end where "
        + "this is missing."
    case .shareAlike, .passThroughRestrictions, .discloseSource, .restrictFurther:
      "Nobody can hand on more than they have. Where your licence drops a limit, everybody downstream relies on rights "
        + "that you could not give."
    case .complyWithLaw, .complyWithPolicy, .restrictedUse, .eligibility, .territory, .useTrademark, .endorse,
      .superviseUsers, .publishBenchmarks:
      "It binds whoever uses the material, and a licence usually ends with the first breach. No file shows how people "
        + "act, so somebody has to say it."
    case .updateVersion, .register, .keepConfidential, .secureAccount, .warrantInputs:
      "It is part of the contract under which the source was obtained; who breaks it loses the right to what was obtained."
    case .indemnify, .grantBack, .ceaseOnTermination, .disclaimWarranty, .limitLiability, .terminate,
      .terminateOnLitigation, .disputeResolution, .governingLaw, .changeTerms, .survive, .defineDerivative:
      "It decides what happens in a dispute. Whoever signs the release has to know it, and nothing has to be done now."
    }
  }

  fileprivate var settling: String {
    switch self {
    case .namePrefix:
      "Rename the release. Under `model.name` in pedigree.yaml, or with `--name`, stands what is checked."
    case .displayBranding: "Put the words into the card, or list the page that shows them under `documents:`."
    case .noticeFile: "Add the line to a file `NOTICE` beside the card; the finding says which."
    case .includeLicense: "Add the text of the licence as `LICENSE` beside the card; the finding gives its address."
    case .stateChanges: "Say in the card, or in `NOTICE`, what you did to the source, by its name."
    case .giveCredit: "Name the source in the card: under `base_model` or `datasets`, or in the text."
    case .shareAlike, .passThroughRestrictions:
      "Put the release under the source's own licence, or under one that the clause names as well."
    case .commercialUse, .beyondResearch:
      "Say under `release.commercial` whether the release is commercial. If it is, take another source, or get a licence "
        + "and waive the finding with `reason: license-acquired`."
    case .compete: "Say under `licensee.competes-with` with whom you compete; `[]` says with nobody."
    case .territory: "Say under `licensee.domicile` and `release.territories` where you are and where you offer it."
    case .separateLicense: "Give the numbers under `release`; above the threshold, ask the licensor for a licence."
    case .trainOnOutputs:
      "Train on other outputs, or put the release under terms that the clause allows; say under `accepted-by` who "
        + "accepted the terms."
    case .use, .modify, .distribute, .sublicense, .patentGrant, .ownOutputs, .ownDerivatives, .retainNotices,
      .discloseSource, .discloseAI, .discloseTrainingUse, .updateVersion, .complyWithLaw, .complyWithPolicy, .register,
      .superviseUsers, .keepConfidential, .secureAccount, .warrantInputs, .reverseEngineer, .extractData,
      .restrictFurther, .useTrademark, .endorse, .misrepresentOrigin, .circumvent, .restrictedUse, .eligibility, .pay,
      .publishBenchmarks, .indemnify:
      "Read the clause, see to it, and attest it under `attest:` in pedigree.yaml."
    case .grantBack, .ceaseOnTermination, .disclaimWarranty, .limitLiability, .terminate, .terminateOnLitigation,
      .disputeResolution, .governingLaw, .changeTerms, .survive, .defineDerivative:
      "Nothing is open: it asks for nothing until something happens."
    }
  }
}

extension ProjectRule {
  fileprivate var reason: String {
    switch self {
    case .outboundLicense:
      "Nobody can hand on more than they have. Where your licence drops a limit, everybody downstream relies on rights "
        + "that you could not give."
    case .declarationConflict: "Where two files disagree, one is wrong, and readers rely on either."
    case .undeclaredSource: "What nobody declares nobody checks, and its licence binds the release all the same."
    case .unknownLicense:
      "Without a licence all rights are reserved: nothing says that you may use it, or others yours."
    case .modifiedLicense:
      "A licence with other words is another licence, and recipients take it for the one they know."
    case .staleWaiver: "A decision that no longer fits what it was made for hides what it was never meant to hide."
    case .noProvenance: "Where nothing is declared nothing can be checked, and a pass would mean nothing."
    case .policyDenied: "Your house has decided which risks it takes; what is outside has to be decided by somebody."
    case .unpinnedSource: "Terms and weights behind a branch change in place: later nobody can tell what you took."
    case .staleKnowledge: "Terms change several times a year. What pedigree says may rest on a version that is gone."
    }
  }

  fileprivate var settling: String {
    switch self {
    case .outboundLicense:
      "Put the release under the source's licence, or under terms of your own that keep its limits."
    case .declarationConflict: "Correct the file that is wrong. Where both hold, say why under `license-basis`."
    case .undeclaredSource: "List the source under `sources:` in pedigree.yaml, or correct the file that names it."
    case .unknownLicense: "Write the licence by its SPDX or Hub id, or add it with `--licenses`."
    case .modifiedLicense: "Put the original text back, or declare the text as a licence of its own."
    case .staleWaiver: "Remove the waiver, or have it renewed for what is there now."
    case .noProvenance:
      "List what the release was made from under `sources:`; if it was trained from scratch, write `sources: []` and "
        + "`complete: true`."
    case .policyDenied: "Take another source, or allow the licence under `policy.allow`."
    case .unpinnedSource:
      "Write the commit under `revision` of the source, and keep the licence's text in the repository."
    case .staleKnowledge: "Take a newer pedigree, or add what has changed with `--licenses`."
    }
  }
}
