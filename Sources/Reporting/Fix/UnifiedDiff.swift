import Compliance

/// How a file would change, as `patch` and `git apply` take it.
///
/// What could steer a terminal is spelled out, so that a patch of lines which hold such characters does not apply.
struct UnifiedDiff {
  private enum Line {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// Lines that are shown around a change.
  private static let context = 3

  private let file: FixedFile

  init(_ file: FixedFile) { self.file = file }

  /// The lines of the diff, without line breaks.
  var lines: [String] {
    let path = Self.escaped(file.new.shownPath)
    let head = [file.isNew ? "--- /dev/null" : "--- a/\(path)", "+++ b/\(path)"]
    let all = Self.compared(Self.split(file.old.bytes), Self.split(file.new.bytes))
    return head + Self.hunks(of: all).flatMap { Self.text(of: $0, in: all) }
  }

  // MARK: Comparing

  /// Lines with their ends.
  private static func split(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      .enumerated().compactMap { index, line in
        let isLast = index == bytes.count { $0 == 0x0A }
        return isLast ? (line.isEmpty ? nil : line) : line + "\n"
      }
  }

  private static func compared(_ old: [String], _ new: [String]) -> [Line] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(.removed(old[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(new[right]))
        right += 1
      } else {
        lines.append(.kept(old[left]))
        (left, right) = (left + 1, right + 1)
      }
    }
    return lines
  }

  // MARK: Hunks

  /// The stretches of lines around changes.
  private static func hunks(of lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .kept = line { continue }
      let around = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private static func text(of hunk: Range<Int>, in lines: [Line]) -> [String] {
    func count(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
      lines.reduce((0, 0)) { counts, line in
        switch line {
        case .kept: (counts.0 + 1, counts.1 + 1)
        case .removed: (counts.0 + 1, counts.1)
        case .added: (counts.0, counts.1 + 1)
        }
      }
    }
    let (before, inside) = (count(lines[..<hunk.lowerBound]), count(lines[hunk]))
    let old = "\(before.old + (inside.old > 0 ? 1 : 0)),\(inside.old)"
    let new = "\(before.new + (inside.new > 0 ? 1 : 0)),\(inside.new)"
    return ["@@ -\(old) +\(new) @@"]
      + lines[hunk].flatMap { line in
        switch line {
        case .kept(let text): shown(" ", text)
        case .removed(let text): shown("-", text)
        case .added(let text): shown("+", text)
        }
      }
  }

  private static func shown(_ mark: String, _ line: String) -> [String] {
    let hasEnd = line.utf8.last == 0x0A
    var text = hasEnd ? String(line.utf8.dropLast()) ?? "" : line
    let isCarriage = text.utf8.last == 0x0D
    if isCarriage { text = String(text.utf8.dropLast()) ?? "" }
    return [mark + escaped(text) + (isCarriage ? "\r" : "")] + (hasEnd ? [] : ["\\ No newline at end of file"])
  }

  /// A tab is what it is; everything else that is not seen is spelled out.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\t", omittingEmptySubsequences: false).map { TerminalText.escaped(String($0)) }
      .joined(separator: "\t")
  }
}
