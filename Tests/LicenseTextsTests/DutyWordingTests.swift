import Testing

/// What texts demand, kind by kind.
@Suite struct DutyWordingTests {
  @Test(arguments: copies + uses + relations) func `a duty is read as its kind`(_ sample: WordingSample) throws {
    let read = try sample.read
    #expect(read == sample.records)
  }

  /// What has to be done with copies.
  static let copies = [
    WordingSample(
      "You must give all recipients a copy of this Agreement.", "must include-license"),
    WordingSample(
      "If you distribute the Material or any derivative works of it, you must provide a copy of this License.",
      "must include-license (distribute, distribute-derivative)"),
    WordingSample(
      "You must retain all copyright notices.", "must retain-notices"),
    WordingSample("You may not remove or alter any copyright notices.", "must retain-notices"),
    WordingSample(
      "You must include a text file named NOTICE in every copy that you distribute.",
      "must notice-file"),
    WordingSample(
      "You must retain in all copies the following attribution notice within a “Notice” text file: “Made by Acme”.",
      "must notice-file"),
    WordingSample("You must give appropriate credit.", "must give-credit"),
    WordingSample(
      "When you publish results, you must cite the paper.", "must give-credit"),
    WordingSample(
      "You must mark modified files with prominent notices of your changes.",
      "must state-changes"),
    WordingSample(
      "You shall state clearly that you changed the files.", "must state-changes"),
    WordingSample(
      "If you distribute a product, you shall prominently display “Powered by Acme” on its website.",
      "must display-branding"),
    WordingSample(
      "You must include “Acme” at the beginning of the name of any such model.",
      "must name-prefix"),
    WordingSample(
      "If you use outputs to train a model, you must include “Acme” at the beginning of its name.",
      "must name-prefix (train-on-outputs)"),
    WordingSample(
      "You must license your derivatives under the same licence.", "must share-alike"),
    WordingSample(
      "Works based on the Data must be released under the terms of this License.",
      "must share-alike"),
    WordingSample(
      "You must bind your recipients to the use restrictions of this License.",
      "must pass-through-restrictions"),
    WordingSample(
      "You must make the complete source code available.", "must disclose-source"),
  ]

  /// What has to be done while it is used.
  static let uses = [
    WordingSample(
      "You must inform people that they are interacting with an artificial intelligence.", "must disclose-ai (generate)"
    ),
    WordingSample("You must clearly label content as AI-generated.", "must disclose-ai (generate)"),
    WordingSample(
      "You must disclose that your model was trained on outputs of the Model.",
      "must disclose-training-use (train-on-outputs)"),
    WordingSample(
      "If your products have more than 50 million monthly active users, you must request a separate licence.",
      "must separate-license (scale) above 50000000 monthly-active-users"),
    WordingSample(
      "For commercial use, you must obtain a separate license from Acme.", "must separate-license (commercial)"),
    WordingSample("You shall use the latest version of the Model.", "must update-version (use)"),
    WordingSample("You must comply with all applicable laws.", "must comply-with-law (use)"),
    WordingSample(
      "You will use the Service in accordance with applicable laws and regulations.", "must comply-with-law (use)"),
    WordingSample("You must comply with our Acceptable Use Policy.", "must comply-with-policy (use)"),
    WordingSample("You agree to follow the brand guidelines.", "must comply-with-policy (always)"),
    WordingSample("You must register before you use the Service.", "must register (use)"),
    WordingSample("You must provide accurate and complete information.", "must register (use)"),
    WordingSample("You are responsible for all activities of your end users.", "must supervise-users (use)"),
    WordingSample("You must have a person review outputs before use.", "must supervise-users (generate)"),
  ]

  /// What is owed to the one who licenses.
  static let relations = [
    WordingSample(
      "You will indemnify and hold harmless Acme from all claims.", "must indemnify (use, distribute)"),
    WordingSample("You shall defend and indemnify us.", "must indemnify (use, distribute)"),
    WordingSample(
      "You grant us a perpetual licence to your Feedback.", "must grant-back (always)"),
    WordingSample("We may use your content to improve our Services.", "must grant-back (use)"),
    WordingSample(
      "Upon termination, you must delete all copies of the Material.", "must cease-on-termination (always)"),
    WordingSample(
      "When this Agreement terminates, you shall stop using the Model.", "must cease-on-termination (always)"),
    WordingSample("You must pay all fees that are due.", "must pay (use)"),
    WordingSample("Customer shall pay the charges within thirty days.", "must pay (use)"),
    WordingSample("You may not disclose Confidential Information to anybody.", "must keep-confidential (always)"),
    WordingSample("You must protect our confidential information.", "must keep-confidential (always)"),
    WordingSample("You may not share your account credentials with others.", "must secure-account (use)"),
    WordingSample("You must keep your password secure.", "must secure-account (use)"),
    WordingSample(
      "You must have all rights and consents needed for your inputs.", "must warrant-inputs (use)"),
    WordingSample(
      "You represent and warrant that you own all rights in the content that you submit.", "must warrant-inputs (use)"),
  ]
}
