import Diagnostics
import Obligations
import Provenance

/// Lineages of any size whose shapes are the worst for those who walk through them.
enum LineageShape: String, CaseIterable {
  /// Each source was made from the next one.
  case chain
  /// The release was made from all of them.
  case star
  /// Layers of which each source was made from two of the next one.
  case layers

  /// How many sources stand side by side in `layers`.
  private static let width = 16

  /// The steps between `count` sources: a child, nil for the release, and what it was made from.
  func steps(_ count: Int) -> [(child: Int?, parent: Int)] {
    switch self {
    case .chain: (0..<count).map { ($0 == 0 ? nil : $0 - 1, $0) }
    case .star: (0..<count).map { (nil, $0) }
    case .layers:
      (0..<count).flatMap { source in
        let (layer, place) = (source / Self.width, source % Self.width)
        let children = [place, (place + 1) % Self.width].map { layer == 0 ? nil : (layer - 1) * Self.width + $0 }
        return Set(children).sorted { $0 ?? 0 < $1 ?? 0 }.map { ($0, source) }
      }
    }
  }

  /// The lineage as a graph.
  func lineage(_ count: Int, _ relation: Relation = .finetune) -> Lineage {
    let file = SourceFile(path: "a", text: "")
    var lineage = Lineage(release: ArtefactID("acme/thing"), kind: .model)
    for source in 0..<count { _ = lineage.node(ArtefactID(Self.name(source)), kind: .model) }
    for step in steps(count) {
      lineage.connect(
        child: step.child.map { $0 + 1 } ?? Lineage.release, parent: step.parent + 1, relation,
        at: SourceLocation(file, SourceRange(0, 0)), certainty: .declared)
    }
    return lineage
  }

  /// The lineage as a bill of materials in one line, half of its sources under a licence.
  func bill(_ count: Int) -> String {
    var parents: [Int?: [Int]] = [:]
    for step in steps(count) { parents[step.child, default: []].append(step.parent) }
    func component(_ name: String, _ source: Int?) -> String {
      let ancestors = (parents[source] ?? []).map { #"{"type":"machine-learning-model","name":"\#(Self.name($0))"}"# }
      let license = (source ?? 1) % 2 == 0 ? #","licenses":[{"license":{"id":"Apache-2.0"}}]"# : ""
      return #"{"type":"machine-learning-model","name":"\#(name)"\#(license),"#
        + #""pedigree":{"ancestors":[\#(ancestors.joined(separator: ","))]}}"#
    }
    let components = (0..<count).map { component(Self.name($0), $0) }.joined(separator: ",")
    return #"{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":"#
      + #"\#(component("acme/thing", nil))},"components":[\#(components)]}"#
  }

  /// Names whose words don't begin alike.
  private static func name(_ source: Int) -> String { "lab\(source % 7)/model\(source)" }
}
