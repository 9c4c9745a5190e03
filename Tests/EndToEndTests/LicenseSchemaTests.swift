import TestSupport
import Testing

/// Holds the licence files to the schema that is published for their authors, where Python can check it.
@Suite struct LicenseSchemaTests {
  private static let schema = "\(Repository.root)/docs/licence.schema.json"

  private static let canValidate: Bool = {
    guard let python = ProgramRun.installed("python3") else { return false }
    return (try? ProgramRun(python, ["-c", "import jsonschema, yaml"], in: Repository.root))?.code == 0
  }()

  @Test(
    .enabled(if: canValidate, "python3 with jsonschema and yaml is not here"),
    arguments: ["models", "software", "data", "services"])
  func `licence files keep to the published schema`(folder: String) throws {
    // YAML reads days as dates, which JSON does not know: they are checked as they were written.
    let script = """
      import glob, json, sys, yaml, jsonschema
      class Loader(yaml.SafeLoader): pass
      Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
      schema = json.load(open(sys.argv[1]))
      validator = jsonschema.validators.validator_for(schema)(schema)
      for path in sorted(glob.glob(sys.argv[2] + "/*.yaml")):
        for error in validator.iter_errors(yaml.load(open(path), Loader)):
          print(path, error.message)
      """
    let temporary = try TemporaryFolder(["validate.py": script])
    let python = try #require(ProgramRun.installed("python3"))
    let run = try ProgramRun(
      python, ["validate.py", Self.schema, "\(Repository.licenses)/\(folder)"], in: temporary.path)
    #expect(run.output == "")
    #expect(run.code == 0, "\(run.errors)")
  }
}
