/// Folds British spellings into American ones, so that the lexicon has to know one of them.
enum Spelling {
  /// Beginnings of words that differ, British first.
  private static let beginnings: [(british: [UInt8], american: [UInt8])] = [
    ("licence", "license"), ("sublicence", "sublicense"), ("authoris", "authoriz"), ("unauthoris", "unauthoriz"),
    ("organis", "organiz"), ("recognis", "recogniz"), ("customis", "customiz"), ("commercialis", "commercializ"),
    ("monetis", "monetiz"), ("utilis", "utiliz"), ("optimis", "optimiz"), ("anonymis", "anonymiz"),
    ("finalis", "finaliz"), ("initialis", "initializ"), ("personalis", "personaliz"), ("favour", "favor"),
    ("behaviour", "behavior"), ("labelled", "labeled"), ("labelling", "labeling"),
    ("acknowledgement", "acknowledgment"),
    ("judgement", "judgment"), ("fulfil", "fulfill"), ("defence", "defense"), ("programme", "program"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// A word in lower case, with the American spelling.
  static func american(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 5 else { return word }
    for (british, american) in beginnings
    where word[0] == british[0] && word.starts(with: british) && !word.starts(with: american) {
      return american + word.dropFirst(british.count)
    }
    return word
  }

  /// The same for a word of a phrase.
  static func american(_ word: String) -> String { String(decoding: american(Array(word.utf8)), as: UTF8.self) }
}
