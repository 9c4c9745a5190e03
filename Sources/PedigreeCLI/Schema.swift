import ArgumentParser
import PedigreeKit

/// `pedigree schema`: what editors complete and check a declaration by.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of pedigree.yaml, by which editors complete and check it.")

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws { Output.write(try ManifestSchema(questions: try knowledge.load().questions).render()) }
}
