/// Finds runs of words that stand once in each of two ranges.
struct UniqueRuns {
  /// Words of a run, at most 4.
  let length: Int

  /// The places of the runs, sorted by their place in the text.
  func shared(
    _ text: UnsafeBufferPointer<UInt16>, _ textRange: Range<Int>,
    _ signature: UnsafeBufferPointer<UInt16>, _ signatureRange: Range<Int>
  ) -> [Anchor] {
    let own = runs(text, textRange)
    let held = runs(signature, signatureRange)
    var anchors: [Anchor] = []
    var index = 0
    for run in own {
      while index < held.count, held[index].words < run.words { index += 1 }
      if index < held.count, held[index].words == run.words {
        anchors.append(Anchor(text: Int(run.place), signature: Int(held[index].place)))
      }
    }
    return anchors.sorted { $0.text < $1.text }
  }

  private struct Run {
    let words: UInt64
    let place: UInt32
  }

  /// The runs that stand once, sorted by their words.
  private func runs(_ words: UnsafeBufferPointer<UInt16>, _ range: Range<Int>) -> [Run] {
    guard range.count >= length else { return [] }
    var runs = (range.lowerBound...(range.upperBound - length)).map { start in
      var run: UInt64 = 0
      for offset in 0..<length { run = run << 16 | UInt64(words[start + offset]) }
      return Run(words: run, place: UInt32(truncatingIfNeeded: start))
    }
    runs.sort { $0.words < $1.words }
    return runs.indices.compactMap { index in
      let isAgain = index > 0 && runs[index - 1].words == runs[index].words
      let isRepeated = index + 1 < runs.count && runs[index + 1].words == runs[index].words
      return isAgain || isRepeated ? nil : runs[index]
    }
  }
}
