import LicenseTexts
import Obligations

extension Condition {
  /// When an obligation that a machine read bites; nil for always, as everything does whose reading is not sure.
  ///
  /// Only what the project declares about its release rules an obligation out. How the lineage reaches the
  /// release does not: whether a text means that by a derivative is no question for a machine.
  init?(_ obligation: ParsedObligation) {
    guard obligation.isSure else { return nil }
    var circumstances = obligation.triggers.filter { $0 != .scale }
    if obligation.kind == .commercialUse { circumstances = [.commercial] }
    let tests = circumstances.map(Self.test)
    var parts: [Condition] = []
    if !tests.isEmpty, !tests.contains(where: { $0 == nil }) { parts.append(.any(tests.compactMap { $0 })) }
    if obligation.triggers.contains(.scale), let scale = obligation.threshold.flatMap(Self.scale) {
      parts.append(scale)
    }
    guard !parts.isEmpty else { return nil }
    self = parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func test(_ trigger: Trigger) -> Condition? {
    switch trigger {
    case .distribute, .distributeDerivative: .release([.weights, .product])
    case .distributeProduct: .release([.product])
    case .host: .release([.hosted])
    case .commercial: .commercial
    case .always, .use, .modify, .trainOnOutputs, .generate, .scale, .sue: nil
    }
  }

  private static func scale(_ threshold: ParsedThreshold) -> Condition? {
    switch threshold.unit {
    case .monthlyActiveUsers: .scale(.monthlyActiveUsers, above: threshold.value, on: nil)
    case .annualRevenueUSD: .scale(.annualRevenueUSD, above: threshold.value, on: nil)
    case .monthlyRevenueUSD: nil
    }
  }
}
