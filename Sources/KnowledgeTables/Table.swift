#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Rows of texts and numbers in one block of bytes, which is made while the package is built and never decoded: a row is
/// found by binary search over the texts of the first column.
///
/// All bytes are valid UTF-8, so that a string literal can hold them: numbers have four digits to the base 128, the
/// smallest first. The block is the number of rows, the number of columns, the cells of one row after the other, and the
/// texts, each behind its length; the cell of a text is the place of its length.
public struct Table: Sendable, Equatable, CustomStringConvertible {
  /// All of it.
  public let bytes: [UInt8]
  /// The number of rows.
  public let count: Int
  private let columns: Int

  /// Its size: tests that fail would print all bytes otherwise.
  public var description: String { "a table of \(count) rows" }

  /// What stands in a column of a row.
  public enum Cell: Sendable {
    case text(String)
    case number(Int)
  }

  /// Takes the bytes of a table that was written before.
  public init(_ literal: StaticString) {
    self.init(bytes: Array(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)))
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    count = Self.number(in: bytes, at: 0)
    columns = Self.number(in: bytes, at: Self.digits)
  }

  /// Writes rows in their order.
  public init(rows: [[Cell]]) {
    let columns = rows.first?.count ?? 1
    var cells: [UInt8] = []
    var texts: [UInt8] = []
    var places: [[UInt8]: Int] = [:]
    let start = Self.digits * (2 + rows.count * columns)
    for cell in rows.joined() {
      switch cell {
      case .number(let number): Self.append(number, to: &cells)
      case .text(let text):
        let letters = Array(text.utf8)
        let place = places[letters] ?? start + texts.count
        if places.updateValue(place, forKey: letters) == nil {
          Self.append(letters.count, to: &texts)
          texts += letters
        }
        Self.append(place, to: &cells)
      }
    }
    var bytes: [UInt8] = []
    Self.append(rows.count, to: &bytes)
    Self.append(columns, to: &bytes)
    self.init(bytes: bytes + cells + texts)
  }

  /// Writes rows sorted by the bytes of their first text; those with the same one keep their order.
  public init(sorting rows: [(key: String, cells: [Cell])]) {
    let keys = rows.map { Array($0.key.utf8) }
    let sorted = rows.indices.sorted { left, right in
      let order = Self.order(of: keys[left], keys[right])
      return order == 0 ? left < right : order < 0
    }
    self.init(rows: sorted.map { [.text(rows[$0].key)] + rows[$0].cells })
  }

  /// Less than 0 where the first bytes stand before the second, 0 where they are the same.
  private static func order(of first: [UInt8], _ second: [UInt8]) -> Int {
    let difference = memcmp(first, second, min(first.count, second.count))
    return difference == 0 ? first.count - second.count : Int(difference)
  }

  /// The number in a column of a row.
  public func number(_ column: Int, of row: Int) -> Int {
    Self.number(in: bytes, at: Self.digits * (2 + row * columns + column))
  }

  /// The text in a column of a row.
  public func text(_ column: Int, of row: Int) -> String {
    String(decoding: bytes[range(column, of: row)], as: UTF8.self)
  }

  /// Where the text in a column of a row stands in `bytes`.
  public func range(_ column: Int, of row: Int) -> Range<Int> {
    let place = number(column, of: row)
    let start = place + Self.digits
    return start..<(start + Self.number(in: bytes, at: place))
  }

  /// The rows with this text in the first column, of a table that is sorted by it.
  public func rows(of key: some StringProtocol) -> Range<Int> {
    var key = String(key)
    return key.withUTF8 { rows(of: $0) }
  }

  /// The first of the rows with this text in the first column, of a table that is sorted by it.
  public func row(of key: some StringProtocol) -> Int? { rows(of: key).first }

  private func rows(of key: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    bytes.withUnsafeBufferPointer { bytes in
      /// Less than 0 where the text of a row stands before the key, 0 where it is the key.
      func order(_ row: Int) -> Int {
        let place = Self.number(in: bytes, at: Self.digits * (2 + row * columns))
        let length = Self.number(in: bytes, at: place)
        let shared = min(length, key.count)
        guard shared > 0, let base = bytes.baseAddress, let sought = key.baseAddress else { return length - key.count }
        let difference = memcmp(base + place + Self.digits, sought, shared)
        return difference == 0 ? length - key.count : Int(difference)
      }
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if order(middle) < 0 { low = middle + 1 } else { high = middle }
      }
      var end = low
      while end < count, order(end) == 0 { end += 1 }
      return low..<end
    }
  }

  private static let digits = 4

  private static func number(in bytes: [UInt8], at place: Int) -> Int {
    bytes.withUnsafeBufferPointer { number(in: $0, at: place) }
  }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    Int(bytes[place]) | Int(bytes[place + 1]) << 7 | Int(bytes[place + 2]) << 14 | Int(bytes[place + 3]) << 21
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    precondition(number >= 0 && number < 1 << (7 * digits), "a table holds numbers of four digits")
    for digit in 0..<digits { bytes.append(UInt8(number >> (7 * digit) & 0x7F)) }
  }
}
