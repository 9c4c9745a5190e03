import Diagnostics

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

  private struct Name: Sendable {
    /// Lower-case bytes of the words, without what stood between them.
    let letters: [UInt8]
    /// Positions in `letters` at which something may stand between two words, as a set of bits.
    let breaks: UInt64
    let artefact: Artefact
    /// Whether the name is safe to find in prose, or only inside other artefacts' ids.
    let isForProse: Bool
  }

  /// Names by their first two letters.
  private var names: [UInt16: [Name]] = [:]
  /// Starts of addresses, without scheme.
  private var addresses: [(start: [UInt8], id: String)] = []

  public init() {
    names.reserveCapacity(512)
  }

  /// Adds a name; one that prose uses for other things too is only looked for in ids.
  public mutating func add(_ name: String, id: String, kind: ArtefactKind, isForProse: Bool = true) {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.utf8.count)
    var breaks: UInt64 = 0
    for byte in name.utf8 {
      if Self.isSeparator(byte) { breaks |= 1 << UInt64(letters.count) } else { letters.append(byte.lowercased) }
    }
    // Between letters and digits something may stand although the name is written together: Llama3.
    for index in letters.indices.dropFirst()
    where letters[index - 1].isLetter && letters[index].isDigit {
      breaks |= 1 << UInt64(index)
    }
    guard letters.count >= 2 else { return }
    let entry = Name(
      letters: letters, breaks: breaks, artefact: Artefact(pattern: id, kind: kind),
      isForProse: isForProse)
    names[Self.key(letters[0], letters[1]), default: []].append(entry)
  }

  /// Adds the start of an address, without scheme, that leads to a dataset.
  public mutating func add(url: String, id: String) {
    addresses.append((Array(url.lowercased().utf8), id))
  }

  /// The artefact that a misspelt name most likely means; nil where nothing is near.
  public func nearest(to name: String, _ kind: ArtefactKind) -> String? {
    let entries = names.values.joined().filter { $0.artefact.kind == kind && $0.isForProse }
    let ids = Dictionary(entries.map { (String(decoding: $0.letters, as: UTF8.self), $0.artefact.id.familyName) }) {
      min($0, $1)
    }
    let letters = String(decoding: name.utf8.lazy.filter { !Self.isSeparator($0) }.map(\.lowercased), as: UTF8.self)
    return letters.nearest(in: ids.keys).flatMap { ids[$0] }
  }

  /// The dataset to which an address leads.
  public func dataset(at url: String) -> String? {
    var address = Array(url.lowercased().utf8)[...]
    for prefix in ["https://", "http://", "www."] where address.starts(with: prefix.utf8) {
      address = address.dropFirst(prefix.utf8.count)
    }
    return addresses.first { address.starts(with: $0.start) }?.id
  }

  /// The longest name that starts at `start`, which must be the start of a word of prose, or of an id.
  public func match(in text: [UInt8], at start: Int, isID: Bool = false) -> Match? {
    guard start + 1 < text.count else { return nil }
    let key = Self.key(text[start].lowercased, text[start + 1].lowercased)
    var longest: Match?
    for name in names[key] ?? [] {
      guard isID || name.isForProse, let end = Self.end(of: name, in: text, from: start),
        end - start > (longest?.range.count ?? 0)
      else { continue }
      longest = Match(artefact: name.artefact, range: start..<end)
    }
    return longest
  }

  private static func end(of name: Name, in text: [UInt8], from start: Int) -> Int? {
    var position = start
    for (index, letter) in name.letters.enumerated() {
      if index < 64, name.breaks & (1 << UInt64(index)) != 0 {
        while position < text.count, isSeparator(text[position]) { position += 1 }
      }
      guard position < text.count, text[position].lowercased == letter else { return nil }
      position += 1
    }
    // The name must end where a word does, and `Llama 3` is not found in `Llama 3.1`.
    if position < text.count {
      let next = text[position]
      if next.isPartOfWord { return nil }
      if next == UInt8(ascii: "."), position + 1 < text.count, text[position + 1].isDigit { return nil }
    }
    return position
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(isSeparator(second) ? 0 : second)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
