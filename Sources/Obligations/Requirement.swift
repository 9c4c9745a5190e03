/// What satisfies an obligation: a closed set of checks against the release and its files.
public indirect enum Requirement: Sendable, Hashable {
  /// The released model's name starts with one of these words, as words: a blank stands for any separator or none.
  case nameStartsWith([String])
  /// The released model's name holds one of these words, likewise.
  case nameContains([String])
  /// A document of the project shows people one of these wordings.
  case documentSays([String])
  /// A notice file is there and holds the wording; nil where none is prescribed.
  case noticeFile(String?)
  /// A copy of the licence's own text is among the files.
  case licenseCopy
  /// A document tells that what was taken was changed, and how.
  case changesStated(in: ChangesPlace)
  /// The licence that the release declares is one of these ids.
  case outboundLicense([String])
  /// The card names the source in this field.
  case cardDeclares(CardField)
  /// A prohibition: broken whenever the condition holds.
  case never
  /// No file can show it; somebody has to attest it.
  case attested
  /// It falls due later, on an event such as the end of the licence: nothing to meet yet, and so no finding.
  case later
  /// Any of these is met.
  case any([Requirement])
  /// A machine read the obligation, and cannot tell whether it is kept: somebody has to read it again.
  case reviewed
}

/// Where a statement of changes has to stand.
public enum ChangesPlace: String, Sendable, CaseIterable {
  /// In any document that people get with the release.
  case anyDocument = "yes"
  /// In a notice file, or in the document that shows the notice that the licence prescribes.
  case notice
}

/// A field of a model card that can name a source.
public enum CardField: String, Sendable, CaseIterable {
  case baseModel = "base_model"
  case datasets
  case license
}
