import Diagnostics

/// A truth value with its reasons: what was read, and what would have to be known.
public struct Decision: Sendable {
  public let truth: Truth
  /// Facts that decided it.
  public let evidence: [Evidence]
  /// Facts that would settle it; empty unless the truth is unknown.
  public let missing: [Question]

  init(_ truth: Truth, evidence: [Evidence] = [], missing: [Question] = []) {
    self.truth = truth
    self.evidence = evidence
    self.missing = truth == .unknown ? missing : []
  }

  /// True where all are: a single no decides, and shows only its own evidence.
  static func all(_ decisions: [Decision]) -> Decision {
    if let no = decisions.first(where: { $0.truth == .no }) { return no }
    return Decision(
      decisions.contains { $0.truth == .unknown } ? .unknown : .yes,
      evidence: decisions.flatMap(\.evidence), missing: decisions.flatMap(\.missing))
  }

  /// True where one is: a single yes decides, and shows only its own evidence.
  static func any(_ decisions: [Decision]) -> Decision {
    if let yes = decisions.first(where: { $0.truth == .yes }) { return yes }
    return Decision(
      decisions.contains { $0.truth == .unknown } ? .unknown : .no,
      evidence: decisions.flatMap(\.evidence), missing: decisions.flatMap(\.missing))
  }

  var negated: Decision { Decision(!truth, evidence: evidence, missing: missing) }
}

/// A fact that a decision rests on.
public struct Evidence: Sendable, Hashable {
  /// Where it was read; nil for what the command line says.
  public let location: SourceLocation?
  /// What it says, in few words.
  public let says: String
  /// The question of law that is answered by the stance; nil for what a file says.
  public let assumes: String?

  public init(_ says: String, at location: SourceLocation?, assuming question: String? = nil) {
    self.location = location
    self.says = says
    self.assumes = question
  }
}
