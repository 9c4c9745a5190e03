import Diagnostics

/// A licence version or dated terms, as structured obligations.
public struct License: Sendable {
  /// Stable id: `llama-3.1`, `Apache-2.0`, `openai-business-terms-2023-11-14`.
  public let id: String
  /// Full title.
  public let title: String
  /// Who wrote it or licenses under it; nil for licences that anybody uses.
  public let maker: String?
  /// Version date, or the day from which dated terms are in force.
  public let date: CalendarDate?
  /// The series of versions that it belongs to.
  public let series: String?
  /// Where the text is published.
  public let source: String?
  /// Whom it binds.
  public let binds: Binding
  /// Whether only the maker's own material is ever under it, so that declaring it implies such a source.
  public let isProprietary: Bool
  /// The effects that make a model a derivative as this text defines it.
  public let derivatives: [Effect]
  /// Ids of texts that are made part of it.
  public let incorporates: [String]
  /// What it binds recipients to when a release is put under it.
  public let carries: [Restriction]
  /// What must stay when a derivative goes out; empty for terms of service and policies.
  public let outbound: [OutboundRule]
  /// Its obligations, in the order of the text.
  public let obligations: [Obligation]
  /// The file that says all this: of the knowledge, or the licence's own text.
  public let location: SourceLocation
  /// Whether a machine read some of it in a text of the project, and nobody has checked the reading.
  public let isRead: Bool

  /// Whom a text binds.
  public enum Binding: String, Sendable, CaseIterable {
    /// It runs with the material: whoever holds it is bound.
    case artefact
    /// It is a contract: only who accepted it is bound.
    case acceptor
  }

  public init(
    id: String, title: String, maker: String?, date: CalendarDate?, series: String?, source: String?,
    binds: Binding, isProprietary: Bool, derivatives: [Effect], incorporates: [String],
    carries: [Restriction], outbound: [OutboundRule], obligations: [Obligation], location: SourceLocation,
    isRead: Bool = false
  ) {
    self.id = id
    self.title = title
    self.maker = maker
    self.date = date
    self.series = series
    self.source = source
    self.binds = binds
    self.isProprietary = isProprietary
    self.derivatives = derivatives
    self.incorporates = incorporates
    self.carries = carries
    self.outbound = outbound
    self.obligations = obligations
    self.location = location
    self.isRead = isRead
  }
}

/// What must stay when something made from the licensed material goes out under another licence.
public struct OutboundRule: Sendable {
  /// The clause that says so.
  public let clause: String
  /// Why a release under other terms conflicts, in our words.
  public let summary: String
  /// Effects for which the rule bites.
  public let reachedBy: [Effect]
  /// Limits that the outbound licence has to keep.
  public let keeps: [Restriction]
  /// Ids of other licences that satisfy the rule in full.
  public let compatible: [String]
  /// The question of law on which the rule hangs, if it does.
  public let interpretation: String?

  public init(
    clause: String, summary: String, reachedBy: [Effect], keeps: [Restriction], compatible: [String],
    interpretation: String?
  ) {
    self.clause = clause
    self.summary = summary
    self.reachedBy = reachedBy
    self.keeps = keeps
    self.compatible = compatible
    self.interpretation = interpretation
  }
}

/// One term of a licence.
public struct Obligation: Sendable {
  public let kind: ObligationKind
  public let modality: Modality
  public let triggers: [Trigger]
  /// The clause as a reader cites it: `1.b.i`, `Attachment A`.
  public let clause: String
  /// What it says, in our words.
  public let summary: String
  /// When it bites; nil for grants.
  public let condition: Condition?
  /// What satisfies it; nil for grants.
  public let requirement: Requirement?
  /// Where it was read in a text of the project; nil for what the knowledge says.
  public let reading: Reading?

  public init(
    kind: ObligationKind, modality: Modality, triggers: [Trigger], clause: String, summary: String,
    condition: Condition?, requirement: Requirement?, reading: Reading? = nil
  ) {
    self.kind = kind
    self.modality = modality
    self.triggers = triggers
    self.clause = clause
    self.summary = summary
    self.condition = condition
    self.requirement = requirement
    self.reading = reading
  }
}

/// Where a machine read an obligation, and how sure the reading is.
public struct Reading: Sendable {
  /// The words that state it.
  public let location: SourceLocation
  /// Share of readings of this form that careful readers make as well, from 0 to 1.
  public let confidence: Double

  public init(location: SourceLocation, confidence: Double) {
    self.location = location
    self.confidence = confidence
  }

  /// The words themselves.
  public var words: String {
    String(decoding: location.file.bytes[location.range.lowerBound..<location.range.upperBound], as: UTF8.self)
  }

  /// The confidence as messages write it.
  public var percent: String { "\(Int(confidence * 100 + 0.5)) %" }
}
