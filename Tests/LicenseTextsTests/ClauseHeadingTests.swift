import Testing

/// What is a heading and what is none.
@Suite struct ClauseHeadingTests {
  @Test(arguments: samples) func `outlines of samples`(_ sample: OutlineSample) {
    #expect(sample.outline == sample.expected)
  }

  static let samples: [OutlineSample] = [
    OutlineSample(
      "dates, names and sentences are none", format: .plain,
      """
      SAMPLE LICENCE
      Version 2.0

      Last Updated: July 1, 2031

      Sample Labs Inc. ("we") made this Model.

      You can get a copy of this text at:
          https://sample.example/licence

      1. Models

      "Models" means all of these:
      Sample-1 Base
      Sample-1 Chat
      Sample-1 Chat Long

      They come as files.

      2. Use

      You can use the Models.

      3. Ending

      We can end this.
      """,
      expected: """
        [Preamble] SAMPLE LICENCE
        - Version 2.0
        - Last Updated: July 1,
        - Sample Labs Inc. ("we")
        - You can get a
        [1] Models
        - "Models" means all of
        - Sample-1 Base
        - Sample-1 Chat
        - Sample-1 Chat Long
        - They come as files.
        [2] Use
        - You can use the
        [3] Ending
        - We can end this.
        """),
    OutlineSample(
      "bulleted page", format: .markdown,
      """
      Sample AI Terms

      *   **Your part**

          *   Age

              You must be of age.

          *   Fair use

              You must not use the service to:

              *   break the law
              *   harm people

      *   **Our part**

          *   Data

              We keep what you send.
      """,
      expected: """
        [Sample AI Terms] Sample AI Terms
        [Your part] Your part
        [Age] Age
        - You must be of
        [Fair use] Fair use
        - You must not use
        - break the law < You must not use
        - harm people < You must not use
        [Our part] Our part
        [Data] Data
        - We keep what you
        """),
    OutlineSample(
      "run-in titles", format: .markdown,
      """
      # Sample Policy

      **Last updated: 3 May 2031**

      We want everybody to be safe.

      ## Limits

      **No spying.** You must not watch people.

      **No forging.** You must not:

      * fake voices
      * fake faces

      ## Changes

      We can change this policy.
      """,
      expected: """
        [Preamble] Sample Policy
        - Last updated: 3 May
        - We want everybody to
        [Limits] Limits
        [No spying] No spying
        - You must not watch
        [No forging] No forging
        - You must not:
        - fake voices < You must not:
        - fake faces < You must not:
        [Changes] Changes
        - We can change this
        """),
  ]
}
