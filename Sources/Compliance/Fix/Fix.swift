import Diagnostics

/// What can be mended of a project mechanically: the files as they would be, and what no edit can settle.
public struct Fix: Sendable {
  /// The files that change, new ones first.
  public let files: [FixedFile]
  /// What the changes mend, in the order in which they were made.
  public let mended: [Mend]
  /// What stays open although it weighs something, with the reason.
  public let left: [Leftover]

  /// One change.
  public struct Mend: Sendable, Hashable {
    /// Path of the file.
    public let path: String
    /// What was put there.
    public let says: String
    /// Why: the clauses that ask for it, or the line of the declaration that says it.
    public let because: [String]
  }

  /// A finding that stays open.
  public struct Leftover: Sendable {
    public let finding: Finding
    /// Why no edit settles it, or what to do instead.
    public let reason: String
  }
}

/// A file before and after.
public struct FixedFile: Sendable {
  /// The file as it is; empty for a new one.
  public let old: SourceFile
  public let new: SourceFile
  public let isNew: Bool
}
