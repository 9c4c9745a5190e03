/// Finds the signatures that share runs of words with a text.
struct SignatureIndex {
  /// Sampled runs of each signature.
  private(set) var samples: [Int] = []
  /// Hash table: the first posting of a hash, or -1; its size is a power of two.
  private var heads: [Int32]
  private var postings: [Posting] = []

  private struct Posting {
    let hash: UInt32
    let signature: UInt16
    let place: UInt32
    let next: Int32
  }

  /// Most signatures' runs followed for one run of a text; a phrase that more share tells nothing.
  private static let longestList = 96

  init(_ signatures: [LicenseSignature]) {
    let words = signatures.reduce(0) { $0 + $1.words.count }
    var size = 1_024
    while size < words / 4 { size *= 2 }
    heads = [Int32](repeating: -1, count: size)
    postings.reserveCapacity(words / 7)
    for (index, signature) in signatures.enumerated() {
      let first = postings.count
      signature.words.withUnsafeBufferPointer { words in
        Shingles.forEachSampled(words) { place, hash in
          let slot = Int(hash) & (size - 1)
          postings.append(
            Posting(hash: hash, signature: UInt16(index), place: UInt32(place), next: heads[slot]))
          heads[slot] = Int32(postings.count - 1)
        }
      }
      samples.append(postings.count - first)
    }
  }

  /// All shared runs by signature, each list sorted by the place in the text.
  func hits(of words: UnsafeBufferPointer<UInt16>) -> [[Anchor]] {
    var hits = [[Anchor]](repeating: [], count: samples.count)
    let mask = heads.count - 1
    heads.withUnsafeBufferPointer { heads in
      postings.withUnsafeBufferPointer { postings in
        Shingles.forEachSampled(words) { place, hash in
          var next = heads[Int(hash) & mask]
          var left = Self.longestList
          while next >= 0, left > 0 {
            let posting = postings[Int(next)]
            if posting.hash == hash {
              hits[Int(posting.signature)].append(Anchor(text: place, signature: Int(posting.place)))
            }
            left -= 1
            next = posting.next
          }
        }
      }
    }
    return hits
  }
}
