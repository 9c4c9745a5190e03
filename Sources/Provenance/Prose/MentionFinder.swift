import MarkupText
import Obligations

/// Finds the artefacts that a block of prose names: Hub links, ids, catalogued names.
struct MentionFinder {
  let names: KnownNames
  /// What an id is known to be; nil where nobody knows.
  let kindOfID: (String) -> ArtefactKind?
  /// How cards word where things came from.
  let wordings: CardWordings

  /// Whether a short text names a catalogued artefact.
  func namesSomething(_ text: String) -> Bool {
    !wordMentions(in: Array(text.utf8), outside: []).isEmpty
  }

  /// The catalogued artefact that a short text is the name of, perhaps behind its maker's: `OpenAI GPT-4`.
  func artefact(called text: String) -> Mention? {
    let bytes = Array(text.trimmed.utf8)
    guard bytes.count <= Self.longestID, let mention = wordMentions(in: bytes, outside: []).last,
      mention.family != nil, mention.range.upperBound == bytes.count
    else { return nil }
    let before = ArtefactID.words(of: String(decoding: bytes[..<mention.range.lowerBound], as: UTF8.self))
    return ArtefactID.words(of: mention.id.namespace ?? "").starts(with: before) ? mention : nil
  }

  /// The catalogued artefacts that a text names, in its order.
  func artefacts(namedIn text: String) -> [Mention] {
    wordMentions(in: Array(text.utf8.prefix(CardText.longestBlock)), outside: []).filter { $0.family != nil }
  }

  /// All mentions of the block, in the order of the text.
  func mentions(in block: MarkdownBlock) -> [Mention] {
    var mentions: [Mention] = []
    var taken: [Range<Int>] = []
    /// Words of links that lead elsewhere than to the Hub: `owner/name` there is a repository of code.
    var foreign: [Range<Int>] = []
    for link in block.links where !link.isImage {
      if isAboutArtefact(block.text.bytes[link.range]) {
        taken.append(link.range)
      } else if let page = hubArtefact(link, in: block) {
        mentions.append(Mention(id: ArtefactID(page.id), kind: page.kind, range: link.range, family: nil))
        taken.append(link.range)
      } else if let id = names.dataset(at: link.destination) {
        mentions.append(Mention(id: ArtefactID(id), kind: .dataset, range: link.range, family: nil))
        taken.append(link.range)
      } else if link.destination.hasPrefix("http"),
        block.text.bytes[link.range].starts(with: Array("http".utf8))
      {
        // The words of a bare address name nothing.
        taken.append(link.range)
      } else if link.destination.hasPrefix("http") {
        foreign.append(link.range)
      }
    }
    taken.sort { $0.lowerBound < $1.lowerBound }
    mentions += wordMentions(in: block.text.bytes, outside: taken).filter { mention in
      mention.family != nil || !foreign.contains { $0.overlaps(mention.range) }
    }
    return Self.joined(mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }, in: block)
  }

  /// The mentions, a name with its bare address in brackets behind it as one: "Base (https://huggingface.co/acme/base)".
  private static func joined(_ mentions: [Mention], in block: MarkdownBlock) -> [Mention] {
    let bytes = block.text.bytes
    var joined: [Mention] = []
    for mention in mentions {
      if let name = joined.last, bytes[mention.range].starts(with: "http".utf8),
        (1...2).contains(mention.range.lowerBound - name.range.upperBound),
        bytes[mention.range.lowerBound - 1] == UInt8(ascii: "("), name.kind == mention.kind
      {
        joined[joined.count - 1] = Mention(id: mention.id, kind: mention.kind, range: name.range, family: nil)
      } else {
        joined.append(mention)
      }
    }
    return joined
  }

  /// Whether a link's words speak of what was written about an artefact: "the Llama 2 model card".
  private func isAboutArtefact(_ words: ArraySlice<UInt8>) -> Bool {
    let last = String(decoding: words.suffix(24), as: UTF8.self).lowercased().split(separator: " ").last ?? ""
    return wordings.list(.aboutArtefact, holds: String(last))
  }

  /// The artefact that a link of the Hub shows; nil for other links and for single files, which say nothing about it.
  private func hubArtefact(_ link: MarkdownBlock.Link, in block: MarkdownBlock) -> HubAddress? {
    if let address = HubAddress(link.destination) {
      guard !address.isFile, address.kind == .dataset || address.hasOwner || kindOfID(address.id) == .model else {
        return nil
      }
      return address
    }
    // On the Hub a link without a host leads to the repository of that name: `[base-7b](acme/base-7b)`.
    guard let relative = HubAddress("hf://\(link.destination)"), relative.hasOwner, !relative.isFile,
      ArtefactID(String(decoding: block.text.bytes[link.range], as: UTF8.self)).words == ArtefactID(relative.id).words
    else { return nil }
    return relative
  }

  private func wordMentions(in bytes: [UInt8], outside taken: [Range<Int>]) -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    var next = 0
    while index < bytes.count {
      guard Self.isWord(bytes[index]), index == 0 || !Self.isInsideName(bytes[index - 1]) else {
        index += 1
        continue
      }
      while next < taken.count, taken[next].upperBound <= index { next += 1 }
      if next < taken.count, taken[next].contains(index) {
        index = taken[next].upperBound
        continue
      }
      if let mention = id(in: bytes, at: index) ?? name(in: bytes, at: index) {
        mentions.append(mention)
        index = mention.range.upperBound
      } else {
        index += 1
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
      }
    }
    return mentions
  }

  /// `owner/name` in running text. It counts as a model only where its sentence says so.
  private func id(in bytes: [UInt8], at start: Int) -> Mention? {
    var end = start
    var slashes = 0
    while end < bytes.count, Self.isIDByte(bytes[end]) {
      guard end - start <= Self.longestID else { return nil }
      if bytes[end] == UInt8(ascii: "/") { slashes += 1 }
      end += 1
    }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    guard slashes == 1 else { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let parts = text.split(separator: "/")
    if case .path = SourceName(text) { return nil }
    guard ArtefactID.isHubID(text), parts.count == 2,
      parts.allSatisfy({ $0.count { $0.isLetter } > 1 }), !Self.isHost(parts[0]),
      !wordings.list(.folder, holds: parts[0].lowercased()),
      // A model's name has a digit or a hyphen, unless it is a known one; `and/or` has neither.
      text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) || kindOfID(text) != nil
    else { return nil }
    return Mention(id: ArtefactID(text), kind: kindOfID(text) ?? .model, range: start..<end, family: nil)
  }

  /// Whether a name is that of a machine: `example.org`.
  private static func isHost(_ name: Substring) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return name[name.index(after: dot)...].allSatisfy { $0.isLetter }
  }

  /// Owner and name of 96 bytes each, and what may stand behind them.
  private static let longestID = 200

  /// A catalogued name, with what is attached to it: `GPT-3.5` in `gpt-3.5-turbo-1106`.
  private func name(in bytes: [UInt8], at start: Int) -> Mention? {
    guard let match = names.match(in: bytes, at: start) else { return nil }
    let end = endOfName(in: bytes, from: match.range.upperBound)
    let suffix = String(decoding: bytes[match.range.upperBound..<end], as: UTF8.self)
    let family = match.artefact.id
    if let id = ownID(String(decoding: bytes[start..<end], as: UTF8.self), called: bytes[match.range], family),
      kindOfID(id) == match.artefact.kind
    {
      return Mention(
        id: ArtefactID(id), kind: match.artefact.kind, range: start..<end, family: family.matches(id) ? family : nil)
    }
    let id =
      family.familyName
      + suffix.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "-")
    // Behind a hyphen a name goes on as another one's: `DeepSeek-R1-Distill` is not `DeepSeek-R1`.
    let isFamily = suffix.isEmpty || family.matches(id)
    return Mention(id: ArtefactID(id), kind: match.artefact.kind, range: start..<end, family: isFamily ? family : nil)
  }

  /// The id that a name with its owner makes, where the pattern of its family does not spell all of what is written: a
  /// size that the name holds and the pattern leaves open.
  private func ownID(_ written: String, called name: ArraySlice<UInt8>, _ family: Glob) -> String? {
    let known = ArtefactID(family.familyName)
    guard let owner = known.namespace, ArtefactID.words(of: String(decoding: name, as: UTF8.self)) != known.words else {
      return nil
    }
    return "\(owner)/\(written.split(separator: " ").joined(separator: "-"))"
  }

  /// The end of a name with the size and variant words that follow it.
  private func endOfName(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let separator = bytes[end]
      guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "_") || separator == UInt8(ascii: " ") else {
        break
      }
      var stop = end + 1
      while stop < bytes.count,
        Self.isWord(bytes[stop])
          || (bytes[stop] == UInt8(ascii: ".") && stop + 1 < bytes.count && Self.isWord(bytes[stop + 1]))
      {
        stop += 1
      }
      guard stop > end + 1 else { break }
      let word = String(decoding: bytes[(end + 1)..<stop], as: UTF8.self).lowercased()
      if wordings.list(.outputNoun, holds: word) || wordings.list(.behindName, holds: word) { break }
      // "the Llama 3 base": what is no part of the name is written small.
      guard
        separator != UInt8(ascii: " ")
          || (isSizeOrVariant(word) && !(word == "base" && bytes[end + 1] == UInt8(ascii: "b")))
      else { break }
      end = stop
    }
    return end
  }

  private func isSizeOrVariant(_ word: String) -> Bool {
    if wordings.list(.variant, holds: word) { return true }
    guard let last = word.last, last == "b" || last == "m", word.count > 1 else { return false }
    return word.dropLast().allSatisfy { $0.isNumber || $0 == "." || $0 == "x" }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte >= 0x80
  }

  /// Whether a word behind this byte goes on a name that began before it: `llama2` in `speechless-llama2`.
  private static func isInsideName(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@")
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    byte < 0x80 && isWord(byte) || [0x2D, 0x2E, 0x5F, 0x2F].contains(byte)
  }
}
