/// One line of a `.gitignore`, by gitignore(5) and git's own matching (`dir.c`, `wildmatch.c`).
///
/// Matching follows all ways through the pattern at once, so that no pattern makes it slow.
struct IgnorePattern {
  /// Whether it takes back what earlier lines ignore.
  let isNegative: Bool
  private let isFolderOnly: Bool
  /// Whether it is about names in any folder rather than about paths.
  private let isAboutName: Bool
  /// What a text begins with, byte for byte.
  private let prefix: ArraySlice<UInt8>
  /// What follows the prefix.
  private let tokens: [WildcardToken]
  /// What a text ends with, byte for byte; it stands in the tokens as well.
  private let suffix: [UInt8]

  /// Reads a line without its end; nil for comments and empty lines.
  init?(line: ArraySlice<UInt8>) {
    guard line.first != UInt8(ascii: "#") else { return nil }
    var text = Self.withoutBlanks(line)
    guard !text.isEmpty else { return nil }
    isNegative = text.first == UInt8(ascii: "!")
    if isNegative { text.removeFirst() }
    isFolderOnly = text.last == slash
    if isFolderOnly { text.removeLast() }
    isAboutName = !text.contains(slash)
    if text.first == slash { text.removeFirst() }
    let special = text.firstIndex { Self.specials.contains($0) } ?? text.endIndex
    prefix = text[..<special]
    tokens = WildcardToken.all(in: Array(text[special...]))
    suffix = tokens.reversed().prefix { $0.byte != nil }.reversed().compactMap(\.byte)
  }

  private static let specials = Array("*?[\\".utf8)

  /// The line without the blanks at its end that no backslash protects.
  private static func withoutBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let isEscape = line[index] == UInt8(ascii: "\\") && index + 1 < line.endIndex
      if isEscape || line[index] != UInt8(ascii: " ") { end = index + (isEscape ? 2 : 1) }
      index += isEscape ? 2 : 1
    }
    return line[..<end]
  }

  /// Whether a path below the rule's folder matches; its last part begins at `name`.
  func matches(_ path: ArraySlice<UInt8>, name: Int, isFolder: Bool) -> Bool {
    if isFolderOnly, !isFolder { return false }
    let text = isAboutName ? path[name...] : path
    guard text.starts(with: prefix) else { return false }
    let rest = text.dropFirst(prefix.count)
    if tokens.isEmpty { return rest.isEmpty }
    guard rest.count >= suffix.count, rest.suffix(suffix.count).elementsEqual(suffix) else { return false }
    // `*.log`
    if isAboutName, tokens.count == suffix.count + 1, case .star = tokens[0] { return true }
    return matches(rest)
  }

  private func matches(_ text: ArraySlice<UInt8>) -> Bool {
    // Two rows that say which places in the pattern the text so far can lead to.
    let width = tokens.count + 1
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: 2 * width) { rows in
      rows.initialize(repeating: false)
      var (current, next) = (0, width)
      rows[current] = true
      pass(rows, current)
      for byte in text {
        for place in 0..<width { rows[next + place] = false }
        var isAlive = false
        for place in tokens.indices where rows[current + place] {
          let (repeats, ends) = (tokens[place].repeats(on: byte), tokens[place].ends(on: byte))
          if repeats { rows[next + place] = true }
          if ends { rows[next + place + 1] = true }
          isAlive = isAlive || repeats || ends
        }
        guard isAlive else { return false }
        swap(&current, &next)
        pass(rows, current)
      }
      return rows[current + tokens.count]
    }
  }

  /// Marks the places that are reached without another byte.
  private func pass(_ rows: UnsafeMutableBufferPointer<Bool>, _ row: Int) {
    for place in tokens.indices where rows[row + place] {
      for steps in tokens[place].stepsWithoutByte { rows[row + place + steps] = true }
    }
  }
}

/// A part of a pattern.
enum WildcardToken {
  case byte(UInt8)
  /// `?` or a class; never a slash.
  case oneOf(ByteSet)
  /// `*`: any bytes but slashes.
  case star
  /// `**`: any bytes.
  case anything
  /// The way past `folders`, which stands behind it: `**/` may mean nothing.
  case perhaps
  /// `**/`: any bytes up to a slash.
  case folders
  /// What no text holds: a broken class, a backslash at the end.
  case never

  /// The byte that it means alone.
  var byte: UInt8? {
    if case .byte(let byte) = self { byte } else { nil }
  }

  /// Whether it may go on behind a byte.
  func repeats(on byte: UInt8) -> Bool {
    switch self {
    case .star: byte != slash
    case .anything, .folders: true
    case .byte, .oneOf, .perhaps, .never: false
    }
  }

  /// Whether it may end with a byte.
  func ends(on byte: UInt8) -> Bool {
    switch self {
    case .byte(let own): byte == own
    case .oneOf(let set): byte != slash && set.contains(byte)
    case .folders: byte == slash
    case .star, .anything, .perhaps, .never: false
    }
  }

  /// How many tokens further one comes without a byte.
  var stepsWithoutByte: ClosedRange<Int> {
    switch self {
    case .star, .anything: 1...1
    case .perhaps: 1...2
    case .byte, .oneOf, .folders, .never: 0...0
    }
  }

  /// The parts of a pattern.
  static func all(in text: [UInt8]) -> [WildcardToken] {
    var tokens: [WildcardToken] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "?"): tokens.append(.oneOf(.all))
      case UInt8(ascii: "\\"):
        tokens.append(index < text.count ? .byte(text[index]) : .never)
        index += 1
      case UInt8(ascii: "["):
        guard let (set, end) = ByteSet.class(in: text, from: index) else { return tokens + [.never] }
        tokens.append(.oneOf(set))
        index = end
      case UInt8(ascii: "*"):
        let start = index - 1
        while index < text.count, text[index] == UInt8(ascii: "*") { index += 1 }
        let isWhole = index - start > 1 && (start == 0 || text[start - 1] == slash)
        if isWhole, index < text.count, text[index] == slash {
          tokens += [.perhaps, .folders]
          index += 1
        } else if isWhole, index == text.count || text[index...].starts(with: [UInt8(ascii: "\\"), slash]) {
          tokens.append(.anything)
        } else {
          tokens.append(.star)
        }
      default: tokens.append(.byte(byte))
      }
    }
    return tokens
  }
}

let slash = UInt8(ascii: "/")
