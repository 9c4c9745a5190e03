import ArgumentParser
import Reporting

/// `pedigree graph`: the lineage, drawn.
struct Graph: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw or export the lineage.",
    discussion: """
      Dashed arrows come from the catalogue or are only hinted at; the others from the project's files.
      \(ProjectOptions.reading)
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot, json
  }

  @OptionGroup var project: ProjectOptions

  @Option(help: "How to write the graph.")
  var format = Format.mermaid

  func run() throws {
    let checked = try project.check(style: TextStyle(coloured: false))
    switch format {
    case .mermaid: Output.write(MermaidGraph.render(checked.lineage))
    case .dot: Output.write(DOTGraph.render(checked.lineage))
    case .json: Output.write(try GraphJSON.render(checked))
    }
  }
}
