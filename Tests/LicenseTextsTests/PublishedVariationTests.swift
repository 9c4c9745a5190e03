import Diagnostics
import LicenseTexts
import MarkupText
import Testing

/// Copies of a licence whose publisher says how they may differ.
@Suite struct PublishedVariationTests {
  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <SPDXLicenseCollection xmlns="http://www.spdx.org/license">
      <license licenseId="lighthouse" name="Lighthouse Licence">
        <text>
          <titleText><p>Lighthouse Licence</p></titleText>
          <p>You may study the <alt match="lighthouse|beacon(s)?" name="thing">lighthouse</alt>, paint it and show
            the paintings to everybody who comes along the shore.</p>
          <p>The name of <alt match=".+" name="holder">the keeper</alt> may not be used to sell tickets unless written
            consent has been given beforehand.</p>
          <optional><p>How to apply these terms: put them at the foot of the stairs.</p></optional>
        </text>
      </license>
    </SPDXLicenseCollection>
    """

  private static let identifier = LicenseIdentifier([
    LicenseSignature(
      id: "lighthouse", of: ReadableText.read(SourceFile(path: "lighthouse.xml", text: xml)))
  ])

  private static func text(thing: String = "lighthouse", holder: String = "the keeper", more: String = "") -> String {
    """
    You may study the \(thing), paint it and show the paintings to everybody who comes along the shore.

    The name of \(holder) may not be used to sell tickets unless written consent has been given beforehand.

    \(more)
    """
  }

  @Test(arguments: [
    text(), text(thing: "beacon"), text(thing: "beacons"), text(holder: "Acme Lighthouses Ltd."),
    text(more: "How to apply these terms: put them at the foot of the stairs."),
  ])
  func `a copy that differs where its publisher lets it is unaltered`(copy: String) {
    #expect(Self.identifier.identify(copy.readable).kind == .exact)
  }

  @Test(arguments: [
    text(thing: "tower"), text(holder: "nobody but those who may not sell"), text(more: "You must pay the keeper."),
    text().replacing("may not be used", with: "may be used"),
  ])
  func `a copy that differs elsewhere is not`(copy: String) {
    #expect(Self.identifier.identify(copy.readable).kind != .exact)
  }

  @Test func `what copies may differ in is kept with the signature`() throws {
    let signature = LicenseSignature(
      id: "lighthouse", of: ReadableText.read(SourceFile(path: "lighthouse.xml", text: Self.xml)))
    let read = try #require(SignatureFile(reading: Array(SignatureFile([signature]).yaml.utf8)))
    #expect(read.yaml == SignatureFile([signature]).yaml)
    #expect(LicenseIdentifier(read.signatures).identify(Self.text(thing: "beacon").readable).kind == .exact)
  }
}
