/// When an obligation bites: a closed set of tests over the lineage and the project's facts.
public indirect enum Condition: Sendable, Hashable {
  /// The source reached the release with any of these effects.
  case reachedBy([Effect])
  /// The release goes out in any of these ways.
  case release([ReleaseForm])
  /// The release is commercial.
  case commercial
  /// The release is a model of any of these kinds.
  case releaseKind([ModelKind])
  /// A measure of the licensee lies above a number: at the release, or on the day that the text names.
  case scale(ScaleMeasure, above: Int, on: CalendarDate?)
  /// The licensee offers something that competes with this maker.
  case competesWith(String)
  /// The licensee sits in any of these places (ISO 3166 codes, or `EU`).
  case domicile([String])
  /// The release is offered in any of these places.
  case territory([String])
  /// The terms were accepted by the project itself, not by somebody upstream.
  case acceptedByUs
  /// The release is made within these days.
  case date(DateWindow)
  /// The source's id matches any of these globs; with `others`, an id that matches none of all is open.
  case sourceName([Glob], others: [Glob])
  /// The release is a derivative of something under one of these licences.
  case derivativeUnder([String])
  /// The release is a derivative of something by this maker.
  case derivativeOf(String)
  /// Whatever was done to the source on its way to the release, only its format changed.
  case reformatted
  /// A question of law that the project answers, unknown until it does.
  case interpretation(String)
  case all([Condition])
  case any([Condition])
  case not(Condition)
}

/// How a release goes out.
public enum ReleaseForm: String, Sendable, CaseIterable {
  /// The weights are published.
  case weights
  /// It is offered as a service.
  case hosted
  /// It is part of a product.
  case product
  /// It stays inside.
  case `internal`
}

/// What a model is for, as far as texts make a difference.
public enum ModelKind: String, Sendable, CaseIterable {
  /// It writes text.
  case language
  /// It makes pictures.
  case image
  /// It makes videos.
  case video
  /// It makes or hears speech and sounds.
  case audio
}

/// What a threshold counts.
public enum ScaleMeasure: String, Sendable, CaseIterable {
  case monthlyActiveUsers = "monthly-active-users"
  case annualRevenueUSD = "annual-revenue-usd"
}
