import Compliance
import Obligations
import Provenance

/// Where the artefacts of a lineage are drawn: the release at the right, in each column to its left what the next one was
/// made from.
struct LineageLayout {
  /// A box. Sources that nobody names have one as well.
  struct Box {
    /// Index among the lineage's nodes; nil for a source without a name.
    let node: Int?
    let unnamed: UnnamedSource?
    var column = 0
    var row = 0
  }

  /// A line from a box to another, parent to child.
  struct Line {
    let parent: Int
    let child: Int
    let edge: Lineage.Edge?
  }

  private(set) var boxes: [Box] = []
  private(set) var lines: [Line] = []
  private(set) var columns = 1
  private(set) var rows = 1
  /// How many artefacts are not drawn.
  private(set) var leftOut = 0
  /// The box of a node.
  private(set) var boxOfNode: [Int: Int] = [:]

  /// Most artefacts that are drawn, those next to the release first.
  private static let mostBoxes = 150

  init(_ lineage: Lineage) {
    let nodes = Self.reached(in: lineage)
    for node in nodes.prefix(Self.mostBoxes) {
      boxOfNode[node] = boxes.count
      boxes.append(Box(node: node, unnamed: nil))
    }
    leftOut = nodes.count - boxes.count
    for edge in lineage.edges {
      guard let parent = boxOfNode[edge.parent], let child = boxOfNode[edge.child] else { continue }
      lines.append(Line(parent: parent, child: child, edge: edge))
    }
    for unnamed in lineage.unnamed {
      guard let child = boxOfNode[unnamed.child], boxes.count < Self.mostBoxes else {
        leftOut += 1
        continue
      }
      lines.append(Line(parent: boxes.count, child: child, edge: nil))
      boxes.append(Box(node: nil, unnamed: unnamed.source))
    }
    placeInColumns()
    placeInRows()
  }

  /// What the release was made from, step by step.
  private static func reached(in lineage: Lineage) -> [Int] {
    var seen: Set<Int> = [Lineage.release]
    var order = [Lineage.release]
    var next = 0
    while next < order.count {
      for edge in lineage.edges(into: order[next]) where seen.insert(edge.parent).inserted { order.append(edge.parent) }
      next += 1
    }
    return order
  }

  /// An artefact stands as far to the left as its longest way to the release; lines that close a circle don't count.
  private mutating func placeInColumns() {
    var parents = Array(repeating: [Int](), count: boxes.count)
    for line in lines where line.parent != line.child { parents[line.child].append(line.parent) }
    // The order in which boxes are left behind for good: every box after all that it was made from.
    var finished: [Int] = []
    var state = Array(repeating: 0, count: boxes.count)
    var open: [(box: Int, next: Int)] = [(0, 0)]
    state[0] = 1
    var kept: [(parent: Int, child: Int)] = []
    while let (box, next) = open.last {
      guard next < parents[box].count else {
        state[box] = 2
        finished.append(box)
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      let parent = parents[box][next]
      if state[parent] != 1 { kept.append((parent, box)) }
      if state[parent] == 0 {
        state[parent] = 1
        open.append((parent, 0))
      }
    }
    var parentsOf: [Int: [Int]] = [:]
    for edge in kept { parentsOf[edge.child, default: []].append(edge.parent) }
    for box in finished.reversed() {
      for parent in parentsOf[box] ?? [] { boxes[parent].column = max(boxes[parent].column, boxes[box].column + 1) }
    }
    columns = (boxes.map(\.column).max() ?? 0) + 1
  }

  /// In a column the boxes stand in the order of what was made from them, so that few lines cross.
  private mutating func placeInRows() {
    for column in 0..<columns {
      let members = boxes.indices.filter { boxes[$0].column == column }
      let ranked = members.map { box -> (box: Int, key: Double) in
        let children = lines.filter { $0.parent == box && boxes[$0.child].column < column }.map { boxes[$0.child].row }
        let key = children.isEmpty ? 0 : Double(children.reduce(0, +)) / Double(children.count)
        return (box, key)
      }
      let sorted = ranked.sorted { ($0.key, $0.box) < ($1.key, $1.box) }
      for (row, member) in sorted.enumerated() { boxes[member.box].row = row }
      rows = max(rows, sorted.count)
    }
  }

  /// How many boxes stand in a column.
  func count(inColumn column: Int) -> Int { boxes.count { $0.column == column } }
}
