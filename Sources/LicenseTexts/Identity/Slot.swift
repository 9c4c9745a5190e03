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

    /// Whether it may be worded as a stretch of a text is; what stands in a blank is a name.
    func allows(_ range: Range<Int>, of text: WordSequence) -> Bool {
      wordings.contains { Self.fits($0[...], range, text) }
    }

    /// Whether words fit a wording with blanks in it.
    private static func fits(_ wording: ArraySlice<UInt16>, _ range: Range<Int>, _ text: WordSequence) -> Bool {
      guard let first = wording.first else { return range.isEmpty }
      guard first == KnownWord.blank else {
        return range.first.map { text.hashes[$0] == first } ?? false
          && fits(wording.dropFirst(), range.dropFirst(), text)
      }
      return (0...min(range.count, longestName)).contains { length in
        isName(range.prefix(length), of: text) && fits(wording.dropFirst(), range.dropFirst(length), text)
      }
    }

    /// Whether words may stand in a blank: they neither limit anything nor are a sentence.
    static func isName(_ range: Range<Int>, of text: WordSequence) -> Bool {
      range.count <= longestName && !text.marks[range].contains(.limiting) && text.ordinaryCount(range) <= mostOrdinary
    }

    /// Words of a name.
    static let longestName = 16
    /// Words of a name that are written in small letters.
    private static let mostOrdinary = 4
  }

  /// The slots of a text whose publisher says how copies may differ, inner ones before those around them.
  static func slots(_ text: ReadableText, _ words: WordSequence) -> [Slot] {
    text.variations.compactMap { variation in
      let range =
        words.firstWord(from: variation.range.lowerBound)..<words.firstWord(from: variation.range.upperBound)
      let own = Array(words.hashes[range])
      let wordings = variation.wordings.map {
        WordSequence(ReadableText.read(SourceFile(path: "", text: $0))).forSignature.words.hashes
      }
      .filter { $0 != own }
      return wordings.isEmpty ? nil : Slot(words: range, wordings: wordings)
    }
  }
}
