/// A GGUF file that a test writes, value by value.
struct GGUFFile {
  enum Value {
    case text(String)
    case number(UInt32)
    case texts([String])
    case numbers(Int)
    /// Arrays in arrays, so many deep.
    case nested(Int)
    /// A list of texts whose count is a lie.
    case lyingTexts(UInt64)
    case lyingNumbers(UInt64)
  }

  private(set) var bytes: [UInt8] = []
  private let isBigEndian: Bool

  init(
    _ entries: [(String, Value)], version: UInt32 = 3, isBigEndian: Bool = false, count: UInt64? = nil
  ) {
    self.isBigEndian = isBigEndian
    bytes = Array("GGUF".utf8)
    add(version)
    add(UInt64(0))
    add(count ?? UInt64(entries.count))
    for (key, value) in entries {
      add(key)
      add(value)
    }
  }

  private mutating func add(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: isBigEndian ? number.bigEndian : number.littleEndian) { bytes += $0 }
  }

  private mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    bytes += Array(text.utf8)
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .text(let text):
      add(UInt32(8))
      add(text)
    case .number(let number):
      add(UInt32(4))
      add(number)
    case .texts(let texts):
      add(UInt32(9))
      add(UInt32(8))
      add(UInt64(texts.count))
      for text in texts { add(text) }
    case .numbers(let count):
      add(UInt32(9))
      add(UInt32(6))
      add(UInt64(count))
      bytes += [UInt8](repeating: 0, count: 4 * count)
    case .nested(let depth):
      add(UInt32(9))
      for _ in 0..<depth {
        add(UInt32(9))
        add(UInt64(1))
      }
      add(UInt32(0))
      add(UInt64(0))
    case .lyingTexts(let count):
      add(UInt32(9))
      add(UInt32(8))
      add(count)
    case .lyingNumbers(let count):
      add(UInt32(9))
      add(UInt32(12))
      add(count)
    }
  }
}
