/// Reads chosen keys of a knowledge file without a YAML parser.
///
/// The index of the knowledge is made while the package is built, and anew in each run that overlays it, which needs the
/// names of all licences and catalogued artefacts, and of few of them anything else. The files keep to a plain shape for
/// this: `key: value`, a list in brackets on one line, or a list of `- value` lines. `Knowledge.lint` holds what is
/// skimmed to what the parser reads.
struct Skim {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Keys to look for, made once.
  struct Keys: Sendable {
    fileprivate let names: [[UInt8]]

    init(_ keys: String...) { self.init(keys) }

    init(_ keys: [String]) { names = keys.map { Array("\($0):".utf8) } }
  }

  /// The values of each of the `keys` that stand at `indent` in `range`, in the order of the keys.
  func values(of keys: Keys, in range: Range<Int>, indent: Int) -> [[String]] {
    let names = keys.names
    var found: [[String]] = Array(repeating: [], count: names.count)
    var open: Int?
    forEachLine(in: range) { line in
      var content = line
      while let first = content.first, bytes[first] == Self.blank { content.removeFirst() }
      guard let first = content.first, bytes[first] != UInt8(ascii: "#") else { return }
      let column = first - line.lowerBound
      if bytes[first] == UInt8(ascii: "-"), column >= indent {
        // A list item of the key above.
        if let open { found[open].append(scalar((first + 1)..<content.upperBound)) }
      } else if column == indent {
        open = names.firstIndex { bytes[content].starts(with: $0) }
        if let open { found[open] = values((first + names[open].count)..<content.upperBound) }
      }
    }
    return found
  }

  /// The ranges of the entries of a list: from each line that starts with `  - key:` to the next one.
  func entries(in range: Range<Int>, key: String) -> [Range<Int>] {
    let entryStart = Self.entryStart(key)
    var starts: [Int] = []
    var ends: [Int] = []
    forEachLine(in: range) { line in
      let isEntry = bytes[line].starts(with: entryStart)
      let isTop = !line.isEmpty && bytes[line.lowerBound] != Self.blank
      if isEntry || isTop, ends.count < starts.count { ends.append(line.lowerBound) }
      if isEntry { starts.append(line.lowerBound) }
    }
    if ends.count < starts.count { ends.append(range.upperBound) }
    return zip(starts, ends).map { $0..<$1 }
  }

  /// The keys two blanks below a key at the margin, each with its values and its range.
  func pairs(below parent: String) -> [(key: String, values: [String], range: Range<Int>)] {
    let parent = Array("\(parent):".utf8)
    var found: [(key: String, values: [String], range: Range<Int>)] = []
    var isBelow = false
    forEachLine(in: 0..<bytes.count) { line in
      let content = line.drop { bytes[$0] == Self.blank }
      guard let first = content.first, bytes[first] != UInt8(ascii: "#") else { return }
      if first == line.lowerBound {
        isBelow = bytes[line].starts(with: parent)
      } else if isBelow, first - line.lowerBound == 2, let colon = bytes[content].firstIndex(of: UInt8(ascii: ":")) {
        found.append((scalar(first..<colon), values((colon + 1)..<line.upperBound), line))
      } else if isBelow, let last = found.indices.last {
        found[last].range = found[last].range.lowerBound..<line.upperBound
      }
    }
    return found
  }

  /// The keys two blanks below a key at the margin, each with its values on the same line or as `- value` lines below.
  func lists(below parent: String) -> [(key: String, values: [String])] {
    pairs(below: parent).map { pair in
      guard pair.values.isEmpty else { return (pair.key, pair.values) }
      var items: [String] = []
      forEachLine(in: pair.range) { line in
        let content = line.drop { bytes[$0] == Self.blank }
        if let first = content.first, bytes[first] == UInt8(ascii: "-") {
          items.append(scalar((first + 1)..<line.upperBound))
        }
      }
      return (pair.key, items)
    }
  }

  /// The value of the key on the first line of an entry.
  func value(of key: String, in entry: Range<Int>) -> String {
    let start = entry.lowerBound + Self.entryStart(key).count
    let end = bytes[start..<entry.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? entry.upperBound
    return scalar(start..<end)
  }

  private static let blank = UInt8(ascii: " ")
  private static func entryStart(_ key: String) -> [UInt8] { Array("  - \(key):".utf8) }

  private func forEachLine(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      var start = range.lowerBound
      for index in range where buffer[index] == UInt8(ascii: "\n") {
        body(start..<index)
        start = index + 1
      }
      if start < range.upperBound { body(start..<range.upperBound) }
    }
  }

  /// A scalar, or the items of a list in brackets.
  private func values(_ range: Range<Int>) -> [String] {
    var range = trimmed(range)
    guard let first = range.first else { return [] }
    guard bytes[first] == UInt8(ascii: "[") else { return [scalar(range)] }
    range = (first + 1)..<(bytes[range].lastIndex(of: UInt8(ascii: "]")) ?? range.upperBound)
    var items: [String] = []
    var start = range.lowerBound
    var quote: UInt8?
    for index in range {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), trimmed(start..<index).isEmpty {
        quote = byte
      } else if byte == UInt8(ascii: ",") {
        items.append(scalar(start..<index))
        start = index + 1
      }
    }
    if !trimmed(start..<range.upperBound).isEmpty { items.append(scalar(start..<range.upperBound)) }
    return items
  }

  private func scalar(_ range: Range<Int>) -> String {
    var range = trimmed(range)
    if range.count >= 2, let first = range.first, let last = range.last, bytes[first] == bytes[last],
      bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'")
    {
      range = (first + 1)..<last
    }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] == Self.blank { range.removeFirst() }
    while let last = range.last, bytes[last] == Self.blank { range.removeLast() }
    return range
  }
}
