import Compliance
import Diagnostics
import Obligations
import Provenance

/// The lineage as a drawing, with the path of each finding, and as a list.
struct PageLineage {
  private let report: Report
  private let paths: PagePaths
  private let layout: LineageLayout
  /// Puts the part of a page before its anchors, where a page has several reports.
  private let prefix: String

  private static let box = (width: 260, height: 80)
  private static let gap = (column: 136, row: 20)
  private static let margin = 14
  /// Most characters of a line in a box.
  private static let mostCharacters = 31

  init(_ report: Report, _ paths: PagePaths, prefix: String) {
    self.report = report
    self.paths = paths
    self.prefix = prefix
    self.layout = LineageLayout(report.lineage)
  }

  var section: HTML {
    let more = layout.leftOut == 0 ? "" : " \(layout.leftOut) more are not drawn; the list has them."
    return HTML(
      "section", [("class", "lineage"), ("id", "\(prefix)lineage"), ("aria-labelledby", "\(prefix)lineage-title")],
      [
        HTML("h2", [("id", "\(prefix)lineage-title")], "Lineage"),
        HTML(
          "div", [("class", "figure")],
          [HTML(paths.all.indices.map { marked($0) }), HTML("div", Self.scroll, drawing)]),
        HTML(
          "p", [("class", "legend")],
          HTML(
            "Read from left to right: sources, then what was made from them. A solid line is what your files say, a dashed "
              + "one what the catalogue says or a name suggests. Thick lines lead to what is broken.\(more)")),
        HTML("details", [], [HTML("summary", [], "The lineage as a list"), list]),
      ])
  }

  private static let scroll: [(StaticString, String?)] = [
    ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Drawing of the lineage"),
  ]

  /// What is said when a finding's path is followed.
  private func marked(_ path: Int) -> HTML {
    let steps = paths.all[path].steps + ["the release"]
    return HTML(
      "p", [("class", "marked"), ("id", anchor(ofPath: path))],
      [
        HTML("Marked: \(steps.joined(separator: " → ")) "),
        HTML("a", [("href", "#\(prefix)lineage")], "unmark"),
      ])
  }

  /// Where the drawing is found with a path marked.
  func anchor(ofPath path: Int) -> String { "\(prefix)path-\(path)" }

  // MARK: Drawing

  private var drawing: HTML {
    let width = 2 * Self.margin + layout.columns * Self.box.width + (layout.columns - 1) * Self.gap.column
    let height = 2 * Self.margin + layout.rows * Self.box.height + (layout.rows - 1) * Self.gap.row
    let places = paths.places(in: report.lineage)
    let broken = report.findings.filter { $0.concern == .broken }
    let hits = Set(broken.compactMap { paths.index(of: $0) })
    let findings = Dictionary(grouping: report.findings, by: \.source)
    var fanned: [Int: Int] = [:]
    let lines = layout.lines.map { line -> HTML in
      let rank = fanned[line.parent, default: 0]
      fanned[line.parent] = rank + 1
      let ways = way(line).flatMap { places.pairs[$0] } ?? []
      return edge(line, rank: rank, ways: ways, isHit: ways.contains { hits.contains($0) })
    }
    let boxes = layout.boxes.map { box in
      node(box, ways: box.node.flatMap { places.nodes[$0] } ?? [], findings: findings)
    }
    return HTML(
      "svg",
      [
        ("viewBox", "0 0 \(width) \(height)"), ("width", "\(width)"), ("height", "\(height)"), ("role", "group"),
        ("aria-label", "The release and what it was made from"),
      ],
      [HTML("g", [], lines), HTML("g", [], boxes)])
  }

  private func way(_ line: LineageLayout.Line) -> PagePaths.Pair? {
    line.edge.map { PagePaths.Pair(parent: $0.parent, child: $0.child) }
  }

  private static func classes(_ name: String, _ ways: [Int], _ more: String?...) -> String {
    ([name] + more.compactMap { $0 } + ways.map { "on-\($0)" }).joined(separator: " ")
  }

  private func place(_ box: LineageLayout.Box) -> (x: Int, y: Int) {
    let step = Self.box.height + Self.gap.row
    let free = (layout.rows - layout.count(inColumn: box.column)) * step / 2
    let column = layout.columns - 1 - box.column
    return (
      Self.margin + column * (Self.box.width + Self.gap.column), Self.margin + free + box.row * step
    )
  }

  private func edge(_ line: LineageLayout.Line, rank: Int, ways: [Int], isHit: Bool) -> HTML {
    let (from, to) = (place(layout.boxes[line.parent]), place(layout.boxes[line.child]))
    let start = (x: from.x + Self.box.width, y: from.y + Self.box.height / 2)
    let end = (x: to.x - 7, y: to.y + Self.box.height / 2)
    let bend = max(48, (end.x - start.x) / 2)
    let isFact = line.edge.map { $0.certainty >= .stated } ?? false
    let label = line.edge.map { GraphLabel.text(of: $0) } ?? layout.boxes[line.parent].unnamed?.relation.rawValue ?? ""
    let curve = "M\(start.x) \(start.y)C\(start.x + bend) \(start.y) \(end.x - bend) \(end.y) \(end.x) \(end.y)"
    let arrow = "M\(end.x) \(end.y - 4)l8 4l-8 4z"
    return HTML(
      "g", [("class", Self.classes("edge", ways, isHit ? "hit" : nil, isFact ? nil : "guess"))],
      [
        HTML("path", [("class", "line"), ("d", curve)], []), HTML("path", [("class", "arrow"), ("d", arrow)], []),
        HTML("text", [("x", "\(start.x + 8)"), ("y", "\(start.y - 6 - rank * 13)")], HTML(Self.cut(label, 20))),
      ])
  }

  private func node(_ box: LineageLayout.Box, ways: [Int], findings: [String: [Finding]]) -> HTML {
    let (x, y) = place(box)
    let node = box.node.map { report.lineage.nodes[$0] }
    let isRelease = box.node == Lineage.release
    let name = box.unnamed.map { GraphLabel.text(of: $0) } ?? node?.id.text ?? ""
    let title = name.isEmpty ? "the release" : name
    let all = (node.map { findings[$0.id.text] } ?? nil) ?? []
    let tally = Tally(all)
    let state = tally[.broken] > 0 ? "bad" : tally.total > 0 ? "open" : nil
    let named = node?.licenses.map(\.name) ?? []
    // Of what answers over a service, terms speak.
    let licenses = (named.isEmpty ? all.map(\.license).filter { !$0.isEmpty }.unique() : named).joined(separator: ", ")
    let kind = [isRelease ? "the release" : nil, node?.kind.rawValue, node?.id.namespace.map(String.init)]
    let lines: [(StaticString, String)] = [
      ("name", node.map { String($0.id.name) }.flatMap { $0.isEmpty ? nil : $0 } ?? title),
      ("kind", kind.compactMap { $0 }.joined(separator: " · ")),
      ("terms", licenses.isEmpty ? (isRelease ? "no licence is declared" : "no licence is known") : licenses),
      ("count", Self.count(tally, of: all)),
    ]
    let texts = lines.enumerated().map { index, line in
      HTML(
        "text", [("class", "\(line.0)"), ("x", "\(x + 12)"), ("y", "\(y + 20 + index * 17)")],
        HTML(Self.cut(line.1, Self.mostCharacters)))
    }
    let shape = HTML(
      "rect",
      [
        ("x", "\(x)"), ("y", "\(y)"), ("width", "\(Self.box.width)"), ("height", "\(Self.box.height)"), ("rx", "8"),
      ], [])
    let drawn = [HTML("title", [], HTML(licenses.isEmpty ? title : "\(title): \(licenses)")), shape] + texts
    let classes = Self.classes("node", ways, state, isRelease ? "release" : nil, node == nil ? "guess" : nil)
    guard let first = all.first else { return HTML("g", [("class", classes)], drawn) }
    return HTML("a", [("class", classes), ("href", "#\(prefix)\(PageLedger.anchor(of: first.source))")], drawn)
  }

  private static func count(_ tally: Tally, of findings: [Finding]) -> String {
    if findings.isEmpty { return "asks for nothing" }
    if tally.total == 0 { return "nothing is open" }
    let open = tally.total - tally[.broken]
    return [(tally[.broken], "broken"), (open, "open")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      .joined(separator: ", ")
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    text.count <= most ? text : "\(text.prefix(most - 1))…"
  }

  // MARK: List

  private var list: HTML {
    let lineage = report.lineage
    func name(_ node: Int) -> String {
      lineage.nodes[node].id.text.isEmpty ? "the release" : lineage.nodes[node].id.text
    }
    let steps = lineage.edges.map { edge in
      HTML(
        "li", [],
        [
          HTML("code", [], HTML(name(edge.child))), HTML(" \(edge.relation.rawValue) "),
          HTML("code", [], HTML(name(edge.parent))),
          HTML(" (\(edge.certainty.name), \(PlaceText.named(edge.location) ?? PlaceText.short(edge.location)))"),
        ])
    }
    let unnamed = lineage.unnamed.map { unnamed in
      HTML(
        "li", [],
        [
          HTML("code", [], HTML(name(unnamed.child))), HTML(" \(GraphLabel.text(of: unnamed.source)) "),
          HTML("(\(PlaceText.short(unnamed.source.location)))"),
        ])
    }
    return steps.isEmpty && unnamed.isEmpty
      ? HTML("p", [], "No source is known.") : HTML("ul", [("class", "steps")], steps + unnamed)
  }
}
