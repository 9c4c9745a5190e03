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
    "nur", "nicht", "keine", "kein", "ne", "pas", "non", "seulement", "interdit", "interdite", "solo", "prohibido",
    "prohibida", "sin",
  ]
}
