import Testing

/// Who does what under which conditions, as sentences are taken apart. Boats, oars and sails mark the places.
@Suite struct FrameTests {
  @Test(arguments: [
    ("You must paint the boat.", ["must licensee: boat"]),
    ("Licensee shall paint the boat.", ["must licensee: boat"]),
    ("You agree to paint the boat.", ["must licensee: boat"]),
    ("You are responsible for the boat.", ["must licensee: boat"]),
    ("You may sail the boat.", ["may licensee: boat sail"]),
    ("You are permitted to use the boat.", ["may licensee: boat"]),
    ("We may sell the boat.", ["may licensor: boat"]),
    ("Either party may sell the boat.", ["may both: boat"]),
    ("The boat may be sold.", ["may other: boat"]),
    ("Licensor grants you a licence to use the boat.", ["grant licensee: boat"]),
    ("Permission is hereby granted to use the boat.", ["grant licensee: boat"]),
    ("The boat is old.", ["states other: boat"]),
    ("您不得使用 boat。", ["must-not licensee: boat"]),
    ("您可以使用 boat。", ["may licensee: boat"]),
  ])
  func `a sentence says who must, may or may not`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    "You may not sell the boat.", "You shall not sell the boat.", "You agree not to sell the boat.",
    "You agree that you will not sell the boat.", "You cannot sell the boat.",
    "You are not permitted to sell the boat.",
    "You are prohibited from selling the boat.", "You have no right to sell the boat.", "You must never sell the boat.",
  ])
  func `a prohibition is never taken for a permission or a duty`(text: String) throws {
    let read = try WordingReading(text).frames
    #expect(read == ["must-not licensee: boat"])
  }

  @Test(arguments: [
    ("You may use the boat, but you must paint the oar.", ["may licensee: boat", "must licensee: oar"]),
    ("You may use the boat, provided that you paint the oar.", ["may licensee: boat", "must licensee: oar"]),
    ("You may use the boat and may not sell the oar.", ["may licensee: boat", "must-not licensee: oar"]),
    ("You must paint the boat, and we may sell the oar.", ["must licensee: boat", "may licensor: oar"]),
  ])
  func `each modal verb makes a frame of its own`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("Only students may sail the boat.", ["must other: boat sail"]),
    ("Only private use of the boat is permitted.", ["must other: boat"]),
    ("You may only sail the boat.", ["must licensee: boat sail"]),
    ("Students may sail the boat.", ["may other: boat sail"]),
  ])
  func `leave for some alone is a limit`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("It is forbidden to sell the boat.", ["must-not licensee: boat"]),
    ("It is not permitted to sell the boat.", ["must-not licensee: boat"]),
    ("Feel free to sell the boat.", ["may licensee: boat"]),
    ("We let the customer sell the boat.", ["grant licensee: boat"]),
  ])
  func `what nobody is named for is said to the licensee`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("The manual does not include the boat.", ["denies other: boat"]),
    ("The harbour is not responsible for the boat.", ["denies other: boat harbour"]),
    ("We do not collect the boat.", ["denies other: boat"]),
    ("You are not the owner of the boat.", ["must-not licensee: boat"]),
    ("Do not sell the boat.", ["must-not other: boat"]),
  ])
  func `what a thing is not forbids nobody anything`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("You may not sell the boat without citing the oar.", ["must-not licensee: boat", "must licensee: oar"]),
    (
      "You must not:\n\n- sell the boat without naming the oar",
      ["must-not licensee", "must-not licensee: boat", "must licensee: oar"]
    ),
    ("You must not use it:\n\n- without naming the oar", ["must-not licensee", "must licensee: oar"]),
    ("You may sell the boat without naming the oar.", ["may licensee: boat oar"]),
  ])
  func `a ban on doing it without something asks for that`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("Keep the boat dry.", ["must licensee: boat"]),
    ("Prominently display the boat.", ["must licensee: boat"]),
    ("If you change the sail, tell us about the boat.", ["must licensee: boat"]),
    (
      "When you sell it:\n\n- Include the boat\n- Display the oar",
      ["states other", "must licensee: boat", "must licensee: oar"]
    ),
    ("You may:\n\n- Display the boat", ["may licensee", "may licensee: boat"]),
  ])
  func `an order asks as must does, unless something governs it`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("You may, subject to all of these terms and conditions, sail the boat.", "boat sail"),
    ("您可以在任何地方 sail 它。", "sail"),
  ])
  func `main verbs are found behind what stands between`(text: String, words: String) throws {
    let verbs = try WordingReading(text).parts[1]
    #expect(verbs == words)
  }

  @Test(arguments: [
    ("Use of the boat by the licensee is prohibited.", ["must-not other: boat"]),
    ("Neither you nor your staff may sell the boat.", ["must-not licensee: boat"]),
    ("Sale of the boat by you is permitted.", ["may other: boat"]),
  ])
  func `who acts is found where the act itself is the subject`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("If you own a boat, you must paint the oar.", "boat", ["must licensee: oar"]),
    ("You must paint the oar if you own a boat.", "boat", ["must licensee: oar"]),
    ("You must, if you own a boat, paint the oar.", "boat", ["must licensee: oar"]),
    ("Unless we own the boat, you may not sell the oar.", "boat", ["must-not licensee: oar"]),
    ("You may not sell the oar unless you own the boat.", "boat", ["must-not licensee: oar"]),
    ("Subject to the boat, you may use the oar.", "boat", ["may licensee: oar"]),
    ("You may not sell the oar, except in the boat.", "boat", ["must-not licensee: oar"]),
    // What is only allowed under a condition is not demanded by it.
    ("Where the boat must be painted, you may sell the oar.", "boat", ["may licensee: oar"]),
  ])
  func `a condition is no part of what is said`(text: String, conditions: String, frames: [String]) throws {
    let reading = try WordingReading(text)
    #expect(reading.conditions == conditions)
    #expect(reading.frames == frames)
  }

  @Test(arguments: [
    ("You must paint the boat which we may sell.", ["must licensee: boat"]),
    ("You may paint a boat that you must not sell.", ["may licensee: boat"]),
  ])
  func `a clause that only describes a thing makes no frame`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }

  @Test(arguments: [
    ("You grant us a licence to use the boat.", "must"),
    ("Contributor grants to you a licence to use the boat.", "grant"),
    ("We may grant you a licence to use the boat.", "may"),
  ])
  func `a licensee who grants is bound, one to whom is granted is not`(text: String, form: String) throws {
    let forms = try WordingReading(text).frames.map { $0.prefix { $0 != " " } }
    #expect(forms == [form[...]])
  }

  @Test func `list items do what their lead-in does`() throws {
    let reading = try WordingReading(
      """
      1. If you own a harbour, you must not:
         a. sell the boat;
         b. paint the oar; or
         c. let others do so, but you may lend the sail.
      2. The boat is old.
      """)
    #expect(
      reading.frames == [
        "must-not licensee", "must-not licensee: boat", "must-not licensee: oar", "may licensee: sail",
        "states other: boat",
      ])
    #expect(reading.conditions == "harbour")
  }

  @Test func `an item inherits the form of a list within its sentence`() throws {
    let reading = try WordingReading("You may (a) use the boat; (b) sell the oar; and (c) mend the sail.")
    #expect(
      reading.frames == ["may licensee", "may licensee: boat", "may licensee: oar", "may licensee: sail"])
  }

  @Test(arguments: [
    ("The boat must be used.", ["boat", "", ""]),
    ("You must boat or oar things in a harbour.", ["", "boat oar", "boat oar harbour"]),
    ("You may use the old lamp of the boat in a harbour.", ["", "", "boat harbour"]),
  ])
  func `subject, main verbs and predicate are told apart`(text: String, parts: [String]) throws {
    let read = try WordingReading(text).parts
    #expect(read == parts)
  }

  @Test(arguments: [
    ("\"Boat\" means any ship that you may use.", true), ("\"Boats\" shall mean all ships.", true),
    ("“Boat” refers to a ship.", true), ("“船”是指船舶。", true),
    ("The \"boat\" must float.", false),
  ])
  func `definitions are known by the quoted word`(text: String, isDefinition: Bool) throws {
    #expect(try WordingReading(text).isDefinition == isDefinition)
  }

  @Test func `what goes on with a ban, and bullets below a heading that forbids, are forbidden`() throws {
    let reading = try WordingReading(
      """
      # Prohibited uses

      * selling the boat
      * painting the oar

      # Rules

      You may not sell the boat. This includes lending the sail.

      # Do not paint

      This includes painting:

      * the oar

      # What you may do

      * lend the sail
      """, as: "sample.md")
    #expect(
      reading.frames == [
        "must-not licensee: boat", "must-not licensee: oar", "must-not licensee: boat", "must-not licensee: sail",
        "must-not licensee", "must-not licensee: oar", "may licensee: sail",
      ])
  }

  @Test(arguments: [
    ("You may only use the boat for the oar.", ["must licensee: boat oar"]),
    ("Under no circumstances may you sell the boat.", ["must-not licensee: boat"]),
    ("No one may sell the boat.", ["must-not other: boat"]),
    ("You may use the boat, but not sell the oar.", ["may licensee: boat", "must-not licensee: oar"]),
    ("You may use the boat without paying for the oar.", ["may licensee: boat", "free licensee: oar"]),
    ("You need not paint the boat.", ["free licensee: boat"]),
    ("Nothing prevents you from selling the boat.", ["free other: boat"]),
    ("The boat must be used as may be agreed.", ["must other: boat"]),
  ])
  func `what stands around a verb turns it over`(text: String, frames: [String]) throws {
    let read = try WordingReading(text).frames
    #expect(read == frames)
  }
}
