import Diagnostics
import Obligations
import YAMLSource

/// Which licences the house that makes a release allows for its sources, beside what the licences themselves say.
public struct Policy: Sendable {
  /// Licences that are allowed whatever they ask.
  public var allow: [Fact<String>] = []
  /// Licences that are denied whatever they ask.
  public var deny: [Fact<String>] = []
  /// What every other licence has to be like; empty where only the lists count.
  public var demands: [Demand] = []
  /// Where it stands.
  public let location: SourceLocation

  /// What a house can want a licence to be like.
  public enum Demand: String, Sendable, CaseIterable {
    /// Commercial use is not forbidden.
    case commercialUse = "commercial-use"
    /// Copies and changed copies may be handed on.
    case redistribution
    /// No use is forbidden, by the licence or by a policy that it makes part of itself.
    case noUseLimits = "no-use-limits"
    /// Nothing that is made of the material has to go out under the same licence.
    case noShareAlike = "no-share-alike"
    /// Neither the release's name nor a badge is prescribed.
    case noNamingDuty = "no-naming-duty"
    /// Outputs may train any model.
    case noOutputLimits = "no-output-limits"
    /// No number of users and no revenue ends the licence.
    case noScaleLimit = "no-scale-limit"
  }

  /// Demands that often go together, under one name.
  public enum Preset: String, Sendable, CaseIterable {
    /// Business may be done with the release.
    case commercial
    /// As licences of open source software are.
    case openSource = "open-source"
    /// Open source, and the release may go out under any terms and name.
    case permissive

    /// What it stands for.
    public var demands: [Demand] {
      switch self {
      case .commercial: [.commercialUse, .redistribution, .noScaleLimit]
      case .openSource: [.commercialUse, .redistribution, .noUseLimits, .noOutputLimits, .noScaleLimit]
      case .permissive: Demand.allCases
      }
    }
  }
}

/// Reads `policy:`.
struct PolicyReader {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func read(_ node: YAMLNode) -> Policy {
    var policy = Policy(location: node.location)
    var mapping = YAMLMapping(node, as: "policy")
    policy.allow = mapping.facts("allow")
    policy.deny = mapping.facts("deny")
    let preset: Policy.Preset? = mapping.word("preset")
    let required = mapping.words("require", as: Policy.Demand.self)
    policy.demands = (preset?.demands ?? []) + required.filter { !(preset?.demands ?? []).contains($0) }
    if let node = mapping.optional("require"), node.oneOrMany.isEmpty {
      mapping.report(.manifestEmptyList, "`require` names nothing that licences have to be like", at: node)
    }
    diagnostics += mapping.finish()
    return policy
  }
}

extension YAMLMapping {
  /// The texts under `key`, a list or a single one, with their places; reports other nodes.
  fileprivate mutating func facts(_ key: String) -> [Fact<String>] {
    (optional(key)?.oneOrMany ?? []).compactMap { item in
      if let text = item.text { return Fact(text, at: item.location) }
      report(.yamlWrongType, "a licence must be text, not \(item.kindName)", at: item)
      return nil
    }
  }
}
