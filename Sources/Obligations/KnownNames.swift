import Diagnostics
import KnowledgeTables

/// The names under which prose speaks of well-known artefacts, for finding them in text.
///
/// A name is matched word by word with blanks, hyphens, underscores or nothing between its words, at
/// word boundaries, whatever the case: `Llama 3.1` finds `Llama3.1`, `llama-3.1` and `Llama 3.1`.
public struct KnownNames: Sendable {
  /// What a name stands for.
  public struct Artefact: Sendable, Hashable {
    /// The id, or the pattern of the family's ids.
    public let pattern: String
    public let kind: ArtefactKind

    /// The ids that the name can mean.
    public var id: Glob { Glob(pattern) }
  }

  /// A name found in text.
  public struct Match: Sendable {
    public let artefact: Artefact
    /// Bytes of the name in the searched text.
    public let range: Range<Int>
  }

  private let names: Table
  /// The first name of each first letter, and behind the last one.
  private let firstOfLetter: [Int]
  /// Starts of addresses, without scheme, each with a dataset's id.
  private let addresses: Table

  /// The names of an index, and the starts of addresses, each with the id of the dataset to which it leads.
  public init(_ names: NameTable, addresses: Table) {
    self.names = names.table
    self.addresses = addresses
    var first: [Int] = []
    for row in 0..<names.table.count {
      let letter = Int(names.table.bytes[names.table.range(NameTable.letters, of: row).lowerBound])
      while first.count <= letter { first.append(row) }
    }
    while first.count <= 256 { first.append(names.table.count) }
    firstOfLetter = first
  }

  /// Names, and the starts of addresses in lower case and without scheme.
  public init(_ names: [NameTable.Name] = [], addresses: [(start: String, dataset: String)] = []) {
    self.init(
      NameTable(names), addresses: Table(rows: addresses.map { [.text($0.start), .text($0.dataset)] }))
  }

  /// The artefact that a misspelt name most likely means; nil where nothing is near.
  public func nearest(to name: String, _ kind: ArtefactKind) -> String? {
    let ids = Dictionary(
      (0..<names.count).filter { self.kind(of: $0) == kind && isForProse($0) }.map { row in
        (names.text(NameTable.letters, of: row), Glob(names.text(NameTable.id, of: row)).familyName)
      }
    ) { min($0, $1) }
    let letters = String(
      decoding: name.utf8.lazy.filter { !$0.separatesWordsOfNames }.map(\.lowercased), as: UTF8.self)
    return letters.nearest(in: ids.keys).flatMap { ids[$0] }
  }

  /// The dataset to which an address leads.
  public func dataset(at url: String) -> String? {
    var address = Array(url.lowercased().utf8)[...]
    for prefix in ["https://", "http://", "www."] where address.starts(with: prefix.utf8) {
      address = address.dropFirst(prefix.utf8.count)
    }
    return (0..<addresses.count).first { address.starts(with: addresses.bytes[addresses.range(0, of: $0)]) }
      .map { addresses.text(1, of: $0) }
  }

  /// The longest name that starts at `start`, which must be the start of a word of prose, or of an id.
  public func match(in text: [UInt8], at start: Int, isID: Bool = false) -> Match? {
    guard start + 1 < text.count else { return nil }
    let first = text[start].lowercased
    let second = text[start + 1].lowercased
    var longest: (row: Int, end: Int)?
    for row in firstOfLetter[Int(first)]..<firstOfLetter[Int(first) + 1] {
      let letter = names.bytes[names.range(NameTable.letters, of: row).lowerBound + 1]
      if letter < second { continue }
      if letter > second { break }
      guard isID || isForProse(row), let end = end(of: row, in: text, from: start), end > longest?.end ?? start
      else { continue }
      longest = (row, end)
    }
    return longest.map { found in
      Match(
        artefact: Artefact(pattern: names.text(NameTable.id, of: found.row), kind: kind(of: found.row)),
        range: start..<found.end)
    }
  }

  /// Where a name ends that stands in a text; nil where it does not.
  private func end(of row: Int, in text: [UInt8], from start: Int) -> Int? {
    var position = start
    for index in names.range(NameTable.spelling, of: row) {
      let letter = names.bytes[index]
      if letter == NameTable.gap {
        while position < text.count, text[position].separatesWordsOfNames { position += 1 }
      } else {
        guard position < text.count, text[position].lowercased == letter else { return nil }
        position += 1
      }
    }
    // The name must end where a word does, and `Llama 3` is not found in `Llama 3.1`.
    if position < text.count {
      let next = text[position]
      if next.isPartOfWord { return nil }
      if next == UInt8(ascii: "."), position + 1 < text.count, text[position + 1].isDigit { return nil }
    }
    return position
  }

  private func kind(of row: Int) -> ArtefactKind {
    names.number(NameTable.isDataset, of: row) == 1 ? .dataset : .model
  }

  private func isForProse(_ row: Int) -> Bool { names.number(NameTable.isForProse, of: row) == 1 }
}
