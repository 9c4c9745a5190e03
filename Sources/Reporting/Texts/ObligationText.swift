import LicenseTexts

/// How parsed obligations are worded for people.
enum ObligationText {
  /// When it bites: `distribute, scale above 50,000,000 monthly-active-users`.
  static func circumstances(_ obligation: ParsedObligation) -> String {
    let triggers = obligation.triggers.map(\.rawValue).joined(separator: ", ")
    guard let threshold = obligation.threshold else { return triggers }
    let date = threshold.date.map { " on \($0)" } ?? ""
    return "\(triggers) above \(grouped(threshold.value)) \(threshold.unit.rawValue)\(date)"
  }

  /// Digits in groups of three.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { index in
      let left = digits.count - index
      return (index > 0 && left % 3 == 0 ? "," : "") + String(digits[index])
    }.joined()
  }
}
