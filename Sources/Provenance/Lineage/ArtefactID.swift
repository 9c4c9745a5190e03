import Diagnostics
import Obligations

/// The name of an artefact as somebody wrote it, comparable with other spellings of the same one.
///
/// `Meta-Llama-3.1-8B`, `llama3.1-8b-hf` and `Llama-3.1-8B` are one model under three names; a
/// revision (`@main`) and a `pkg:huggingface/` prefix do not make another one.
public struct ArtefactID: Sendable, Hashable, Comparable {
  /// The id as it is shown.
  public let text: String
  /// Owner and name as comparable words.
  private let key: String

  public init(_ text: String) {
    self.text = text
    // Most names are no addresses.
    let address = text.utf8.contains(UInt8(ascii: "/")) ? PackageURL(text)?.path ?? HubAddress(text)?.id : nil
    var name = Substring(address ?? text)
    if let at = name.utf8.firstIndex(of: UInt8(ascii: "@")) { name = name[..<at] }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).map { Self.words(of: Substring($0)) }
    self.key = parts.map { $0.joined(separator: " ") }.joined(separator: "/")
  }

  /// The part before the slash: who publishes it. Nil for bare names and local paths.
  public var namespace: Substring? { Self.namespace(of: text) }

  /// The same of an id as it is written.
  public static func namespace(of text: String) -> Substring? {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"))
    return parts.count == 2 ? Substring(parts[0]) : nil
  }

  /// The part behind the last slash: what a release is called.
  public var name: Substring { Self.name(of: text) }

  /// The same of an id as it is written.
  static func name(of text: String) -> Substring {
    text.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? Substring(text)
  }

  /// The words of the name: runs of letters and runs of digits, without words that name no difference.
  public var words: [String] { Self.words(of: name) }

  /// Its size, `7B`, and all else that tells it from other models; no size where the name has none.
  var family: (size: Substring, rest: [Substring]) {
    var parts = name.split { "-_ ".contains($0) }
    guard let index = parts.firstIndex(where: Self.isSize) else { return ("", parts) }
    return (parts.remove(at: index), parts)
  }

  /// Whether a part of a name is a size: `7B`, `8x7b`, `1.5B`, `350M`.
  private static func isSize(_ part: Substring) -> Bool {
    guard let unit = part.last, "bBmM".contains(unit) else { return false }
    let number = part.dropLast()
    return number.first?.isNumber == true && number.allSatisfy { $0.isNumber || $0 == "." || $0 == "x" }
  }

  /// Whether both are published under the same name, by whomever and in whatever order of words.
  func isCalled(like other: ArtefactID) -> Bool { self == other || words.sorted() == other.words.sorted() }

  /// Whether the name says that the weights are quantized.
  public var isQuantized: Bool { words.contains { ["gguf", "ggml", "gptq", "awq", "exl"].contains($0) } }

  /// Whether `text` has the shape of a Hub id, `owner/name` or a legacy bare name.
  public static func isHubID(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !text.contains("--"), !text.contains("..") else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.count <= 96
        && part.utf8.allSatisfy { byte in
          byte.isAlphanumeric || [0x2D, 0x2E, 0x5F].contains(byte)
        }
        && part.utf8.first != UInt8(ascii: ".") && part.utf8.first != UInt8(ascii: "-")
    }
  }

  /// Lower-case runs of letters and of digits; `meta` and `hf` say nothing about which model it is.
  static func words(of name: some StringProtocol) -> [String] {
    // Beyond ASCII a small letter is more than a bit away.
    name.utf8.allSatisfy { $0 < 0x80 } ? words(in: name.utf8) : words(in: name.lowercased().utf8)
  }

  private static func words(in bytes: some Sequence<UInt8>) -> [String] {
    var words: [String] = []
    var current: [UInt8] = []
    var currentIsDigits = false
    for byte in bytes.lazy.map({ (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }) {
      let isDigit = byte.isDigit
      let isLetter = byte.isLowercase || byte >= 0x80
      if (!isDigit && !isLetter) || (!current.isEmpty && isDigit != currentIsDigits) {
        if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
        current = []
      }
      if isDigit || isLetter {
        current.append(byte)
        currentIsDigits = isDigit
      }
    }
    if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
    return words.filter { $0 != "meta" && $0 != "hf" }
  }

  public static func == (left: ArtefactID, right: ArtefactID) -> Bool { left.key == right.key }
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
  public static func < (left: ArtefactID, right: ArtefactID) -> Bool { left.key < right.key }
}
