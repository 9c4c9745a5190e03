import Diagnostics

/// Words that stand on pages around what they are about.
enum PageFrame {
  private static let phrases: Set<[UInt8]> = Set(
    [
      "skip to content", "skip to main content", "skip to main", "skip navigation", "jump to content",
      "select language", "change language:", "on this page", "table of contents", "contents", "was this helpful?",
      "send feedback", "back to top", "print", "share", "menu", "search", "copy link", "accept all cookies",
    ].map { Array($0.utf8) })
  private static let longest = 24

  /// Whether a whole block is one of them.
  static func says(_ block: ArraySlice<UInt8>) -> Bool {
    guard block.count <= longest, let first = block.first, first >= 0x41, first <= 0x7A else { return false }
    return phrases.contains(block.map { $0.lowercased })
  }
}
