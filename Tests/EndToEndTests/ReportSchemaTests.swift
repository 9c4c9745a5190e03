import TestSupport
import Testing

/// Holds the JSON reports of the samples to their schema, where Python can check it.
@Suite struct ReportSchemaTests {
  private static let schema = "\(Repository.root)/docs/report.schema.json"

  private static let canValidate: Bool = {
    guard Repository.bytes(of: schema) != nil, let python = ProgramRun.installed("python3") else { return false }
    return (try? ProgramRun(python, ["-c", "import jsonschema"], in: Repository.root))?.code == 0
  }()

  @Test(
    .enabled(if: canValidate, "docs/report.schema.json, or python3 with jsonschema, is not here"),
    arguments: Repository.sampleNames, ["check", "audit"])
  func `a report keeps to its schema`(sample: String, command: String) throws {
    let report = try Pedigree.run(command, "--format", "json", in: "\(Repository.samples)/\(sample)")
    let folder = try TemporaryFolder([
      "report.json": report.output,
      "validate.py": """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.validators.validator_for(schema).check_schema(schema)
      jsonschema.validate(json.load(open("report.json")), schema)
      """,
    ])
    let python = try #require(ProgramRun.installed("python3"))
    let run = try ProgramRun(python, ["validate.py", Self.schema], in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
  }
}
