import Diagnostics
import LicenseTexts
import MarkupText
import TestSupport
import Testing

@Suite struct IdentityTests {
  private static func identify(_ text: String) -> Identification { SampleLicense.identifier.identify(text.readable) }

  private static func altered(_ change: (inout SampleLicense) -> Void) -> String {
    var license = SampleLicense()
    change(&license)
    return license.text
  }

  /// Ways to set the very same licence.
  private static let layouts: [(name: String, text: String)] = [
    ("as written", SampleLicense().text),
    ("in capitals", SampleLicense().text.uppercased()),
    (
      "with Windows line ends",
      SampleLicense().text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    ),
    ("set in", SampleLicense().text.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")),
    ("without its title", altered { $0.title = "" }),
    ("with the title spelled otherwise", altered { $0.title = "LIGHTHOUSE MODEL LICENSE" }),
    ("of another holder", altered { $0.notice = "Copyright 1999-2024 The Acme Company of Somewhere, Inc." }),
    (
      "of several holders",
      altered { $0.notice = "Copyright (c) 2020 A. Smith\nCopyright © 2024 B. Jones\nAll rights reserved." }
    ),
    ("without a notice", altered { $0.notice = "" }),
    (
      "with letters for numbers",
      SampleLicense().text.split(separator: "\n").map { line in
        for (number, letter) in zip(1...5, "abcde") where line.hasPrefix("\(number). ") {
          return "(\(letter)) \(line.dropFirst(3))"
        }
        return String(line)
      }.joined(separator: "\n\n")
    ),
  ]

  @Test(arguments: layouts.map(\.text)) func `layout, numbering and notices of copyright make no difference`(
    text: String
  ) throws {
    let answer = Self.identify(text)
    #expect(answer.kind == .exact, "\(answer.alterations) in \(text)")
    #expect(answer.matches.first?.score == 1)
    #expect(answer.matches.first?.id == "lighthouse-1.0")
  }

  @Test func `one word that was put in is found, with its place`() throws {
    let marked = MarkedText(
      Self.altered {
        $0.clauses[0] =
          "You may «not» study the lighthouse, paint it and show the paintings to everybody who comes along the shore."
      })
    let text = String(decoding: marked.file.bytes, as: UTF8.self).readable
    let answer = SampleLicense.identifier.identify(text)
    #expect(answer.kind == .altered)
    let change = try #require(answer.matches.first?.changes.first)
    #expect(answer.alterations == ["changed 1"])
    #expect((change.added, change.missing) == (1, 0))
    #expect(text.text.sourceRange(of: change.range) == marked.ranges.first)
  }

  @Test(arguments: 0..<5) func `a lost clause is named`(index: Int) throws {
    let answer = Self.identify(Self.altered { $0.clauses[index] = "Nothing." })
    #expect(answer.kind == .altered || answer.kind == .contains)
    let lost = Self.identify(
      Self.altered { license in
        license.clauses.remove(at: index)
      })
    #expect(lost.alterations == ["missing \(index + 1)"])
  }

  @Test func `a word that was taken out or replaced is found`() {
    let gone = Self.altered { $0.clauses[1] = $0.clauses[1].replacing("not ", with: "") }
    #expect(Self.identify(gone).alterations == ["changed 2"])
    let other = Self.altered { $0.clauses[2] = $0.clauses[2].replacing("must", with: "may") }
    #expect(Self.identify(other).alterations == ["changed 3"])
  }

  @Test func `a clause put between others is told from a changed one`() {
    let text = Self.altered {
      $0.clauses.insert(
        "Visitors must leave their dogs, their boats and their umbrellas at the foot of the stairs.", at: 2)
    }
    #expect(Self.identify(text).alterations == ["added 2"])
  }

  @Test func `changes in two clauses are two, and two in one clause are one`() {
    let two = Self.altered {
      $0.clauses[0] = $0.clauses[0].replacing("paint", with: "draw")
      $0.clauses[3] = $0.clauses[3].replacing("no warranty", with: "every warranty")
    }
    #expect(Self.identify(two).alterations == ["changed 1", "changed 4"])
  }

  @Test func `what follows the licence is not part of it, and is not passed over`() throws {
    let more = "These rules also bind the gulls, the seals, the wind and everything else that comes near."
    let answer = Self.identify(SampleLicense().text + "\n" + more + "\n")
    #expect(answer.kind == .contains)
    #expect(answer.matches.map(\.isAltered) == [false])
    let text = (SampleLicense().text + "\n" + more + "\n").readable
    #expect(answer.rest.map { text.words(in: $0) } == [String(more.dropLast())])
  }

  @Test func `a licence that stands twice is found twice`() {
    let answer = Self.identify(SampleLicense().text + "\n\n" + SampleLicense().text)
    #expect(answer.kind == .contains)
    #expect(answer.matches.map(\.id) == ["lighthouse-1.0", "lighthouse-1.0"])
    #expect(answer.matches.allSatisfy { !$0.isAltered })
    #expect(answer.restCount == 0)
  }

  @Test(arguments: [
    "", "\n \n", "lighthouse", "\u{0}\u{1}\u{FFFD}", "The weather at the shore is fine today, they say.",
  ])
  func `a text that is no licence is unknown`(text: String) {
    #expect(Self.identify(text).kind == .unknown)
    #expect(Self.identify(text).matches.isEmpty)
  }

  @Test func `of two versions that differ in one word each is known as itself`() {
    var later = SampleLicense()
    later.clauses[4] = later.clauses[4].replacing("burned", with: "drowned")
    let identifier = LicenseIdentifier([
      SampleLicense.signature, LicenseSignature(id: "lighthouse-1.1", of: later.text.readable),
    ])
    let first = identifier.identify(SampleLicense().text.readable)
    let second = identifier.identify(later.text.readable)
    #expect(first.matches.map(\.id) == ["lighthouse-1.0"])
    #expect(second.matches.map(\.id) == ["lighthouse-1.1"])
    #expect(first.kind == .exact && second.kind == .exact)
  }

  @Test func `a licence made from another one is not called by its name`() throws {
    var later = SampleLicense()
    later.title = "Lighthouse Model Licence, version 2"
    later.clauses[1] = "Nobody sells tickets here."
    let answer = Self.identify(later.text)
    #expect(answer.kind == .unknown)
    #expect(answer.kin.map(\.id) == ["lighthouse-1.0"])
    later.title = SampleLicense().title
    #expect(Self.identify(later.text).matches.map(\.id) == ["lighthouse-1.0"], "who takes the title, takes the licence")
  }

  @Test(
    arguments: [
      { $0.clauses[1] = $0.clauses[1].replacing("not ", with: "") }, { $0.clauses[4] = "Broken rules end nothing." },
      { $0.clauses.append("The gulls own whatever they can carry away from the lighthouse and its paintings.") },
    ] as [@Sendable (inout SampleLicense) -> Void])
  func `altered words without a title may be a licence that nobody here knows`(
    change: @Sendable (inout SampleLicense) -> Void
  ) {
    let titled = Self.identify(Self.altered(change))
    #expect(titled.matches.map(\.id) == ["lighthouse-1.0"])
    let untitled = Self.identify(
      Self.altered {
        change(&$0)
        $0.title = ""
      })
    #expect(untitled.license == nil)
    #expect(untitled.nearest?.id == "lighthouse-1.0")
    #expect(untitled.matches.allSatisfy { !$0.isAltered })
  }

  @Test(arguments: ["2.1", "3.0", "2.10"]) func `a title with another version is another licence's`(version: String) {
    var license = SampleLicense()
    license.title = "Lighthouse Model Licence\n\nVersion 2.0"
    let identifier = LicenseIdentifier([LicenseSignature(id: "lighthouse-2.0", of: license.text.readable)])
    #expect(identifier.identify(license.text.readable).kind == .exact)
    license.title = "Lighthouse Model Licence\n\nVersion \(version)"
    let other = identifier.identify(license.text.readable)
    #expect(other.kind == .unknown)
    #expect(other.kin.map(\.id) == ["lighthouse-2.0"])
  }

  @Test(arguments: [
    "See [the rules](#the-rules) of the straße, and mind the Ärzte of Œuvre.",
    "Copyright (c) 1999 the keepers of the lamp at the end of the shore, all rights reserved.",
    "This wording is Copyright 2003 Lamp Trust Inc. Lamps are painted by hand.", "END OF TERMS AND CONDITIONS",
  ])
  func `a line that some dresses set otherwise is no alteration`(line: String) {
    var license = SampleLicense()
    license.clauses[2] += "\n\n\(line)"
    let identifier = LicenseIdentifier([LicenseSignature(id: "lighthouse", of: license.text.readable)])
    for text in [license.text, license.text.lowercased(), license.text.uppercased()] {
      #expect(identifier.identify(text.readable).kind == .exact, "\(text)")
    }
    #expect(identifier.identify(ReadableText.read(SourceFile(path: "LICENSE.md", text: license.text))).kind == .exact)
    let line = license.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(identifier.identify(line.readable).kind == .exact)
  }

  @Test func `a list that a licence holds too is no name for a text`() {
    let list = SampleLicense().clauses.dropFirst().joined(separator: "\n\n")
    let own = "Rules of the house: guests leave their shoes at the door, feed the cat and pay for what they break."
    #expect(Self.identify("\(own)\n\n\(list)\n\n\(own)").matches.isEmpty)
  }

  @Test func `licences with the very same words are both named`() throws {
    let identifier = LicenseIdentifier([
      LicenseSignature(id: "tower", also: ["spire"], of: SampleLicense().text.readable), SampleLicense.signature,
    ])
    let match = try #require(identifier.identify(SampleLicense().text.readable).matches.first)
    #expect(match.id == "lighthouse-1.0")
    #expect(match.also == ["spire", "tower"])
  }

  @Test func `blanks may be filled in`() {
    var template = SampleLicense()
    template.clauses[1] =
      "You may not sell tickets for the lighthouse unless [name of keeper] has given written consent."
    let identifier = LicenseIdentifier([LicenseSignature(id: "template", of: template.text.readable)])
    var filled = template
    filled.clauses[1] = template.clauses[1].replacing("[name of keeper]", with: "Ms Virginia Stephen of St Ives")
    #expect(identifier.identify(template.text.readable).kind == .exact)
    #expect(identifier.identify(filled.text.readable).kind == .exact)
    filled.clauses[1] = filled.clauses[1].replacing("not ", with: "")
    #expect(identifier.identify(filled.text.readable).alterations == ["changed 2"])
  }

  @Test func `time grows with the size of the text`() {
    let copy = SampleLicense().text
    let growth = Growth(from: 50) { count in
      _ = SampleLicense.identifier.identify(String(repeating: copy + "\n", count: count).readable)
    }
    #expect(growth.isLinear, "\(growth.small), \(growth.large)")
  }

  @Test(arguments: [
    "keeper of the lighthouse must name ", "lighthouse ", "a b c d e f g h i j ", "[", "(((", "©", "灯台",
  ])
  func `time grows with the size of a text that repeats a phrase`(phrase: String) {
    let growth = Growth(from: 20_000) { count in
      _ = SampleLicense.identifier.identify(String(repeating: phrase, count: count / phrase.utf8.count).readable)
    }
    #expect(growth.isLinear, "\(growth.small), \(growth.large)")
  }

  @Test func `damaged copies keep every place within the text`() {
    for bytes in DamagedCopies(of: SampleLicense().text, count: 300, alphabet: "()[]<>{}_1.©\n ") {
      let text = String(decoding: bytes, as: UTF8.self).readable
      let answer = SampleLicense.identifier.identify(text)
      for range in answer.rest + answer.matches.flatMap({ [$0.range] + $0.changes.map(\.range) }) {
        #expect(range.lowerBound >= 0 && range.upperBound <= text.text.bytes.count)
      }
    }
  }
}
