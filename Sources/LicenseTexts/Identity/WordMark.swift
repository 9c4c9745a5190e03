/// What a word is beside what it says.
enum WordMark: UInt8, Sendable {
  /// Nothing else.
  case none
  /// One of the words that limit or allow: no title and no name holds any.
  case limiting
  /// Part of a notice of copyright, or of a reservation of rights.
  case notice
  /// Perhaps the name of a holder: words behind a notice, on the lines below it.
  case holder
  /// An address of the web or of mail.
  case address
  /// The number of an item or a clause, such as `2.` or `(b)`, that stands within a paragraph.
  case number

  /// Whether copies may have the word or not.
  var isNoise: Bool {
    switch self {
    case .notice, .holder, .address, .number: true
    case .none, .limiting: false
    }
  }
}

/// Words with a hash of their own.
enum KnownWord {
  /// What stands for something to be filled in.
  static let blank: UInt16 = 0
  /// What stands for any address: where something is to be found is no wording.
  static let address: UInt16 = 1
  /// The word that notices of copyright begin with.
  static let copyright = WordHash.of("copyright")

  /// The words that the addresses of the web begin with.
  static let schemes: Set<UInt16> = [WordHash.of("http"), WordHash.of("https")]
  static let www = WordHash.of("www")

  /// `all rights reserved`.
  static let reservation = [WordHash.of("all"), WordHash.of("rights"), WordHash.of("reserved")]

  /// What documents that bind are called.
  static let documents: Set<UInt16> = [
    WordHash.of("license"), WordHash.of("licenses"), WordHash.of("agreement"), WordHash.of("terms"),
    WordHash.of("policy"), WordHash.of("eula"), WordHash.of("notice"),
  ]

  /// What the number of a version follows.
  static let version: Set<UInt16> = [WordHash.of("version"), WordHash.of("v")]

  /// What lines begin with that say where terms end.
  static let endOf = [WordHash.of("end"), WordHash.of("of")]

  /// What a permission may be narrowed to, but in the name of a document.
  static let fields: Set<UInt16> = Set(
    [
      "academic", "academia", "educational", "education", "personal", "private", "internal", "nonprofit", "hobby",
      "hobbyists", "students", "teaching", "military", "weapons", "surveillance", "government", "charity", "charitable",
      "research", "researchers",
    ].map { WordHash.of($0.utf8) })

  /// Words of names and titles, and of lines that lead to a text, which say nothing by themselves.
  static let plain: Set<UInt16> = Set(
    [
      "the", "a", "an", "of", "and", "or", "for", "by", "in", "on", "at", "to", "from", "with", "this", "that", "its",
      "is", "are", "was", "be", "can", "as", "see", "read", "here", "below", "above", "following", "available", "found",
      "full", "complete", "text", "copy", "file", "page", "link", "license", "licenses", "licensed", "terms",
      "agreement",
      "version", "v", "under", "released", "distributed", "published", "software", "model", "models", "weights", "code",
      "data", "dataset", "project", "package", "program", "work", "source", "copyright", "holder", "holders", "owner",
      "owners", "author", "authors", "contributor", "contributors", "organization", "organizations", "organisation",
      "company", "team", "university", "institute", "foundation", "et", "al", "de", "der", "van", "von", "und", "la",
    ].map { WordHash.of($0.utf8) })

  /// What is limited where these words stand, but in the name of a document.
  static let use: Set<UInt16> = [WordHash.of("use"), WordHash.of("uses"), WordHash.of("used"), WordHash.of("using")]

  /// Words in which titles of one document differ.
  static let articles: Set<UInt16> = [
    WordHash.of("the"), WordHash.of("a"), WordHash.of("of"), WordHash.of("and"), WordHash.of("for"),
    WordHash.of("version"), WordHash.of("v"), WordHash.of("copyright"), WordHash.of("text"), WordHash.of("full"),
  ]

  /// What lists count with.
  static let numbers: Set<UInt16> = {
    let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"]
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
    return Set((roman + letters + (0...99).map(String.init)).map { WordHash.of($0.utf8) })
  }()

  /// A hash table of the limiting words: one bit for each hash.
  private static let limitingBits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for word in limiting {
      let hash = Int(WordHash.of(word.utf8))
      bits[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    return bits
  }()

  /// Whether a word limits or allows something.
  @inline(__always) static func isLimiting(_ hash: UInt16) -> Bool {
    limitingBits[Int(hash) >> 6] >> UInt64(hash & 63) & 1 == 1
  }

  private static let limiting = [
    "no", "non", "not", "nor", "never", "none", "only", "solely", "may", "must", "shall", "cannot", "without", "unless",
    "except", "subject", "provided", "permitted", "prohibited", "forbidden", "allowed", "required", "requires",
    "restricted", "restrictions", "granted", "commercial", "noncommercial", "commercially", "purposes", "purpose",
    "disallowed", "excluded", "excluding", "barred", "banned", "refrain", "void", "expires", "revoked", "terminates",
    "fee", "fees", "pay", "pays", "paid", "payment", "payable", "royalty", "royalties", "charge", "charged", "charges",
    "buy", "purchase", "sell", "sold", "sale", "resale", "resell", "revenue", "revenues", "profit", "profits",
    "subscription", "invoice", "register", "registration", "permission", "consent", "approval", "authorization",
    "agree", "agrees", "accept", "accepts", "acceptance", "consents", "evaluation", "trial", "contact", "notify",
    "disclose", "limited", "unlicensed",
    "nur", "nicht", "keine", "kein", "ne", "pas", "non", "seulement", "interdit", "interdite", "solo", "prohibido",
    "prohibida", "sin",
  ]
}
