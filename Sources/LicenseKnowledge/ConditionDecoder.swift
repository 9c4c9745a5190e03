import Diagnostics
import Obligations
import YAMLSource

/// Reads the `when` of an obligation.
struct ConditionDecoder {
  /// What the word `derivative` means in the licence at hand.
  let derivatives: [Effect]
  private(set) var diagnostics: [Diagnostic] = []

  init(derivatives: [Effect]) {
    self.derivatives = derivatives
  }

  /// The condition that `node` states: all keys of a mapping must hold.
  mutating func condition(_ node: YAMLNode) -> Condition? {
    var mapping = YAMLMapping(node, as: "a condition")
    var parts: [Condition] = []
    let reachedBy = mapping.words("reached-by", as: Effect.self)
    if !reachedBy.isEmpty { parts.append(.reachedBy(expand(reachedBy))) }
    let forms = mapping.words("release", as: ReleaseForm.self)
    if !forms.isEmpty { parts.append(.release(forms)) }
    if let commercial = mapping.bool("commercial") {
      parts.append(commercial ? .commercial : .not(.commercial))
    }
    if let scale = mapping.optional("scale") { parts += scales(scale) }
    if let licensee = mapping.optional("licensee") { parts += self.licensee(licensee) }
    if mapping.word("accepted-by", as: Acceptor.self) != nil { parts.append(.acceptedByUs) }
    if let date = mapping.optional("date") {
      var days = YAMLMapping(date, as: "a date condition")
      parts.append(.date(days.window()))
      mapping.report(days.finish())
    }
    let places = mapping.strings("territory")
    if !places.isEmpty { parts.append(.territory(places)) }
    let names = mapping.strings("source-name")
    if !names.isEmpty { parts.append(.sourceName(names.map { Glob($0) })) }
    let licenses = mapping.strings("derivative-under")
    if !licenses.isEmpty { parts.append(.derivativeUnder(licenses)) }
    if let id = mapping.string("interpretation") { parts.append(.interpretation(id)) }
    if let all = mapping.optional("all") { parts.append(.all(conditions(in: all))) }
    if let any = mapping.optional("any") { parts.append(.any(conditions(in: any))) }
    if let not = mapping.optional("not"), let negated = condition(not) { parts.append(.not(negated)) }
    diagnostics += mapping.finish()
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// Replaces `derivative` by the effects that make a derivative as the licence defines it.
  func expand(_ effects: [Effect]) -> [Effect] {
    var expanded: [Effect] = []
    for effect in effects.flatMap({ $0 == .derivative ? [.derivative] + derivatives : [$0] })
    where !expanded.contains(effect) {
      expanded.append(effect)
    }
    return expanded
  }

  private enum Acceptor: String, CaseIterable { case us }

  private mutating func conditions(in node: YAMLNode) -> [Condition] {
    node.oneOrMany.compactMap { condition($0) }
  }

  private mutating func scales(_ node: YAMLNode) -> [Condition] {
    var scale = YAMLMapping(node, as: "a scale condition")
    let parts = ScaleMeasure.allCases.compactMap { measure in
      scale.count(measure.rawValue).map { Condition.scale(measure, above: $0) }
    }
    diagnostics += scale.finish()
    return parts
  }

  private mutating func licensee(_ node: YAMLNode) -> [Condition] {
    var licensee = YAMLMapping(node, as: "a licensee condition")
    var parts: [Condition] = []
    if let maker = licensee.string("competes-with") { parts.append(.competesWith(maker)) }
    let domiciles = licensee.strings("domicile")
    if !domiciles.isEmpty { parts.append(.domicile(domiciles)) }
    diagnostics += licensee.finish()
    return parts
  }
}
