import Compliance

/// Scenarios as a table for terminals: what each obligation asks stands below its row.
struct ScenarioText {
  let style: TextStyle

  func render(_ table: ScenarioTable, of release: String) -> String {
    let heads = table.heads.map { (label: $0.label, cells: $0.answers.map { AdviceText.word($0) }) }
    let rows = table.rows.map { (label: TerminalText.escaped($0.label), cells: $0.cells.map(\.rawValue)) }
    let labels = max((heads + rows).map { $0.label.count }.max() ?? 0, 0)
    let widths = table.columns.indices.map { column in
      ([table.columns[column]] + (heads + rows).map { $0.cells[column] }).map(\.count).max() ?? 0
    }
    func line(_ label: String, _ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in cell + Self.blanks(width - cell.count) }
      let text = label + Self.blanks(labels - label.count) + "  " + padded.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    var lines = [style.paint(line(release.isEmpty ? "" : TerminalText.escaped(release), table.columns), .strong)]
    lines += heads.map { line($0.label, $0.cells) }
    for (row, shown) in zip(table.rows, rows) {
      lines.append(line(shown.label, shown.cells))
      lines.append(style.paint("    \(TerminalText.escaped(row.summary))", .faint))
    }
    return lines.map { "\($0)\n" }.joined()
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

/// Scenarios as a table in Markdown.
struct ScenarioMarkdown {
  func render(_ table: ScenarioTable, of release: String) -> String {
    func line(_ cells: [String]) -> String { "| \(cells.map(Self.cell).joined(separator: " | ")) |" }
    let lines =
      [line([release] + table.columns), line(Array(repeating: "---", count: table.columns.count + 1))]
      + table.heads.map { line([$0.label] + $0.answers.map { AdviceText.word($0) }) }
      + table.rows.map { line(["\($0.label): \($0.summary)"] + $0.cells.map(\.rawValue)) }
    return lines.map { "\($0)\n" }.joined()
  }

  /// A cell that holds no mark of Markdown and no markup.
  private static func cell(_ text: String) -> String {
    TerminalText.escaped(text).flatMap { character in
      switch character {
      case "|", "\\", "`", "*", "_", "[", "]": ["\\", character]
      case "<": Array("&lt;")
      case "&": Array("&amp;")
      default: [character]
      }
    }.reduce(into: "") { $0.append($1) }
  }
}

/// Scenarios as a page of HTML that needs nothing beside itself.
struct ScenarioHTML {
  func render(_ table: ScenarioTable, of release: String) -> String {
    func row(_ tag: String, _ cells: [String]) -> String {
      let first = "<th scope=\"row\">\(cells[0])</th>"
      return "<tr>\(first)\(cells.dropFirst().map { "<\(tag)>\($0)</\(tag)>" }.joined())</tr>"
    }
    let head = row("th", [XMLText.escaped(release)] + table.columns.map { XMLText.escaped($0) })
    let answers = table.heads.map { row("td", [$0.label] + $0.answers.map { AdviceText.word($0) }) }
    let rows = table.rows.map { entry in
      let label = "<code>\(XMLText.escaped(entry.label))</code><br>\(XMLText.escaped(entry.summary))"
      return row("td", [label] + entry.cells.map { $0 == .none ? "–" : $0.rawValue })
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Ways of releasing \(XMLText.escaped(release))</title>
      <style>
      body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #bbb; padding: .4em .6em; text-align: left; vertical-align: top; }
      </style>
      </head>
      <body>
      <table>
      <thead>\(head)</thead>
      <tbody>
      \((answers + rows).joined(separator: "\n"))
      </tbody>
      </table>
      </body>
      </html>

      """
  }
}
