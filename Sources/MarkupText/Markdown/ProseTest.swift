/// Tells words from code.
enum ProseTest {
  /// Whether nearly all of the words in a range are letters with the punctuation of sentences.
  static func isProse(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let marks = isCodeMark
    var words = 0
    var plain = 0
    var length = 0
    var isPlain = true
    for index in range {
      let byte = bytes[index]
      if byte <= 0x20 {
        if length > 0 {
          words += 1
          if isPlain { plain += 1 }
        }
        length = 0
        isPlain = true
      } else {
        length += 1
        if marks[Int(byte)] { isPlain = false }
      }
    }
    if length > 0 {
      words += 1
      if isPlain { plain += 1 }
    }
    return words >= fewestWords && plain * 20 >= words * 19
  }

  /// Shorter blocks of code are commands or addresses.
  private static let fewestWords = 20
  /// Whether a byte is seldom seen in words; indexed by the byte.
  private static let isCodeMark: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "=<>{}[]$|\\_#@^~+".utf8 { table[Int(byte)] = true }
    return table
  }()
}
