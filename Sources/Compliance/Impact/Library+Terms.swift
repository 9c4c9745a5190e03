import LicenseTexts
import MarkupText
import Obligations

extension Library {
  /// The terms that a text states: the known licence that it is a copy of, else what a machine reads in it.
  ///
  /// What a machine reads binds whom `old` binds, where the text takes the place of that.
  public func terms(of text: ReadableText, insteadOf old: License? = nil) throws(LexiconError) -> License {
    if let known = texts.identifier.identify(text).license.flatMap({ license($0) }) { return known }
    return ExtractedLicense(text: ProjectText(text), parsed: try reader().read(text)).license(insteadOf: old)
  }
}
