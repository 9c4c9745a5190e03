import Diagnostics
import LicenseTexts
import MarkupText

/// A licence of the tests' own, in clauses that can be left out, changed and added to.
struct SampleLicense {
  var title = "Lighthouse Model Licence"
  var notice = "Copyright (c) 2021 Jane Doe"
  var clauses = [
    "You may study the lighthouse, paint it and show the paintings to everybody who comes along the shore.",
    "You may not sell tickets for the lighthouse unless the keeper has given written consent beforehand.",
    "Whoever paints the lighthouse must name the keeper on the back of each painting, in letters that can be read.",
    "The keeper gives no warranty that the lamp burns at night, and is not liable for ships that run aground.",
    "If a visitor breaks these rules, all permissions end at once and every painting must be burned or returned.",
  ]

  /// The licence as a plain text.
  var text: String {
    ([title, notice] + clauses.enumerated().map { "\($0.offset + 1). \($0.element)" }).joined(separator: "\n\n") + "\n"
  }

  /// The signature of the licence as it was first written.
  static let signature = LicenseSignature(id: "lighthouse-1.0", version: "1.0", of: Self().text.readable)

  /// An identifier that knows only it.
  static let identifier = LicenseIdentifier([signature])
}

extension String {
  /// The text as a file of plain text.
  var readable: ReadableText { ReadableText.read(SourceFile(path: "LICENSE", text: self)) }
}

extension Identification {
  /// The alterations of the only licence as `kind clause`.
  var alterations: [String] {
    matches.flatMap(\.changes).map { "\($0.kind.rawValue) \($0.clause ?? "-")" }
  }
}
