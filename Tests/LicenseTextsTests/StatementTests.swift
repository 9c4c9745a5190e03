import Testing

/// How passages are cut into sentences, and sentences into the items of their lists.
@Suite struct StatementTests {
  @Test(arguments: [
    ("You keep it. We do not. Who knows? Nobody!", ["You keep it", "We do not", "Who knows", "Nobody"]),
    ("Ask Acme Inc. Platforms first.", ["Ask Acme Inc. Platforms first"]),
    ("See No. 5, e.g. Boats, and Art. 7 of it.", ["See No. 5, e.g. Boats, and Art. 7 of it"]),
    ("The U.S. Government and J. Doe agree.", ["The U.S. Government and J. Doe agree"]),
    ("Versions 1.2 and 3. 4 boats.", ["Versions 1.2 and 3", "4 boats"]),
    ("He said \"stop.\" Then he left.", ["He said \"stop", "Then he left"]),
    ("It is called a.out and ends. \"Boat\" means a ship.", ["It is called a.out and ends", "Boat\" means a ship"]),
    // No sentence begins with a small letter.
    ("Boats, ships etc. are things.", ["Boats, ships etc. are things"]),
    ("您可以使用。您不得出售。", ["您可以使用", "您不得出售"]),
  ])
  func `sentences`(text: String, sentences: [String]) throws {
    let read = try WordingReading(text).sentences
    #expect(read == sentences)
  }

  @Test(arguments: [
    (
      "You must (a) keep it; (b) show it; and (c) mend it.",
      ["You must", "(a) keep it < You must", "(b) show it; and < You must", "(c) mend it < You must"]
    ),
    (
      "You must: (i) keep it, and (ii) (A) show it or (B) hide it.",
      [
        "You must", "(i) keep it, and < You must", "(ii)(A) show it or < You must", "(ii)(B) hide it < You must",
      ]
    ),
    ("You may: 1) keep it, 2) sell it.", ["You may", "(1) keep it < You may", "(2) sell it < You may"]),
    // One number, numbers out of order and references make no list.
    ("You must follow section 3(a) and keep it.", ["You must follow section 3(a) and keep it"]),
    ("Keep the boat (b) and the oar (d).", ["Keep the boat (b) and the oar (d"]),
  ])
  func `lists within a sentence`(text: String, statements: [String]) throws {
    let read = try WordingReading(text).statements
    #expect(read == statements)
  }

  @Test func `items below a lead-in are governed by it`() throws {
    let reading = try WordingReading(
      """
      1. You must:
         a. keep the boat dry. Rain is no excuse;
         b. paint it.
      """)
    #expect(
      reading.statements == [
        "You must", "keep the boat dry < You must", "Rain is no excuse", "paint it < You must",
      ])
  }
}
