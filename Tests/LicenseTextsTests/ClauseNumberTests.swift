import Testing

/// Numbers of clauses in texts of our own, with the outlines that they give.
@Suite struct ClauseNumberTests {
  @Test(arguments: samples) func `outlines of samples`(_ sample: OutlineSample) {
    #expect(sample.outline == sample.expected)
  }

  static let samples: [OutlineSample] = [
    OutlineSample(
      "decimals with lettered items", format: .plain,
      """
      Sample Weights Licence

      This licence covers the weights.

      1. Terms used
      1.1 "Weights" means the numbers.
      1.2 "Owner" means us.
      2. What is granted
      2.1 Copying. The Owner lets you copy the Weights.
      2.2 Sharing. You can share the Weights if you:
      (a) pass on this text; and
      (b) name the Owner.
      3. Ending
      The licence ends when you break it.
      """,
      expected: """
        [Preamble] Sample Weights Licence
        - This licence covers the
        [1] Terms used
        [1.1]
        - "Weights" means the numbers.
        [1.2]
        - "Owner" means us.
        [2] What is granted
        [2.1] Copying
        - Copying. The Owner lets
        [2.2] Sharing
        - Sharing. You can share
        [2.2(a)]
        - pass on this text; < Sharing. You can share
        [2.2(b)]
        - name the Owner. < Sharing. You can share
        [3] Ending
        - The licence ends when
        """),
    OutlineSample(
      "a list goes on in the next section", format: .plain,
      """
      1. GRANT

         1. The Owner lets you run the Model.
         2. The Owner lets you change the Model.

      2. LIMITS

      You will not:

         3. sell the Model;
         4. break the law with it, for example by:
            1. stealing; or
            2. forging.

      3. NOTICE

      Keep this text with every copy.
      """,
      expected: """
        [1] GRANT
        [1.1]
        - The Owner lets you
        [1.2]
        - The Owner lets you
        [2] LIMITS
        - You will not:
        [2.3]
        - sell the Model; < You will not:
        [2.4]
        - break the law with < You will not:
        [2.4.1]
        - stealing; or < break the law with
        [2.4.2]
        - forging. < break the law with
        [3] NOTICE
        - Keep this text with
        """),
    OutlineSample(
      "the next section is no item of the list before it", format: .plain,
      """
      1. Meaning.

      As used here:

      (i) "Code" means the program.

      (ii) "You" means the reader.

      2. Limits.

      1. You must pass on this text with the Code.

      2. You agree that the Code will not be used for:

      a. Spying

      i. watching people; or

      ii. naming faces.

      b. Forging

      i. faking voices.

      3. The limits of Section 2 bind whoever gets the Code.

      3. Ending

      When you break the limits, the Owner can:

      (i) end this licence; and

      (ii) ask for all copies.

      That is in addition to other rights.

      4. No promises.

      The Code comes without any warranty.
      """,
      expected: """
        [1] Meaning
        - As used here:
        [1(i)]
        - "Code" means the program. < As used here:
        [1(ii)]
        - "You" means the reader. < As used here:
        [2] Limits
        [2.1]
        - You must pass on
        [2.2]
        - You agree that the
        [2.2.a]
        - Spying < You agree that the
        [2.2.a.i]
        - watching people; or < You agree that the
        [2.2.a.ii]
        - naming faces. < You agree that the
        [2.2.b]
        - Forging < You agree that the
        [2.2.b.i]
        - faking voices. < You agree that the
        [2.3]
        - The limits of Section
        [3] Ending
        - When you break the
        [3(i)]
        - end this licence; and < When you break the
        [3(ii)]
        - ask for all copies. < When you break the
        - [3] That is in addition
        [4]
        - No promises.
        - The Code comes without
        """),
    OutlineSample(
      "both halves of a text in two languages", format: .plain,
      """
      示例许可证

      1. 定义

      “模型”是指我们提供的参数。

      2. 授权

      您可以使用模型。

      1. Definitions

      "Model" means the numbers that we give out.

      2. Grant

      You can use the Model.
      """,
      expected: """
        [Preamble] 示例许可证
        [1] 定义
        - "模型"是指我们提供的参数。
        [2] 授权
        - 您可以使用模型。
        [1] Definitions
        - "Model" means the numbers
        [2] Grant
        - You can use the
        """),
    OutlineSample(
      "Chinese sections and items", format: .plain,
      """
      模型许可协议

      一、定义

      “模型”是指参数。

      二、限制

      您不得：

      1、出售模型；

      2、违反法律。

      第三条 终止

      （一）您违约时，本协议终止。

      （二）终止后您应当删除模型。
      """,
      expected: """
        [Preamble] 模型许可协议
        [一] 定义
        - "模型"是指参数。
        [二] 限制
        - 您不得：
        [二.1]
        - 出售模型； < 您不得：
        [二.2]
        - 违反法律。 < 您不得：
        [三] 终止
        [三(一)]
        - 您违约时，本协议终止。
        [三(二)]
        - 终止后您应当删除模型。
        """),
    OutlineSample(
      "numbers below headings that begin anew", format: .markdown,
      """
      # Sample Terms

      ## Meaning

      1. "App" means the program.
      2. "User" means whoever runs it.

      ## Use

      The User can:

      1. run the App;
      2. copy the App.

      The User pays nothing.
      """,
      expected: """
        [Preamble] Sample Terms
        [Meaning] Meaning
        [Meaning 1]
        - "App" means the program.
        [Meaning 2]
        - "User" means whoever runs
        [Use] Use
        - The User can:
        [Use 1]
        - run the App; < The User can:
        [Use 2]
        - copy the App. < The User can:
        - [Use] The User pays nothing.
        """),
    OutlineSample(
      "headings that group sections", format: .plain,
      """
      Part I: FIRST THINGS

      You and the Owner agree as follows:

      1. Meaning. "Model" means the weights.

      Part II: RIGHTS

      2. Copies. You can copy the Model.

      3. Changes. You can change the Model.

      Attachment A

      Use Limits

      You agree not to use the Model:

      (a) to break the law; or

      (b) to harm people.
      """,
      expected: """
        [Part I] Part I: FIRST THINGS
        - You and the Owner
        [1] Meaning
        - Meaning. "Model" means the
        [Part II] Part II: RIGHTS
        [2] Copies
        - Copies. You can copy
        [3] Changes
        - Changes. You can change
        [Attachment A] Use Limits
        - You agree not to
        [Attachment A a]
        - to break the law; < You agree not to
        [Attachment A b]
        - to harm people. < You agree not to
        """),
    OutlineSample(
      "clauses within one paragraph", format: .plain,
      """
      SAMPLE LICENCE

      TERMS

      Your licence is subject to the following. a. Credit & Notice. If You share the Model, You shall keep this text with it and say who made it, in a file that everybody who gets a copy will find without looking for long. b. Limits. You will not harm people with the Model. c. Ownership. (i) Marks. No marks are licensed. (ii) Changes. You own the changes that You make, as far as the law lets You own them. d. Ending. The licence ends when You break it.
      """,
      expected: """
        [Preamble] SAMPLE LICENCE
        [TERMS] TERMS
        - Your licence is subject
        [a] Credit & Notice
        - Credit & Notice. If
        [b] Limits
        - Limits. You will not
        [c] Ownership
        [c(i)] Marks
        - Marks. No marks are
        [c(ii)] Changes
        - Changes. You own the
        [d] Ending
        - Ending. The licence ends
        """),
  ]
}
