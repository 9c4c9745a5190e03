import Diagnostics
import YAMLSource

/// How a project wants to be checked, under `settings:`; options of the command line go first.
public struct Settings: Sendable {
  public var failOn: Fact<FailLevel>?
  /// Kinds, licences, or `licence/kind`: what is reported; empty for everything.
  public var select: [Fact<String>] = []
  /// What is not reported.
  public var ignore: [Fact<String>] = []
  /// Checks that are made only where somebody asks for them.
  public var enabled: [Fact<String>] = []
  /// What weighs otherwise than by default.
  public var severities: [SeveritySetting] = []
  /// How many steps away an open question may be to be reported; what is broken is reported at any depth.
  public var maxDepth: Fact<Int>?

  public init() {}
}

/// How much findings of some kind or licence weigh where they are open.
public struct SeveritySetting: Sendable {
  public let name: Fact<String>
  public let severity: Severity
}

/// Reads `settings:`.
struct SettingsReader {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func read(_ node: YAMLNode) -> Settings {
    var settings = Settings()
    var mapping = YAMLMapping(node, as: "settings")
    settings.failOn = mapping.optional("fail-on").flatMap { node in
      mapping.word("fail-on", as: FailLevel.self).map { Fact($0, at: node.location) }
    }
    settings.select = names(mapping.optional("select"), in: &mapping)
    settings.ignore = names(mapping.optional("ignore"), in: &mapping)
    settings.enabled = names(mapping.optional("enable"), in: &mapping)
    settings.maxDepth = mapping.optional("max-depth").flatMap { node in
      mapping.count("max-depth").map { Fact($0, at: node.location) }
    }
    if let severities = mapping.optional("severity") { settings.severities = self.severities(severities) }
    diagnostics += mapping.finish()
    return settings
  }

  private mutating func names(_ node: YAMLNode?, in mapping: inout YAMLMapping) -> [Fact<String>] {
    (node?.oneOrMany ?? []).compactMap { item in
      if let text = item.text { return Fact(text, at: item.location) }
      mapping.report(.yamlWrongType, "a kind or a licence must be text, not \(item.kindName)", at: item)
      return nil
    }
  }

  private mutating func severities(_ node: YAMLNode) -> [SeveritySetting] {
    var mapping = YAMLMapping(node, as: "severity")
    let settings = (node.entries ?? []).compactMap { entry -> SeveritySetting? in
      guard let key = entry.key.text, let severity = mapping.word(key, as: Severity.self) else { return nil }
      return SeveritySetting(name: Fact(key, at: entry.key.location), severity: severity)
    }
    diagnostics += mapping.finish()
    return settings
  }
}
