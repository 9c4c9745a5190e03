import LicenseTexts
import Testing

/// What people put around a licence that they did not write.
@Suite struct RiderTests {
  private static func identify(_ text: String) -> Identification { SampleLicense.identifier.identify(text.readable) }

  private static let riders = [
    "Commercial use is not permitted without a paid licence.",
    "Non-commercial use only",
    "For academic use.",
    "EVALUATION ONLY",
    "The weights may be used for research, and for nothing else, by whoever has written to the keeper beforehand.",
    "This grant does not include the right to sell the paintings.",
  ]

  @Test(arguments: riders) func `a condition before or behind a licence is found`(rider: String) {
    for text in ["\(rider)\n\n\(SampleLicense().text)", "\(SampleLicense().text)\n\(rider)\n"] {
      let answer = Self.identify(text)
      #expect(answer.kind != .exact)
      #expect(answer.matches.map(\.id) == ["lighthouse-1.0"])
      #expect(answer.rest.count == 1)
    }
  }

  @Test(arguments: riders) func `a condition on the line of the holder is found`(rider: String) {
    for end in [". ", ", ", " - "] {
      var license = SampleLicense()
      license.notice += end + rider
      #expect(Self.identify(license.text).kind != .exact, "\(license.notice)")
    }
  }

  @Test(arguments: [
    "The Lighthouse Model Licence", "Heron 7B", "# Heron 7B", "Copyright (c) 2019-2024 Acme Inc. and contributors",
    "© 2024 Jane Doe <jane@example.org>. All rights reserved.", "https://example.org/lighthouse",
    "Copyright 2020 The Regents of the University\nof Somewhere. All rights reserved.", "Copyright (c) 2013 jane doe",
  ])
  func `a title, a holder or an address is no condition`(beside: String) {
    #expect(Self.identify("\(beside)\n\n\(SampleLicense().text)").kind == .exact)
    #expect(Self.identify("\(SampleLicense().text)\n\(beside)\n").kind == .exact)
  }

  @Test func `a holder's name in a blank holds no condition`() {
    var template = SampleLicense()
    template.clauses[1] = "You may not use the name of [keeper] to sell tickets for the lighthouse or its paintings."
    let identifier = LicenseIdentifier([LicenseSignature(id: "template", of: template.text.readable)])
    func filled(_ name: String) -> Identification {
      identifier.identify(template.text.replacing("[keeper]", with: name).readable)
    }
    #expect(filled("Acme Lighthouses of the North, Inc.").kind == .exact)
    #expect(filled("Acme, and only without its consent,").kind == .altered)
  }
}
