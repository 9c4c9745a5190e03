/// What one term of a licence or of terms of service says; the closed vocabulary of pedigree.
public enum ObligationKind: String, Sendable, CaseIterable, Comparable {
  // Grants.
  case use, modify, distribute, sublicense
  case commercialUse = "commercial-use"
  case patentGrant = "patent-grant"
  case ownOutputs = "own-outputs"
  case ownDerivatives = "own-derivatives"
  case trainOnOutputs = "train-on-outputs"

  // Duties.
  case includeLicense = "include-license"
  case retainNotices = "retain-notices"
  case noticeFile = "notice-file"
  case giveCredit = "give-credit"
  case stateChanges = "state-changes"
  case displayBranding = "display-branding"
  case namePrefix = "name-prefix"
  case shareAlike = "share-alike"
  case passThroughRestrictions = "pass-through-restrictions"
  case discloseSource = "disclose-source"
  case discloseAI = "disclose-ai"
  case discloseTrainingUse = "disclose-training-use"
  case separateLicense = "separate-license"
  case updateVersion = "update-version"
  case complyWithLaw = "comply-with-law"
  case complyWithPolicy = "comply-with-policy"
  case register
  case superviseUsers = "supervise-users"
  case indemnify
  case grantBack = "grant-back"
  case ceaseOnTermination = "cease-on-termination"
  case pay
  case keepConfidential = "keep-confidential"
  case secureAccount = "secure-account"
  case warrantInputs = "warrant-inputs"

  // Prohibitions (some grants and duties are forbidden under the same word).
  case beyondResearch = "beyond-research"
  case compete
  case reverseEngineer = "reverse-engineer"
  case extractData = "extract-data"
  case restrictFurther = "restrict-further"
  case useTrademark = "use-trademark"
  case endorse
  case misrepresentOrigin = "misrepresent-origin"
  case circumvent
  case restrictedUse = "restricted-use"
  case territory
  case eligibility
  case publishBenchmarks = "publish-benchmarks"

  // Legal terms.
  case disclaimWarranty = "disclaim-warranty"
  case limitLiability = "limit-liability"
  case terminate
  case terminateOnLitigation = "terminate-on-litigation"
  case disputeResolution = "dispute-resolution"
  case governingLaw = "governing-law"
  case changeTerms = "change-terms"
  case survive
  case defineDerivative = "define-derivative"

  public static func < (left: ObligationKind, right: ObligationKind) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a sentence does to the licensee.
public enum Modality: String, Sendable, CaseIterable {
  case must
  case mustNot = "must-not"
  case may
  /// Legal terms that neither demand, forbid nor allow.
  case none
}

/// The circumstance that makes an obligation bite.
public enum Trigger: String, Sendable, CaseIterable {
  case always, use, modify, distribute
  case distributeDerivative = "distribute-derivative"
  case distributeProduct = "distribute-product"
  case host
  case trainOnOutputs = "train-on-outputs"
  case commercial, scale, generate, sue
}
