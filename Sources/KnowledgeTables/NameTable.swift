import Diagnostics

/// The names under which prose speaks of artefacts, written down for `KnownNames`: each by its letters, by which it is
/// found, and as it is spelled.
public struct NameTable: Sendable, Equatable {
  /// Sorted by letters: letters, spelling, the id or pattern, and numbers for truths: whether it is a dataset, and
  /// whether the name is safe to find in prose.
  public let table: Table

  /// One name of an artefact.
  public struct Name: Sendable {
    public let text: String
    /// The id, or the pattern of the family's ids.
    public let id: String
    public let isDataset: Bool
    /// Whether the name is safe to find in prose, or only inside other artefacts' ids.
    public let isForProse: Bool

    public init(_ text: String, id: String, isDataset: Bool, isForProse: Bool = true) {
      self.text = text
      self.id = id
      self.isDataset = isDataset
      self.isForProse = isForProse
    }
  }

  public init(_ table: Table) { self.table = table }

  public init(_ names: [Name]) {
    table = Table(
      sorting: names.compactMap { name in
        let spelling = Self.spelling(of: name.text)
        let letters = spelling.filter { $0 != Self.gap }
        guard letters.count >= 2 else { return nil }
        return (
          String(decoding: letters, as: UTF8.self),
          [
            .text(String(decoding: spelling, as: UTF8.self)), .text(name.id), .number(name.isDataset ? 1 : 0),
            .number(name.isForProse ? 1 : 0),
          ]
        )
      })
  }

  /// Stands in a spelling where words may be joined or kept apart.
  public static let gap = UInt8(ascii: " ")

  public static let letters = 0
  public static let spelling = 1
  public static let id = 2
  public static let isDataset = 3
  public static let isForProse = 4

  /// Lower-case letters, with a gap where something may stand between two words.
  private static func spelling(of name: String) -> [UInt8] {
    var spelling: [UInt8] = []
    for byte in name.utf8 {
      if byte.separatesWordsOfNames {
        if spelling.last != gap { spelling.append(gap) }
        continue
      }
      // Between letters and digits something may stand although the name is written together: Llama3.
      if byte.isDigit, spelling.last?.isLetter == true { spelling.append(gap) }
      spelling.append(byte.lowercased)
    }
    if spelling.last == gap { spelling.removeLast() }
    if spelling.first == gap { spelling.removeFirst() }
    return spelling
  }
}

extension UInt8 {
  /// Whether it may stand between two words of a name.
  public var separatesWordsOfNames: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
