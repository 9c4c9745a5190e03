/// Turns libyaml's marks, which count code points, into byte offsets.
struct CodePointIndex {
  /// Byte offset of each code point and of the end; nil where all bytes are ASCII.
  private let offsets: [Int32]?
  private let base: Int
  private let count: Int

  /// Indexes `bytes`, whose first byte has the offset `base` in its file.
  init(_ bytes: ArraySlice<UInt8>, base: Int) {
    self.base = base
    self.count = bytes.count
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      self.offsets = nil
      return
    }
    var offsets: [Int32] = []
    offsets.reserveCapacity(bytes.count + 1)
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      offsets.append(Int32(offset))
    }
    offsets.append(Int32(bytes.count))
    self.offsets = offsets
  }

  /// The file's byte offset of the code point with this index; the end for larger indices.
  func offset(of codePoint: Int) -> Int {
    guard let offsets else { return base + min(codePoint, count) }
    return base + Int(offsets[min(codePoint, offsets.count - 1)])
  }
}
