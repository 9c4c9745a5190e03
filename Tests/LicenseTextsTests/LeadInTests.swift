import Testing

/// Which passages govern which items.
@Suite struct LeadInTests {
  @Test(arguments: samples) func `outlines of samples`(_ sample: OutlineSample) {
    #expect(sample.outline == sample.expected)
  }

  static let samples: [OutlineSample] = [
    OutlineSample(
      "a list numbered on from its lead-in", format: .plain,
      """
      24. You shall not, in any case:

      25. sell the Model;

      26. paint it.
      """,
      expected: """
        [24]
        - You shall not, in
        [25]
        - sell the Model; < You shall not, in
        [26]
        - paint it. < You shall not, in
        """),
    OutlineSample(
      "nested bullets", format: .markdown,
      """
      You must not:

      * break the law, such as by:
          * stealing
          * forging
      * harm people

      Tell us when somebody does.
      """,
      expected: """
        []
        - You must not:
        - break the law, such < You must not:
        - stealing < break the law, such
        - forging < break the law, such
        - harm people < You must not:
        - Tell us when somebody
        """),
    OutlineSample(
      "flush fragments and indented paragraphs", format: .plain,
      """
      You will not:

      use the Model to harm people;

      sell the Model; or

      hide who made it.

      The Model must not be used for the following:

          Spying on people, including by:

              Tracking where they go

              Naming their faces

          Forging
      """,
      expected: """
        []
        - You will not:
        - use the Model to < You will not:
        - sell the Model; or < You will not:
        - hide who made it. < You will not:
        - The Model must not
        - Spying on people, including < The Model must not
        - Tracking where they go < Spying on people, including
        - Naming their faces < Spying on people, including
        - Forging < The Model must not
        """),
    OutlineSample(
      "headed lists below one lead-in", format: .markdown,
      """
      # Sample Policy

      Do not use the service for any of this:

      ## Violence

      * Threats
      * Weapons

      ## Fraud

      * Phishing

      ## Contact

      Write to us when you see misuse.
      """,
      expected: """
        [Preamble] Sample Policy
        - Do not use the
        [Violence] Violence
        - Threats < Do not use the
        - Weapons < Do not use the
        [Fraud] Fraud
        - Phishing < Do not use the
        [Contact] Contact
        - Write to us when
        """),
    OutlineSample(
      "conditions behind which the list goes on", format: .plain,
      """
      Sample Licence

      Copying is allowed, provided that these conditions are met:

      1. Copies keep this text.

      2. Changed copies say so.

      THE CODE COMES WITHOUT WARRANTY.
      """,
      expected: """
        [Sample Licence] Sample Licence
        - Copying is allowed, provided
        [1]
        - Copies keep this text. < Copying is allowed, provided
        [2]
        - Changed copies say so. < Copying is allowed, provided
        - [Sample Licence] THE CODE COMES WITHOUT
        """),
  ]
}
