/// When an obligation bites: a closed set of tests over the lineage and the project's facts.
public indirect enum Condition: Sendable, Hashable {
  /// The source reached the release with any of these effects.
  case reachedBy([Effect])
  /// The release goes out in any of these ways.
  case release([ReleaseForm])
  /// The release is commercial.
  case commercial
  /// A measure of the licensee lies above a number.
  case scale(ScaleMeasure, above: Int)
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
  /// The source's id matches any of these globs.
  case sourceName([Glob])
  /// The release is a derivative of something under one of these licences.
  case derivativeUnder([String])
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

/// What a threshold counts.
public enum ScaleMeasure: String, Sendable, CaseIterable {
  case monthlyActiveUsers = "monthly-active-users"
  case annualRevenueUSD = "annual-revenue-usd"
}
