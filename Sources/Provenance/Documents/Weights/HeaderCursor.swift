import Diagnostics

/// Reads the start of a file forward, in pieces, and never behind a limit.
struct HeaderCursor: ~Copyable {
  /// Why reading stopped.
  enum Stop: Error {
    /// The file ends, or a length in it leads behind its end.
    case cutOff
    /// The header goes on behind the limit.
    case limit
    /// The header contradicts its format.
    case broken(String)
  }

  private let file: OpenFile
  private let limit: Int
  private var piece: [UInt8] = []
  private var pieceStart = 0
  /// Where in the file the next byte stands.
  private(set) var offset = 0
  /// Whether integers have their most significant byte first.
  var isBigEndian = false

  /// Most bytes that are read at once.
  static let pieceSize = 64 << 10

  init(_ file: consuming OpenFile, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// An unsigned integer of `width` bytes.
  mutating func integer(_ width: Int) throws(Stop) -> UInt64 {
    try load(width)
    var value: UInt64 = 0
    for index in 0..<width {
      let byte = piece[offset - pieceStart + (isBigEndian ? index : width - 1 - index)]
      value = value << 8 | UInt64(byte)
    }
    offset += width
    return value
  }

  /// The next `count` bytes, of which no more than `kept` are returned.
  mutating func bytes(_ count: UInt64, keeping kept: Int) throws(Stop) -> [UInt8] {
    let end = try self.end(after: count)
    let length = min(kept, Self.pieceSize, end - offset)
    try load(length)
    let bytes = Array(piece[(offset - pieceStart)..<(offset - pieceStart + length)])
    offset = end
    return bytes
  }

  /// Goes past `count` bytes without reading them.
  mutating func skip(_ count: UInt64) throws(Stop) {
    offset = try end(after: count)
  }

  private func end(after count: UInt64) throws(Stop) -> Int {
    guard count <= UInt64(file.size - offset) else { throw .cutOff }
    let end = offset + Int(count)
    guard end <= limit else { throw .limit }
    return end
  }

  /// Makes the next `count` bytes, at most a piece, stand in `piece`.
  private mutating func load(_ count: Int) throws(Stop) {
    _ = try end(after: UInt64(count))
    if offset >= pieceStart, offset + count <= pieceStart + piece.count { return }
    do {
      piece = try file.read(at: offset, upTo: min(Self.pieceSize, file.size - offset))
    } catch {
      throw .broken(error.summary)
    }
    pieceStart = offset
    // The file may have become shorter meanwhile.
    guard piece.count >= count else { throw .cutOff }
  }
}
