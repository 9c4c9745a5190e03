import Diagnostics

/// A pattern over ids in which `*` stands for any run of characters; case does not matter.
public struct Glob: Sendable, Hashable {
  /// The pattern as written.
  public let pattern: String
  private let folded: [UInt8]

  /// Compiles a pattern.
  public init(_ pattern: String) {
    self.pattern = pattern
    self.folded = Array(pattern.lowercased().utf8)
  }

  /// Whether all of `text` matches. Linear in the text for each piece of the pattern.
  public func matches(_ text: String) -> Bool {
    Self.matches(Array(text.lowercased().utf8)[...], pattern: folded[...])
  }

  /// Whether all of a text matches a pattern, both in lower case.
  public static func matches(_ text: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { pattern in
        var (place, step) = (0, 0)
        // Behind the last star, and where the run for which it stands ends; longer runs are tried from there.
        var retry: (step: Int, place: Int)?
        while place < text.count {
          if step < pattern.count, pattern[step] == star {
            step += 1
            retry = (step, place)
          } else if step < pattern.count, pattern[step] == text[place] {
            step += 1
            place += 1
          } else if let last = retry {
            step = last.step
            place = last.place + 1
            retry = (step, place)
          } else {
            return false
          }
        }
        return pattern[step...].allSatisfy { $0 == star }
      }
    }
  }

  private static let star = UInt8(ascii: "*")

  /// The pattern without its open end: `meta-llama/Llama-3.1-*` → `meta-llama/Llama-3.1`.
  public var familyName: String {
    var name = pattern.prefix { $0 != "*" }
    while let last = name.last, last == "-" || last == "." || last == "_" { name.removeLast() }
    return String(name)
  }
}
