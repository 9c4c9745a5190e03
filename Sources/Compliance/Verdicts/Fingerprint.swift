import Diagnostics

extension Finding {
  /// What the finding is about, as 32 hexadecimal digits: by it, baselines and sign-offs find it again in another report.
  ///
  /// It does not depend on places, order, status or the machine. Where no licence speaks, the message says what the
  /// finding is about.
  public var fingerprint: String {
    let parts = [license, kind.rawValue, modality.rawValue, clause, source, license.isEmpty ? message : ""]
    return String(SHA256(parts.joined(separator: "\u{0}")).description.prefix(32))
  }
}

extension Diagnostic {
  /// What the message is about, as 32 hexadecimal digits; it does not depend on the line.
  public var fingerprint: String {
    let mark = SHA256([id, location?.path ?? "", summary].joined(separator: "\u{0}"))
    return String(mark.description.prefix(32))
  }
}
