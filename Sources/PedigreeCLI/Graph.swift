import ArgumentParser
import PedigreeKit

/// `pedigree graph`: the lineage, drawn or exported.
struct Graph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw or export the lineage.",
    discussion: """
      In drawings, dashed arrows come from the catalogue or are only hinted at, dotted ones are mentioned by files that \
      may speak of something else; the others come from the project's files.
      The bills of materials are CycloneDX 1.6, with the ledger of obligations, and SPDX 3.0.1, which counts as created \
      on the release's day or, without one, on the day of the check.
      \(ProjectOptions.reading)
      """)

  @OptionGroup var project: ProjectOptions

  @Option(help: "How to write the graph; json is described by docs/graph.schema.json.")
  var format = GraphFormat.mermaid

  func run() throws {
    let checked = try project.check(style: TextStyle(coloured: false))
    Output.write(try format.render(checked))
  }
}
