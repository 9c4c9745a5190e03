import TestSupport
import Testing

/// Holds the JSON reports of the samples to their schema, where Python can check it.
@Suite struct ReportSchemaTests {
  @Test(
    .enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"),
    arguments: Repository.sampleNames, ["check", "audit"])
  func `a report keeps to its schema`(sample: String, command: String) throws {
    let report = try Pedigree.run(command, "--format", "json", in: "\(Repository.samples)/\(sample)")
    let mistakes = try SchemaValidation.mistakes(["report.json": report.output], schema: "report.schema.json")
    #expect(mistakes == "")
  }
}
