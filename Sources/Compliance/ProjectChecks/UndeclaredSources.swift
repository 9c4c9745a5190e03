import Diagnostics
import Obligations
import Provenance

/// Reports the sources that some file of the project names, or tells of, and the declaration leaves out.
struct UndeclaredSources {
  private let project: Project
  private let lineage: Lineage
  private let declaration: Declaration
  /// Artefacts that outputs of some model are known to have gone into.
  private let holdOutputs: Set<Int>

  init(project: Project, lineage: Lineage) {
    self.project = project
    self.lineage = lineage
    self.declaration = Declaration(project, lineage: lineage)
    self.holdOutputs = Set(
      lineage.edges.lazy.filter { $0.certainty != .mentioned && $0.relation.carriesOutputs }.map(\.child))
  }

  func findings() -> [Finding] { named() + unnamed() }

  /// One finding an artefact, at the surest place that names it.
  private func named() -> [Finding] {
    var surest: [Int: Lineage.Edge] = [:]
    var order: [Int] = []
    for edge in lineage.edges where edge.basis != nil && edge.certainty != .catalogued {
      guard !declaration.declares(edge), !declaration.covers(edge.parent) else { continue }
      guard let known = surest[edge.parent] else {
        surest[edge.parent] = edge
        order.append(edge.parent)
        continue
      }
      if (known.certainty, known.child == Lineage.release ? 1 : 0)
        < (edge.certainty, edge.child == Lineage.release ? 1 : 0)
      {
        surest[edge.parent] = edge
      }
    }
    return order.compactMap { surest[$0] }.compactMap { edge in edge.basis.map { finding(edge, $0) } }
  }

  private func finding(_ edge: Lineage.Edge, _ basis: StatementBasis) -> Finding {
    let source = lineage.nodes[edge.parent]
    let status = status(of: edge, basis)
    let name = lineage.nodes[edge.child].id.text
    let child = edge.child == Lineage.release ? "the release" : "`\(name)`"
    let question: QuestionKind =
      edge.certainty == .mentioned ? .guess(source.id.text, of: name) : .source(source.id.text, of: name)
    let complete = project.manifest?.complete
    let help = advice(for: source, edge)
    return Finding(
      kind: .undeclaredSource, source: source.id.text,
      path: [PathStep(artefact: source.id.text, relation: edge.relation, location: edge.location)], status: status,
      message: "`\(source.id.text)` is \(Self.wording(edge)) a source of \(child), and the declaration leaves it out",
      summary: "the declaration lists every source", location: edge.location,
      confidence: Confidence.of(edge),
      evidence: [Evidence("\(basis.description) names it", at: edge.location)]
        + (complete.map { [Evidence("complete: \($0.value ? "yes" : "no")", at: $0.location)] } ?? []),
      missing: status == .undetermined
        ? [Question(question, "is `\(source.id.text)` a source of \(child)?", answer: help)] : [],
      help: help)
  }

  /// A declaration that lists sources must list those that a field names; one that says it is complete, all.
  private func status(of edge: Lineage.Edge, _ basis: StatementBasis) -> Status {
    guard declaration.isManifest, edge.certainty >= .stated else { return .undetermined }
    if project.manifest?.complete?.value == true { return .violated }
    if case .key = basis, edge.child == Lineage.release { return .violated }
    return .undetermined
  }

  private static func wording(_ edge: Lineage.Edge) -> String {
    switch edge.certainty {
    case .declared, .stated: "named as"
    case .hinted, .catalogued: "probably"
    case .mentioned: "perhaps"
    }
  }

  private func advice(for source: Lineage.Node, _ edge: Lineage.Edge) -> String {
    let entry = "`- { \(source.kind.rawValue): \(source.id.text), relation: \(edge.relation.rawValue) }`"
    guard edge.child == Lineage.release else {
      return "list it under the `sources:` of `\(lineage.nodes[edge.child].id.text)`: \(entry)"
    }
    if declaration.isManifest || project.card == nil { return "list it under `sources:` in pedigree.yaml: \(entry)" }
    if edge.relation.carriesWeights {
      return "name it as `base_model` in the card, or under `sources:` in pedigree.yaml"
    }
    if source.kind == .dataset { return "list it under `datasets` in the card, or under `sources:` in pedigree.yaml" }
    return "no field of a card holds it; list it under `sources:` in pedigree.yaml: \(entry)"
  }

  /// One finding for each kind of source that a file tells of, where nothing names one.
  private func unnamed() -> [Finding] {
    var reported: Set<[String]> = []
    return lineage.unnamed.compactMap { unnamed in
      let relation = unnamed.source.relation
      let child = lineage.nodes[unnamed.child].id.text
      guard !isOutputNamed(of: unnamed.child), reported.insert([child, relation.rawValue]).inserted else {
        return nil
      }
      let what = Self.title(of: relation)
      let whose = unnamed.child == Lineage.release ? "the release" : "`\(child)`"
      let help = "list it with `relation: \(relation.rawValue)` under `sources:` in pedigree.yaml"
      return Finding(
        kind: .undeclaredSource, source: "unnamed \(what)", status: .undetermined,
        message: "\(unnamed.source.basis.description) indicates a \(what) of \(whose), but no file names it",
        summary: "the declaration lists every source", location: unnamed.source.location,
        evidence: [Evidence("\(unnamed.source.basis.description)", at: unnamed.source.location)],
        missing: [Question(.unnamedSource(what: what, of: child), "which \(what) does \(whose) have?", answer: help)],
        help: help)
    }
  }

  /// Whether some model is known whose outputs made the artefact, or what it was trained on.
  private func isOutputNamed(of child: Int) -> Bool {
    holdOutputs.contains(child)
      || child == Lineage.release && holdOutputs.contains { lineage.nodes[$0].kind == .dataset }
  }

  private static func title(of relation: Relation) -> String {
    switch relation {
    case .distilled: "teacher"
    case .preferenceBy: "judge"
    default: "generator"
    }
  }
}

/// How sure it is that a statement names a source.
enum Confidence {
  /// From 0 to 1.
  static func of(_ edge: Lineage.Edge) -> Double {
    let base: Double
    switch edge.basis {
    case .key, nil: base = 0.95
    case .words, .label: base = 0.8
    case .tag: base = 0.7
    case .call, .folder: base = 0.5
    }
    switch edge.certainty {
    case .declared, .stated, .catalogued: return base
    case .hinted: return base * 0.6
    case .mentioned: return base * 0.5
    }
  }
}
