import Diagnostics
import Obligations
import YAMLSource

/// Reads the `when` of an obligation or of an outbound rule.
struct ConditionDecoder {
  /// What the word `derivative` means in the licence at hand.
  let derivatives: [Effect]
  /// The kinds of models that perform similarly to the licensed one, where that makes a derivative.
  let similar: [ModelKind]
  private(set) var diagnostics: [Diagnostic] = []

  init(derivatives: [Effect], similar: [ModelKind]) {
    self.derivatives = derivatives
    self.similar = similar
  }

  /// The condition that `node` states: all keys of a mapping must hold.
  mutating func condition(_ node: YAMLNode) -> Condition? {
    var mapping = YAMLMapping(node, as: "a condition")
    var parts: [Condition] = []
    let reachedBy = mapping.words("reached-by", as: EffectWord.self)
    if !reachedBy.isEmpty { parts.append(reached(by: reachedBy)) }
    let forms = mapping.words("release", as: ReleaseForm.self)
    if !forms.isEmpty { parts.append(.release(forms)) }
    let kinds = mapping.words("release-kind", as: ModelKind.self)
    if !kinds.isEmpty { parts.append(.releaseKind(kinds)) }
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
    let others = mapping.strings("other-source-names")
    if !names.isEmpty {
      parts.append(.sourceName(names.map { Glob($0) }, others: others.map { Glob($0) }))
    }
    let licenses = mapping.strings("derivative-under")
    if !licenses.isEmpty { parts.append(.derivativeUnder(licenses)) }
    if let maker = mapping.string("derivative-of") { parts.append(.derivativeOf(maker)) }
    if let reformatted = mapping.bool("reformatted") {
      parts.append(reformatted ? .reformatted : .not(.reformatted))
    }
    if let id = mapping.string("interpretation") { parts.append(.interpretation(id)) }
    if let all = mapping.optional("all") { parts.append(.all(conditions(in: all))) }
    if let any = mapping.optional("any") { parts.append(.any(conditions(in: any))) }
    if let not = mapping.optional("not"), let negated = condition(not) { parts.append(.not(negated)) }
    diagnostics += mapping.finish()
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// What stands in `reached-by`: an effect, `use` for all in which the source was used, or `weights` for a release
  /// that was made from the source's own weights, whatever else the licence calls a derivative.
  private enum EffectWord: RawRepresentable, CaseIterable {
    case effect(Effect)
    case use
    case weights

    static let allCases = Effect.allCases.map { EffectWord.effect($0) } + [.use, .weights]

    init?(rawValue: String) {
      switch rawValue {
      case "use": self = .use
      case "weights": self = .weights
      default:
        guard let effect = Effect(rawValue: rawValue) else { return nil }
        self = .effect(effect)
      }
    }

    var rawValue: String {
      switch self {
      case .effect(let effect): effect.rawValue
      case .use: "use"
      case .weights: "weights"
      }
    }

    var effects: [Effect] {
      switch self {
      case .effect(let effect): [effect]
      case .use: Effect.allCases.filter { $0 != .tool }
      case .weights: [.derivative]
      }
    }

    /// Whether it stands for what the licence at hand makes a derivative.
    var isWidened: Bool {
      switch self {
      case .effect(let effect): effect == .derivative
      case .use: true
      case .weights: false
      }
    }
  }

  /// Whether the source reached the release by any of these, where `derivative` means what the licence makes of it.
  private func reached(by words: [EffectWord]) -> Condition {
    let named = Set(words.flatMap(\.effects))
    guard words.contains(where: \.isWidened) else { return .reachedBy(named.sorted()) }
    let isLearnt = derivatives.contains(.outputTrained) && !named.contains(.outputTrained) && !similar.isEmpty
    guard isLearnt else { return .reachedBy(named.union(derivatives).sorted()) }
    return .any([
      .reachedBy(named.union(derivatives).subtracting([.outputTrained]).sorted()),
      .all([.reachedBy([.outputTrained]), .releaseKind(similar)]),
      .all([.reachedBy([.judged]), .releaseKind(similar), .interpretation("judged-performs-similarly")]),
    ])
  }

  private enum Acceptor: String, CaseIterable { case us }

  private mutating func conditions(in node: YAMLNode) -> [Condition] {
    node.oneOrMany.compactMap { condition($0) }
  }

  private mutating func scales(_ node: YAMLNode) -> [Condition] {
    var scale = YAMLMapping(node, as: "a scale condition")
    let day = scale.date("on")
    let parts = ScaleMeasure.allCases.compactMap { measure in
      scale.count(measure.rawValue).map { Condition.scale(measure, above: $0, on: day) }
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
