import Obligations

/// Which terms changed, and what that changes for a project.
public struct ImpactReport: Sendable {
  public let changes: [TermsChange]
  /// What becomes of a project's findings; nil where none is asked about.
  public let project: ProjectImpact?
  /// Whether the changes are all that came into force since a day, and up to which day that is known.
  public let window: Window?

  public struct Window: Sendable {
    public let since: CalendarDate
    /// The day up to which texts were compared with what their publishers offer.
    public let known: CalendarDate?
  }

  /// A report on the change from one text to another.
  public init(of change: TermsChange, on project: Assessment?, review: SignOffReview?, today: CalendarDate?) {
    self.init([change], on: project, review: review, window: nil, today: today)
  }

  /// A report on what came into force after a day in the place of terms that speak about a project's sources.
  public init(since day: CalendarDate, on project: Assessment, review: SignOffReview?, today: CalendarDate?) {
    self.init(
      project.changes(since: day, today: today), on: project, review: review,
      window: Window(since: day, known: project.library.knowledge.date), today: today)
  }

  private init(
    _ changes: [TermsChange], on assessment: Assessment?, review: SignOffReview?, window: Window?, today: CalendarDate?
  ) {
    self.changes = changes
    self.window = window
    self.project = assessment.map { assessment in
      ProjectImpact(
        release: assessment.release, impacts: changes.map { Impact(of: $0, on: assessment, today: today) },
        review: review)
    }
  }

  /// Whether nothing opens, and what was signed stands.
  public var isHarmless: Bool { project.map { !$0.opens && $0.stands != false } ?? true }
}

/// What changed terms mean for a project.
public struct ProjectImpact: Sendable {
  /// The release's id; empty where nobody names it.
  public let release: String
  /// One for each change.
  public let impacts: [Impact]
  /// What has changed since somebody signed; nil where no sign-off is asked about.
  public let review: SignOffReview?

  /// Whether something opens under the changed terms.
  public var opens: Bool { impacts.contains(where: \.opens) }

  /// Whether the sign-off holds as things are, and under the changed terms as well.
  public var stands: Bool? { review.map { $0.holds && !opens } }
}
