extension ArraySlice<UInt8> {
  /// Index of the first byte that no valid UTF-8 has there; nil if all of it is valid.
  public var firstInvalidUTF8: Int? {
    var index = startIndex
    while index < endIndex {
      let byte = self[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length: Int
      let least: UInt32
      switch byte {
      case 0xC2...0xDF: (length, least) = (2, 0x80)
      case 0xE0...0xEF: (length, least) = (3, 0x800)
      case 0xF0...0xF4: (length, least) = (4, 0x10000)
      default: return index
      }
      guard index + length <= endIndex else { return index }
      var value = UInt32(byte) & (0x7F >> UInt32(length))
      for offset in 1..<length {
        let next = self[index + offset]
        guard next & 0xC0 == 0x80 else { return index }
        value = value << 6 | UInt32(next & 0x3F)
      }
      guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return index }
      index += length
    }
    return nil
  }
}
