/// How much of something is read. What lies behind it is told, and no release passes over it.
public struct Limit: Sendable {
  /// What is counted: `files and folders of a project`.
  public let what: String
  public let most: Int
  public let unit: Unit
  /// The message about what was left out.
  public let id: DiagnosticID

  public enum Unit: Sendable {
    case count
    case bytes
  }

  /// A limit that counts things.
  public init(_ what: String, _ most: Int, _ id: DiagnosticID) { self.init(what, most, .count, id) }

  public init(_ what: String, _ most: Int, _ unit: Unit, _ id: DiagnosticID) {
    self.what = what
    self.most = most
    self.unit = unit
    self.id = id
  }

  /// The number for people: `200,000`, `4 MiB`.
  public var shown: String {
    switch unit {
    case .count: Self.grouped(most)
    case .bytes where most >= 1 << 30 && most % (1 << 30) == 0: "\(most >> 30) GiB"
    case .bytes where most >= 1 << 20: "\(most >> 20) MiB"
    case .bytes: "\(most >> 10) KiB"
    }
  }

  private static func grouped(_ number: Int) -> String {
    var digits = String(number)[...]
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
