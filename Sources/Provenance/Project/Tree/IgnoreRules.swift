/// What the `.gitignore` and `.pedigreeignore` files of a folder, and of the folders above it, leave out.
struct IgnoreRules {
  /// The rules of one folder, in their order.
  private struct Level {
    /// How many bytes of a path name the folder, with the slash behind it.
    let base: Int
    let patterns: [(pattern: IgnorePattern, isOurs: Bool)]
  }

  /// A file of rules: its bytes, and whether it speaks to pedigree alone.
  struct File {
    let bytes: [UInt8]
    let isOurs: Bool
  }

  /// What rules say of a file.
  enum Answer {
    case kept
    /// By git's rules, which may have been written with something else in mind than provenance.
    case ignoredByGit
    case ignoredByUs
  }

  private var levels: [Level] = []

  /// The files that hold rules; those of the later one go before those of the earlier.
  static let fileNames = [".gitignore", ourFile]
  static let ourFile = ".pedigreeignore"
  /// How much of such a file is read, in bytes.
  static let longestFile = 128 << 10

  /// Whether nothing is ignored.
  var isEmpty: Bool { levels.isEmpty }

  /// The rules with those of a deeper folder, whose path has `base` bytes with its last slash.
  func adding(_ files: [File], base: Int) -> IgnoreRules {
    let patterns = files.flatMap { file in Self.patterns(in: file.bytes).map { (pattern: $0, isOurs: file.isOurs) } }
    guard !patterns.isEmpty else { return self }
    var rules = self
    rules.levels.append(Level(base: base, patterns: patterns))
    return rules
  }

  private static func patterns(in file: [UInt8]) -> [IgnorePattern] {
    let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file[...]
    return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      IgnorePattern(line: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }

  /// Whether a path below the project is ignored; its last part begins at `name`. The last rule that matches decides.
  func answer(_ path: [UInt8], name: Int, isFolder: Bool) -> Answer {
    for level in levels.reversed() {
      let below = path[level.base...]
      if let rule = level.patterns.last(where: { $0.pattern.matches(below, name: name, isFolder: isFolder) }) {
        return rule.pattern.isNegative ? .kept : rule.isOurs ? .ignoredByUs : .ignoredByGit
      }
    }
    return .kept
  }
}
