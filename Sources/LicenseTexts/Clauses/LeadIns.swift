import Diagnostics
import MarkupText

/// Says which passage governs an item: `You may not:` governs all that stands below it.
struct LeadIns {
  /// By clause: the passage that waits for items there, innermost last.
  private var waiting: [[Waiting]] = []
  /// By clause: what governs the clause's own first passage, and so the items of a clause that is a mere title.
  private var governing: [Int?] = []

  private struct Waiting {
    let passage: Int
    let indent: Int
    /// Whether the passage is itself a bulleted or deeper one.
    let isItem: Bool
    var hasItems = false
  }

  /// Takes note of a clause, in the order of the text.
  ///
  /// - Parameter lead: What governs it.
  mutating func open(governedBy lead: Int?) {
    waiting.append([])
    governing.append(lead)
  }

  /// What governs the clauses numbered below `clause`.
  func lead(below clause: Int) -> Int? { waiting[clause].last?.passage ?? governing[clause] }

  /// What governs the clause itself.
  func governing(_ clause: Int) -> Int? { governing[clause] }

  /// Whether the last passage of a clause waits for a list.
  func expectsList(_ clause: Int) -> Bool { waiting[clause].last.map { !$0.hasItems } ?? false }

  /// Whether a block without a number is an item below a lead-in of the clause.
  func governs(_ block: ClauseBlock, in clause: Int) -> Bool {
    waiting[clause].last.map { block.indent > $0.indent || (block.kind == .item && !$0.isItem) } ?? false
  }

  /// Notes that items have followed the clause's lead-in.
  mutating func noteItems(below clause: Int) {
    if let last = waiting[clause].indices.last { waiting[clause][last].hasItems = true }
  }

  /// What governs a block without a number in a clause.
  mutating func lead(of block: ClauseBlock, in clause: Int, isFragment: Bool) -> Int? {
    while let last = waiting[clause].last {
      let isDeeper = block.indent > last.indent
      let isBullet = block.kind == .item && !last.isItem
      let goesOn = isFragment && !last.isItem && block.indent == last.indent
      if isDeeper || isBullet || goesOn {
        waiting[clause][waiting[clause].count - 1].hasItems = true
        return last.passage
      }
      waiting[clause].removeLast()
    }
    // Below a title in a governed list, bullets are items of that list.
    return block.kind == .item || isFragment ? governing[clause] : nil
  }

  /// Notes that a passage of a clause waits for a list.
  mutating func wait(_ passage: Int, in clause: Int, block: ClauseBlock, isItem: Bool) {
    waiting[clause].append(Waiting(passage: passage, indent: block.indent, isItem: isItem))
  }

  /// Whether a passage waits for a list: it ends with a colon, or in the middle of a sentence.
  static func opensList(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let last = bytes[range].last else { return false }
    if endsWithColon(bytes, range) || last == UInt8(ascii: "-") || announcesList(bytes, range) { return true }
    guard range.count > 30, last.isLowercase || last == UInt8(ascii: ",") else { return false }
    // An address ends without a stop.
    return !bytes.endsWithAddress(range)
  }

  /// Whether the last sentence of a passage announces what follows it: `You have the following rights.`
  private static func announcesList(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard bytes[range].last == UInt8(ascii: ".") else { return false }
    let sentence = bytes[range.dropLast().suffix(longestAnnouncement)].split(separator: UInt8(ascii: ".")).last ?? []
    return announcements.contains { words in
      sentence.indices.contains { sentence[$0...].starts(with: words) }
    }
  }

  /// Bytes of a sentence that announces a list, at the most.
  private static let longestAnnouncement = 200
  private static let announcements = ["the following", "as follows"].map { Array($0.utf8) }

  /// Whether a passage ends with a colon.
  static func endsWithColon(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    bytes[range].last == UInt8(ascii: ":") || bytes[range].suffix(3).elementsEqual("：".utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the last word is an address of the web.
  func endsWithAddress(_ range: Range<Int>) -> Bool {
    self[range].suffix(100).reversed().prefix { $0 != 0x20 }.contains(UInt8(ascii: "/"))
  }
}
