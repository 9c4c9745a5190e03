import YAMLSource

/// A model card of a batch: one line of JSON, `{"id": "owner/name", "card": "…"}`, or with `front_matter` in place of
/// `card` for its metadata alone.
public struct CardLine: Sendable, Equatable {
  /// The repository id of the release.
  public let id: String
  /// The card's text.
  public let card: String

  /// The longest card that is read, as of cards in files: 4 MiB.
  public static let longestCard = SourceFile.documentLimit

  /// Reads a line.
  public init(_ bytes: [UInt8]) throws(CardLineError) {
    let document = JSONDocument(reading: SourceFile(path: "line", bytes: bytes))
    guard let root = document.root else {
      let mistake = document.diagnostics.first
      throw CardLineError(id: nil, reason: mistake?.summary ?? "no JSON", column: mistake?.location?.start.column)
    }
    guard root.entries != nil else { throw CardLineError(id: nil, reason: "a line holds one object") }
    guard let id = root["id"]?.text, !id.isEmpty else { throw CardLineError(id: nil, reason: "the object lacks `id`") }
    guard ArtefactID.isHubID(id) else {
      throw CardLineError(id: id, reason: "`\(id)` is no repository id; write owner/name")
    }
    switch (root["card"], root["front_matter"]) {
    case (let card?, nil): self.card = try Self.text(card, called: "card", of: id)
    case (nil, let metadata?): self.card = "---\n\(try Self.text(metadata, called: "front_matter", of: id))\n---\n"
    case (nil, nil): throw CardLineError(id: id, reason: "the object lacks `card` or `front_matter`")
    case (_?, _?): throw CardLineError(id: id, reason: "`card` holds its own front matter; leave out `front_matter`")
    }
    guard card.utf8.count <= Self.longestCard else {
      throw CardLineError(
        id: id, reason: "the card has \(card.utf8.count) bytes, more than the limit of \(Self.longestCard)")
    }
    self.id = id
  }

  private static func text(_ node: YAMLNode, called key: String, of id: String) throws(CardLineError) -> String {
    guard case .scalar(let text, .doubleQuoted) = node.content else {
      throw CardLineError(id: id, reason: "`\(key)` is a string", column: node.location.start.column)
    }
    return text
  }
}

/// Why a line of a batch is no card.
public struct CardLineError: Error, Sendable, Equatable {
  /// The repository id, where the line has one.
  public let id: String?
  public let reason: String
  /// The column of the mistake, counted from 1; nil where it is none of one place.
  public var column: Int?
}

extension Library {
  /// Reads what a card that is no file says of its own licences and sources.
  public func facts(of line: CardLine) throws(ProjectError) -> CardFacts { CardFacts(try read(line)) }

  private func read(_ line: CardLine) throws(ProjectError) -> Project {
    try projectReader().read(card: SourceFile(path: "README.md", text: line.card), name: line.id)
  }

  /// Holds a card that is no file against the texts that speak about its sources.
  public func check(_ line: CardLine, today: CalendarDate?) throws(ProjectError) -> Report {
    check(try read(line), today: today)
  }
}
