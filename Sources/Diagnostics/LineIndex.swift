/// Where the lines of a text start, and how many code points stand before places in it.
struct LineIndex: Sendable {
  /// Offset of the first byte of each line; lines end with LF, CRLF or a lone CR.
  let starts: [Int]
  /// Code points before every `stride`th byte, so that long lines are not walked from their start each time.
  private let codePoints: [Int32]
  private static let stride = 1_024

  /// Indexes a whole text in one pass.
  init(_ bytes: [UInt8]) {
    var starts = [0]
    var codePoints: [Int32] = []
    codePoints.reserveCapacity(bytes.count / Self.stride + 1)
    var count: Int32 = 0
    bytes.withUnsafeBufferPointer { buffer in
      for index in 0..<buffer.count {
        if index % Self.stride == 0 { codePoints.append(count) }
        let byte = buffer[index]
        if byte & 0xC0 != 0x80 { count += 1 }
        if byte == UInt8(ascii: "\n") {
          starts.append(index + 1)
        } else if byte == UInt8(ascii: "\r"),
          index + 1 == buffer.count || buffer[index + 1] != UInt8(ascii: "\n")
        {
          starts.append(index + 1)
        }
      }
    }
    if bytes.count % Self.stride == 0 { codePoints.append(count) }
    self.starts = starts
    self.codePoints = codePoints
  }

  /// Number of code points that begin before `offset`; walks less than `stride` bytes.
  func codePoints(before offset: Int, in bytes: [UInt8]) -> Int {
    let block = offset / Self.stride
    var count = Int(codePoints[block])
    for byte in bytes[(block * Self.stride)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Index into `starts` of the line that holds `offset`, by bisection.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
