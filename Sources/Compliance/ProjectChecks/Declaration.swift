import Diagnostics
import Obligations
import Provenance

/// Which sources a project declares: its manifest's list or, where that has none, the card's front matter; a bill of
/// materials where there is nothing else.
struct Declaration {
  private let project: Project
  private let lineage: Lineage
  /// Whether the manifest declares the sources.
  let isManifest: Bool
  /// Artefacts that are declared, or that the catalogue knows to be ancestors of those.
  private let known: Set<Int>
  private let names: DeclaredNames

  init(_ project: Project, lineage: Lineage) {
    self.project = project
    self.lineage = lineage
    self.isManifest = project.manifest.map { !$0.sources.isEmpty || $0.complete != nil } ?? false
    var known: Set<Int> = [Lineage.release]
    var open = [Lineage.release]
    while let child = open.popLast() {
      for edge in lineage.edges(into: child) {
        guard edge.certainty == .catalogued || Self.declares(edge, project, isManifest: isManifest),
          known.insert(edge.parent).inserted
        else { continue }
        open.append(edge.parent)
      }
    }
    self.known = known
    self.names = DeclaredNames(known.filter { $0 != Lineage.release }.map { lineage.nodes[$0].id })
  }

  /// Whether an edge was read in the declaration.
  func declares(_ edge: Lineage.Edge) -> Bool { Self.declares(edge, project, isManifest: isManifest) }

  private static func declares(_ edge: Lineage.Edge, _ project: Project, isManifest: Bool) -> Bool {
    guard edge.certainty == .declared else { return false }
    if isManifest { return edge.basis == nil }
    // Where there is neither manifest nor card, a bill of materials is what declares.
    if project.manifest == nil, project.card == nil { return true }
    guard let card = project.card, let fields = card.frontMatter else { return edge.basis == nil }
    return edge.basis == nil
      || (edge.location.file === card.file && fields.lowerBound <= edge.location.range.lowerBound
        && edge.location.range.upperBound <= fields.upperBound)
  }

  /// Whether an artefact is declared, under its own name or as a family's: `Llama 3.1` by `Llama-3.1-8B`.
  func covers(_ node: Int) -> Bool {
    known.contains(node) || names.mayMean(lineage.nodes[node].id)
  }
}
