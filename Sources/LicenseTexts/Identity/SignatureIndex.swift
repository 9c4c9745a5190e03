/// Finds the signatures that share runs of words with a text.
struct SignatureIndex {
  /// Sampled runs of each signature by which it can be found; without those of words that copies may
  /// leave out.
  private(set) var samples: [Int]
  /// Hash table: the first posting of a hash, or -1; its size is a power of two.
  private var heads: [Int32]
  /// How many postings follow each head.
  private var lengths: [Int32]
  private var postings: [Posting] = []

  private struct Posting {
    let hash: UInt32
    let place: UInt32
    let signature: Int32
    let next: Int32
  }

  /// A phrase that stands in texts more often tells nothing, and costs much.
  private static let longestList = 128

  init(_ signatures: [LicenseSignature]) {
    let words = signatures.reduce(0) { $0 + $1.words.count }
    var size = 1_024
    while size < words / 4 { size *= 2 }
    samples = [Int](repeating: 0, count: signatures.count)
    heads = [Int32](repeating: -1, count: size)
    lengths = [Int32](repeating: 0, count: size)
    postings.reserveCapacity(words / 7)
    for (index, signature) in signatures.enumerated() {
      signature.words.withUnsafeBufferPointer { words in
        Shingles.forEachSampled(words) { place, hash in
          let slot = Int(hash) & (size - 1)
          postings.append(
            Posting(hash: hash, place: UInt32(place), signature: Int32(index), next: heads[slot]))
          heads[slot] = Int32(postings.count - 1)
          lengths[slot] += 1
        }
      }
    }
    for posting in postings where lengths[Int(posting.hash) & (size - 1)] <= Self.longestList {
      let signature = Int(posting.signature)
      if !signatures[signature].isLeavable(Int(posting.place)) { samples[signature] += 1 }
    }
  }

  /// All shared runs by signature, each list sorted by the place in the text.
  func hits(of words: UnsafeBufferPointer<UInt16>) -> [[Anchor]] {
    var hits = [[Anchor]](repeating: [], count: samples.count)
    let mask = heads.count - 1
    Shingles.forEachSampled(words) { place, hash in
      let slot = Int(hash) & mask
      guard lengths[slot] <= Self.longestList else { return }
      var next = heads[slot]
      while next >= 0 {
        let posting = postings[Int(next)]
        if posting.hash == hash {
          hits[Int(posting.signature)].append(Anchor(text: place, signature: Int(posting.place)))
        }
        next = posting.next
      }
    }
    return hits
  }
}
