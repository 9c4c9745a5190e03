import MarkupText

extension LicenseSignature {
  /// Makes the signature of a licence from its text.
  public init(id: String, also: [String] = [], title: String = "", version: String = "", of text: ReadableText) {
    let words = WordSequence(text)
    self.init(
      id: id, also: also, title: title, version: version, words: words.hashes, titleCount: words.titleCount,
      clauses: [])
  }
}
