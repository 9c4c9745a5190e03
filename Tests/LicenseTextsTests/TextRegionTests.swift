import Testing

/// What of a text belongs to its terms.
@Suite struct TextRegionTests {
  @Test(arguments: samples) func `outlines of samples`(_ sample: OutlineSample) {
    #expect(sample.outline == sample.expected)
  }

  static let samples: [OutlineSample] = [
    OutlineSample(
      "how to apply", format: .plain,
      """
      Sample Licence

      1. Use

      You can use it.

      2. Copies

      You can copy it.

      3. Marks

      No marks are licensed.

      END OF TERMS AND CONDITIONS

      How to apply this licence

      Put this notice at the top of each file.

      Attachment A: Use Limits

      You agree not to harm people.
      """,
      expected: """
        [Preamble] Sample Licence
        [1] Use
        - You can use it.
        [2] Copies
        - You can copy it.
        [3] Marks
        - No marks are licensed.
        [END OF TERMS AND CONDITIONS] END OF TERMS AND CONDITIONS
        [How to apply this licence] How to apply this licence
        x Put this notice at
        [Attachment A] Use Limits
        - You agree not to
        """),
    OutlineSample(
      "introduction and epilogue", format: .markdown,
      """
      # Sample 4.0

      > The Foundation explains its licences here; these words do not form part of the licence.

      ## Sample 4.0 Public Licence

      You accept this licence by using the work.

      ### 1. Grant

      You can share the work.

      ### 2. Credit

      You must name the maker.

      ### 3. Ending

      It ends when you break it.

      > The Foundation is not a party to this licence.
      """,
      expected: """
        [Preamble] Sample 4.0
        x The Foundation explains its
        [Sample 4.0 Public Licence] Sample 4.0 Public Licence
        - You accept this licence
        [1] Grant
        - You can share the
        [2] Credit
        - You must name the
        [3] Ending
        - It ends when you
        x The Foundation is not
        """),
    OutlineSample(
      "contents and summary", format: .markdown,
      """
      # Sample Terms

      ## Contents

      * Use
      * Ending

      ## Summary

      This summary is not legally binding. You can use the service.

      ## Use

      You can use the service.
      """,
      expected: """
        [Preamble] Sample Terms
        [Contents] Contents
        x Use
        x Ending
        [Summary] Summary
        x This summary is not
        [Use] Use
        - You can use the
        """),
  ]
}
