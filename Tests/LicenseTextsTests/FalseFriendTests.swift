import Testing

@testable import LicenseTexts

/// Sentences with the words of an obligation that don't state it.
@Suite struct FalseFriendTests {
  @Test(arguments: [
    "The Model has many users in commercial and academic research.",
    "This page tells the history of our licences and trademarks.",
    "Version 2 was trained on the outputs of an older model.",
    "We designed the Service together with three universities.",
    "A derivative is a term of mathematics as well.",
    "Questions about copyright may reach us by mail.",
    "“Output” means what the Model returns, and you may not find it in the Data.",
    "“Affiliate” means any company that must follow your instructions.",
    "The release was settled in a castle.",
    "We will not use your content to train our models.",
    "You are encouraged to cite the paper.",
  ])
  func `what binds nobody gives no record`(text: String) throws {
    let records = try WordingReading.parse(text).obligations.map(WordingReading.line)
    #expect(records == [])
  }

  @Test(arguments: [
    ("Nothing in this Agreement prevents you from training models on the outputs.", "must-not train-on-outputs"),
    ("You may use the outputs to train other models.", "must-not train-on-outputs"),
    ("You may not use the outputs to train models that compete with ours.", "must-not train-on-outputs"),
    ("You may not use the name of the author to promote products.", "must-not restricted-use"),
    ("You may not disclose our Confidential Information.", "must-not distribute"),
    ("You may not remove the copyright notices.", "must-not modify"),
    ("You may not use your account to share spam.", "must secure-account"),
    ("You may not use the Model for non-commercial contests.", "must-not commercial-use"),
    ("You may use the Model for non-commercial purposes.", "may commercial-use"),
    ("You must keep the boat secure.", "must secure-account"),
    ("We may share your information with our partners.", "may distribute"),
    ("You may not sublicense the Material.", "may sublicense"),
    ("You grant us a licence to use your content.", "may use"),
    ("You do not own any right in the Model.", "may own-outputs"),
    ("The warranty of the seller stays untouched.", "none disclaim-warranty"),
    ("You may modify the Material.", "none change-terms"),
    ("You may end your subscription at any time.", "none terminate"),
    ("You must not use the Service if you do not agree to these Terms.", "must-not restricted-use"),
    ("You may use our trademarks as our guidelines say.", "must-not use-trademark"),
    ("The Model recognises children and adults.", "must-not eligibility"),
    ("The Service is not available in the night.", "must-not territory"),
    ("You must pay attention to the details of the handbook.", "must pay"),
  ])
  func `a wording is not taken for what it resembles`(text: String, record: String) throws {
    let records = try WordingReading.parse(text).obligations.map { "\($0.modality.rawValue) \($0.kind.rawValue)" }
    #expect(!records.contains(record), "\(records)")
  }
}
