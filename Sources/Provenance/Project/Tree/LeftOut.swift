import Diagnostics

/// Files that were left out for one reason, told in one message.
struct LeftOut {
  private var first: [String] = []
  private var count = 0

  /// How many names a message shows.
  private static let mostShown = 3

  mutating func add(_ path: String) {
    if first.count < Self.mostShown { first.append(path) }
    count += 1
  }

  /// A warning that ends in the names: `files are larger than 4 MiB: `a.json` and 7 more`; nil where there are none.
  func warning(_ id: DiagnosticID, _ reason: String, help: String? = nil) -> Diagnostic? {
    guard count > 0 else { return nil }
    let names = first.map { "`\($0)`" }.joined(separator: ", ")
    let rest = count > first.count ? " and \(count - first.count) more" : ""
    return Diagnostic(id, .warning, "\(reason): \(names)\(rest)", help: help)
  }
}
