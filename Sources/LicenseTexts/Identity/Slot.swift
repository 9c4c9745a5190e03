import Diagnostics
import MarkupText

extension LicenseSignature {
  /// A stretch of a licence in which copies may differ, as its publisher says: words that may be left out, another
  /// word for the thing that is licensed, the holder's name.
  struct Slot: Sendable, Equatable {
    /// The licence's words; empty where copies may put something in.
    let words: Range<Int>
    /// What may stand there instead. A blank stands for a name of a few words; no words at all, that the stretch may
    /// be left out.
    let wordings: [[UInt16]]

    /// Whether copies may leave it out.
    var isOptional: Bool { wordings.contains([]) }

    /// Whether it may be worded so, where a name holds no limiting word.
    func allows(_ words: ArraySlice<UInt16>, _ marks: ArraySlice<WordMark>) -> Bool {
      wordings.contains { Self.fits($0[...], words, marks) }
    }

    /// Whether words fit a wording with blanks in it.
    private static func fits(
      _ wording: ArraySlice<UInt16>, _ words: ArraySlice<UInt16>, _ marks: ArraySlice<WordMark>
    ) -> Bool {
      guard let first = wording.first else { return words.isEmpty }
      guard first == KnownWord.blank else {
        return words.first == first && fits(wording.dropFirst(), words.dropFirst(), marks.dropFirst())
      }
      let longest = min(words.count, longestName)
      for length in 0...longest {
        if fits(wording.dropFirst(), words.dropFirst(length), marks.dropFirst(length)) { return true }
        guard length < longest, marks[marks.startIndex + length] != .limiting else { return false }
      }
      return false
    }

    /// Words of a name.
    static let longestName = 16
  }

  /// The slots of a text whose publisher says how copies may differ, inner ones before those around them.
  static func slots(_ text: ReadableText, _ words: WordSequence) -> [Slot] {
    text.variations.compactMap { variation in
      let range =
        words.firstWord(from: variation.range.lowerBound)..<words.firstWord(from: variation.range.upperBound)
      let own = Array(words.hashes[range])
      let wordings = variation.wordings.map {
        WordSequence(ReadableText.read(SourceFile(path: "", text: $0))).withoutNotices.hashes
      }
      .filter { $0 != own }
      return wordings.isEmpty ? nil : Slot(words: range, wordings: wordings)
    }
  }
}
