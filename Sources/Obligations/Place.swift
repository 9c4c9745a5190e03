/// A country, a union of countries or the whole world, as licences and manifests name it.
public struct Place: Sendable, Hashable {
  /// ISO 3166-1 alpha-2 code, the code of a union such as `EU`, or `worldwide`.
  public let code: String
  /// The unions that a country belongs to, or the members of a union.
  public let related: Set<String>

  /// A place; `related` holds a country's unions or a union's members.
  public init(_ code: String, related: Set<String> = []) {
    self.code = code
    self.related = related
  }

  /// The whole world.
  public static let worldwide = Place("worldwide")

  /// Whether the place shares ground with the one that `code` names: Germany with the EU, the EU with Germany, and
  /// everything with the whole world.
  public func overlaps(_ code: String) -> Bool {
    code == self.code || related.contains(code) || [self.code, code].contains(Self.worldwide.code)
  }
}
