import Diagnostics
import Obligations

/// What the cards of many repositories say of themselves: lines of `CardFacts` as JSON, sorted by their bytes, in a file in
/// which they are found by binary search. Processes share its memory, so each of many shards can have all of it.
public final class ParentTable: Sendable {
  private let file: MappedFile

  /// Opens a table, and makes sure that its lines are in order.
  public init(_ path: String) throws(ParentTableError) {
    do {
      file = try MappedFile(path)
    } catch {
      throw .file(error)
    }
    if let line = file.withBytes({ Self.firstDisorder(in: $0) }) { throw .line(path: path, line: line) }
  }

  /// What the card of a repository says; nil where the table has no such card.
  public func facts(of id: ArtefactID, kind: ArtefactKind) -> CardFacts? {
    guard ArtefactID.isHubID(id.text) else { return nil }
    let key = Self.opening + Array("\(id.text.lowercased())\"".utf8)
    return file.withBytes { bytes in
      var start = Self.place(of: key, in: bytes)
      while start < bytes.count {
        let line = Self.line(at: start, in: bytes)
        guard bytes[line].starts(with: key) else { return nil }
        if let facts = CardFacts(bytes[line]), facts.kind == kind { return facts }
        start = line.upperBound + 1
      }
      return nil
    }
  }

  /// How each line begins, in which nothing but the id varies up to its quotation mark.
  private static let opening = Array(#"{"id":""#.utf8)

  /// The number of the first line, from 1, that is no line of facts or stands before its place; nil where all is well.
  private static func firstDisorder(in bytes: UnsafeRawBufferPointer) -> Int? {
    var number = 0
    var start = 0
    var last = 0..<0
    while start < bytes.count {
      let line = line(at: start, in: bytes)
      number += 1
      guard bytes[line].starts(with: opening), !bytes[line].lexicographicallyPrecedes(bytes[last]) else {
        return number
      }
      last = line
      start = line.upperBound + 1
    }
    return nil
  }

  /// The line that begins at a place, without its line feed.
  private static func line(at start: Int, in bytes: UnsafeRawBufferPointer) -> Range<Int> {
    start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
  }

  /// Where the first line begins that does not stand before the key.
  private static func place(of key: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int {
    var (low, high) = (0, bytes.count)
    while low < high {
      let middle = (low + high) / 2
      let start = bytes[low..<middle].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? low
      let line = line(at: start, in: bytes)
      if bytes[line].lexicographicallyPrecedes(key) { low = min(line.upperBound + 1, high) } else { high = start }
    }
    return low
  }
}

/// Why a table of parents can't be used.
public enum ParentTableError: Error, Equatable {
  case file(FileError)
  /// A line that is none of facts, or stands before its place.
  case line(path: String, line: Int)

  /// One line for people, in the style of `Diagnostic.summary`.
  public var summary: String {
    switch self {
    case .file(let error): error.summary
    case .line(let path, let line):
      "line \(line) of `\(path)` is out of order, or not of `batch --extract`; sort it with `LC_ALL=C sort`"
    }
  }
}
