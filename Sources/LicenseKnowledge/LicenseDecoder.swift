import Diagnostics
import KnowledgeTables
import Obligations
import YAMLSource

/// Reads a licence file of `licenses/`.
struct LicenseDecoder {
  private(set) var diagnostics: [Diagnostic] = []

  /// The licence that `node` describes; nil, with diagnostics, where something essential is missing.
  mutating func decode(_ node: YAMLNode) -> License? {
    var file = YAMLMapping(node, as: "a licence file")
    let id = file.requiredString("id")
    let title = file.requiredString("title")
    let binds = file.word("binds", as: License.Binding.self)
    if binds == nil { _ = file.required("binds") }
    for key in LicenseHeader.nameKeys { _ = file.optional(key) }
    let maker = file.string("maker")
    let date = file.date("date")
    let series = file.string("series")
    let source = file.string("source")
    let isProprietary = file.bool("proprietary") ?? false
    let derivatives = file.words("derivatives", as: Effect.self)
    let similar = file.words("similar", as: ModelKind.self)
    let incorporates = file.strings("incorporates")
    let carries = file.words("carries", as: Restriction.self)
    let allowsFurtherTerms = file.bool("further-terms") ?? true
    let conditions = ConditionDecoder(derivatives: derivatives.isEmpty ? [.derivative] : derivatives, similar: similar)
    let outbound = (file.optional("outbound")?.oneOrMany ?? []).compactMap { outboundRule($0, conditions: conditions) }
    let obligations = (file.required("obligations")?.items ?? []).compactMap {
      obligation($0, conditions: conditions, licenseID: id ?? "")
    }
    diagnostics += file.finish()
    guard let id, let title, let binds else { return nil }
    return License(
      id: id, title: title, maker: maker, date: date, series: series, source: source, binds: binds,
      isProprietary: isProprietary, derivatives: derivatives.isEmpty ? [.derivative] : derivatives, similar: similar,
      incorporates: incorporates, carries: carries, allowsFurtherTerms: allowsFurtherTerms, outbound: outbound,
      obligations: obligations,
      location: node.location)
  }

  private mutating func outboundRule(_ node: YAMLNode, conditions: ConditionDecoder) -> OutboundRule? {
    var rule = YAMLMapping(node, as: "an outbound rule")
    let clause = rule.requiredString("clause")
    let summary = rule.requiredString("summary")
    var conditions = conditions
    let condition = rule.required("when").flatMap { conditions.condition($0) }
    rule.report(conditions.diagnostics)
    let keeps = rule.words("keeps", as: Restriction.self)
    let compatible = rule.strings("compatible")
    diagnostics += rule.finish()
    guard let clause, let summary, let condition else { return nil }
    return OutboundRule(
      clause: clause, summary: summary, condition: condition, keeps: keeps, compatible: compatible)
  }

  private mutating func obligation(
    _ node: YAMLNode, conditions: ConditionDecoder, licenseID: String
  ) -> Obligation? {
    var entry = YAMLMapping(node, as: "an obligation")
    let kind = entry.word("kind", as: ObligationKind.self)
    if kind == nil { _ = entry.required("kind") }
    let modality = entry.word("modality", as: Modality.self)
    if modality == nil { _ = entry.required("modality") }
    let triggers = entry.words("triggers", as: Trigger.self)
    let clause = entry.requiredString("clause")
    let summary = entry.requiredString("summary")
    var conditions = conditions
    let condition = entry.optional("when").flatMap { conditions.condition($0) }
    entry.report(conditions.diagnostics)
    var requirements = RequirementDecoder(licenseID: licenseID)
    let requirement = entry.optional("require").flatMap { requirements.requirement($0) }
    entry.report(requirements.diagnostics)
    if let modality, modality == .must || modality == .mustNot, requirement == nil {
      entry.report(
        .knowledgeNoRequirement, "a duty or prohibition needs `require`", at: node,
        help: "say how it is checked; `attested: yes` where no file can show it")
    }
    diagnostics += entry.finish()
    guard let kind, let modality, let clause, let summary else { return nil }
    return Obligation(
      kind: kind, modality: modality, triggers: triggers, clause: clause, summary: summary,
      condition: condition, requirement: requirement)
  }
}

extension YAMLMapping {
  /// The day under `key`.
  mutating func date(_ key: String) -> CalendarDate? {
    parsed(key, expecting: "a day, yyyy-mm-dd") { CalendarDate($0) }
  }

  /// The days under `from` and `until`.
  mutating func window() -> DateWindow {
    let from = date("from")
    return DateWindow(from: from, until: date("until"))
  }
}
