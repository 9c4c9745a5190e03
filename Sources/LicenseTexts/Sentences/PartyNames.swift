import Diagnostics

/// Learns by what names a text calls its two sides: the one who licenses, and the one who is licensed.
///
/// Names are known by what their bearers do. "Acme grants you a licence", "“Acme” or “we” means Acme GmbH" and "Acme may
/// suspend the Service" make `Acme` a licensor; "Institute shall pay" and "Institute hereby grants us a licence" make
/// `Institute` a licensee, whatever it grants back.
struct PartyNames {
  /// The side that bears a name.
  enum Side { case licensor, licensee }

  /// Names by their first word, longer ones first.
  private let names: [Int32: [(words: [Int32], side: Side)]]

  /// Longest name, in words.
  private static let longest = 4
  /// Acts that make a party of a name, where it is not introduced as one.
  private static let fewestActs = 2
  /// Times that a text calls a side by a word such as `you` or `licensor`, where that is its word for it.
  private static let manyMentions = 10
  /// How many times more acts of one side than of the other there have to be against the text's own word.
  private static let clearMajority = 3
  /// What an introduction or a grant weighs, in acts.
  private static let introduction = 10

  /// Reads the names out of passages.
  ///
  /// - Parameter words: The words of the vocabulary, by their numbers.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ passages: [[Token]], _ matcher: PhraseMatcher, concepts: Concepts
  ) {
    var found: [(name: [Int32], side: Side, weight: Int)] = []
    var named = (licensor: 0, licensee: 0)
    for tokens in passages {
      let search = NameSearch(bytes: bytes, tokens: tokens, hits: matcher.hits(tokens, 0..<tokens.count), concepts)
      found += search.found()
      named.licensor += search.count(concepts.licensor)
      named.licensee += search.count(concepts.licensee)
    }
    // Where the text has a word for one side already, little makes what it calls otherwise the other side.
    let isTold = (licensor: named.licensor >= Self.manyMentions, licensee: named.licensee >= Self.manyMentions)
    var acts: [[Int32]: (licensor: Int, licensee: Int)] = [:]
    for found in found {
      switch found.side {
      case .licensor: acts[found.name, default: (0, 0)].licensor += found.weight
      case .licensee: acts[found.name, default: (0, 0)].licensee += found.weight
      }
    }
    var names: [Int32: [(words: [Int32], side: Side)]] = [:]
    for (name, count) in acts {
      guard let first = name.first, let side = Self.side(of: count, isTold) else { continue }
      names[first, default: []].append((name, side))
    }
    self.names = names.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The side that somebody is on who did so many acts of each.
  private static func side(
    of acts: (licensor: Int, licensee: Int), _ isTold: (licensor: Bool, licensee: Bool)
  ) -> Side? {
    let most = isTold.licensee ? clearMajority : 1
    if acts.licensee > most * acts.licensor, acts.licensee > most { return .licensee }
    guard acts.licensor >= fewestActs else { return nil }
    if isTold.licensee { return .licensor }
    return acts.licensor > (isTold.licensor ? clearMajority : 1) * acts.licensee ? .licensor : nil
  }

  /// The tokens of a passage with one token, the word of its side, in place of each name.
  func replaced(
    in tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>, licensor: Int32, licensee: Int32
  ) -> [Token] {
    guard !names.isEmpty else { return tokens }
    var result: [Token] = []
    result.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard let candidates = names[token.word], bytes.hasCapital(token.range),
        let name = candidates.first(where: { tokens[index...].starts(with: $0.words) { $0.word == $1 } })
      else {
        result.append(token)
        index += 1
        continue
      }
      let last = tokens[index + name.words.count - 1]
      result.append(
        Token(
          start: token.start, end: last.end, word: name.side == .licensor ? licensor : licensee, before: token.before))
      index += name.words.count
    }
    return result
  }

  /// The concepts of the grammar that tell the sides apart.
  struct Concepts: Sendable {
    let licensor, licensee, licensorAct, licenseeAct, grants, noParty: Int

    /// Names of the concepts, which make a small book of their own.
    static let names: Set<String> = ["licensor", "licensee", "licensor-act", "licensee-act", "grants", "no-party"]

    init(_ book: PhraseBook) throws(LexiconError) {
      func number(_ name: String) throws(LexiconError) -> Int { try book.number(of: name, neededBy: "the grammar") }
      licensor = try number("licensor")
      licensee = try number("licensee")
      licensorAct = try number("licensor-act")
      licenseeAct = try number("licensee-act")
      grants = try number("grants")
      noParty = try number("no-party")
    }
  }

  /// What one passage tells of names.
  private struct NameSearch {
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: [Token]
    let hits: [Hit]
    private let concepts: Concepts
    /// Words that are no part of a name, and those that are a party without being one.
    private var isThing: [Bool]
    private var isLicensor: [Bool]
    private var isLicensee: [Bool]

    init(bytes: UnsafeBufferPointer<UInt8>, tokens: [Token], hits: [Hit], _ concepts: Concepts) {
      self.bytes = bytes
      self.tokens = tokens
      self.hits = hits
      self.concepts = concepts
      isThing = Array(repeating: false, count: tokens.count)
      isLicensor = isThing
      isLicensee = isThing
      for hit in hits {
        switch hit.concept {
        case concepts.noParty: for index in hit.start..<hit.end { isThing[index] = true }
        case concepts.licensor: isLicensor[hit.start] = true
        case concepts.licensee: isLicensee[hit.start] = true
        default: break
        }
      }
    }

    /// Hits of a concept.
    func count(_ concept: Int) -> Int { hits.count { $0.concept == concept } }

    /// Names with the side that something shows them to be.
    func found() -> [(name: [Int32], side: Side, weight: Int)] {
      var found: [(name: [Int32], side: Side, weight: Int)] = []
      func add(_ name: [Int32]?, _ side: Side, _ weight: Int) {
        if let name { found.append((name, side, weight)) }
      }
      for hit in hits {
        switch hit.concept {
        case concepts.licensorAct where !bytes.isAllCapitals(tokens[hit.start].range):
          add(name(before: hit.start), .licensor, 1)
        case concepts.licenseeAct where !bytes.isAllCapitals(tokens[hit.start].range):
          add(name(before: hit.start), .licensee, 1)
        case concepts.grants where !bytes.isAllCapitals(tokens[hit.start].range):
          addGrant(hit, add)
        case concepts.licensor where isQuoted(hit.start):
          for name in namesBeside(hit.start) { add(name, .licensor, PartyNames.introduction) }
        case concepts.licensee where isQuoted(hit.start):
          for name in namesBeside(hit.start) { add(name, .licensee, PartyNames.introduction) }
        default: break
        }
      }
      return found
    }

    /// `X grants Y`: who gives and who receives, of whom one is known, or else the giver is the licensor.
    private func addGrant(_ hit: Hit, _ add: ([Int32]?, Side, Int) -> Void) {
      let receiver = (hit.end..<min(hit.end + 2, tokens.count)).first { word($0) != "to" }
      let giver = name(before: hit.start)
      let givesLicensee = hit.start > 0 && isLicensee[hit.start - 1]
      if let receiver, isLicensor[receiver] {
        add(giver, .licensee, PartyNames.introduction)
      } else if let receiver, isLicensee[receiver] {
        add(giver, .licensor, PartyNames.introduction)
      } else if givesLicensee, let receiver {
        add(name(from: receiver), .licensor, PartyNames.introduction)
      } else {
        add(giver, .licensor, PartyNames.fewestActs)
      }
    }

    /// The capitalised words directly before a verb.
    private func name(before index: Int) -> [Int32]? {
      var end = index
      if end > 0, word(end - 1) == "hereby" { end -= 1 }
      var start = end
      while start > 0, end - start < PartyNames.longest, isName(start - 1) {
        start -= 1
        if !tokens[start].before.isDisjoint(with: [.comma, .closing, .semicolon, .colon, .stop]) { break }
      }
      return start < end ? tokens[start..<end].map(\.word) : nil
    }

    /// The capitalised words from `index` on.
    private func name(from index: Int) -> [Int32]? {
      var end = index
      while end < tokens.count, end - index < PartyNames.longest, isName(end), end == index || !isParted(end) {
        end += 1
      }
      return index < end ? tokens[index..<end].map(\.word) : nil
    }

    /// The quoted names that stand with a quoted pronoun in an introduction: `("Acme", "we" or "us")`.
    private func namesBeside(_ index: Int) -> [[Int32]] {
      var names: [[Int32]] = []
      var end = index
      // Back over `or`, and the quoted words before it.
      for _ in 0..<3 {
        if end > 0, ["or", "and"].contains(word(end - 1)) { end -= 1 }
        guard end > 0, end < tokens.count, isQuoted(end) || tokens[end].before.contains(.quote) else { break }
        var start = end
        while start > 0, end - start < PartyNames.longest, isName(start - 1) {
          start -= 1
          if isQuoted(start) { break }
        }
        guard start < end, isQuoted(start) else { break }
        names.append(tokens[start..<end].map(\.word))
        end = start
      }
      var next = index + 1
      if next < tokens.count, ["or", "and"].contains(word(next)) { next += 1 }
      if next < tokens.count, isQuoted(next), let name = name(from: next) { names.append(name) }
      return names
    }

    private func isParted(_ index: Int) -> Bool {
      !tokens[index].before.isDisjoint(with: [.comma, .closing, .opening, .quote, .semicolon, .colon, .stop])
    }

    private func isQuoted(_ index: Int) -> Bool { tokens[index].before.contains(.quote) }

    private func isName(_ index: Int) -> Bool {
      bytes.hasCapital(tokens[index].range) && !isThing[index] && !isLicensor[index] && !isLicensee[index]
    }

    private func word(_ index: Int) -> String {
      String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased()
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a capital stands somewhere in a word, as it does in names.
  fileprivate func hasCapital(_ word: Range<Int>) -> Bool { self[word].contains { $0.isUppercase } }

  /// Whether a word of several letters is written in capitals, as whole sentences are in which no name stands out.
  fileprivate func isAllCapitals(_ word: Range<Int>) -> Bool {
    word.count > 1 && self[word].allSatisfy { $0.isUppercase }
  }
}
