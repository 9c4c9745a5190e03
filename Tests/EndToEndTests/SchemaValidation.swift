import TestSupport

/// Checks documents against the JSON Schemas in `docs/`, by Python's validator.
enum SchemaValidation {
  /// Python with the validator; nil where it is not installed.
  static let python = ProgramRun.installed("python3").flatMap { python in
    (try? ProgramRun(python, ["-c", "import jsonschema, yaml"], in: Repository.root))?.code == 0 ? python : nil
  }

  /// What is wrong with documents, one line a mistake; JSON, or YAML by the ending of the name.
  static func mistakes(_ documents: [String: String], schema: String) throws -> String {
    guard let python else { return "python3 with jsonschema and yaml is not here" }
    let folder = try TemporaryFolder(documents)
    try folder.write(Array(script.utf8), to: "validate.py")
    let run = try ProgramRun(
      python, ["validate.py", "\(Repository.root)/docs/\(schema)"] + documents.keys.sorted(), in: folder.path)
    return run.output + run.errors
  }

  /// YAML 1.1 reads days as dates, which JSON does not know, and the key `on` as yes: both are checked as written.
  private static let script = """
    import json, sys, yaml, jsonschema
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
      first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
      for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
      if first not in "oO"}
    schema = json.load(open(sys.argv[1]))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    for path in sys.argv[2:]:
      document = yaml.load(open(path), Loader) if path.endswith(".yaml") else json.load(open(path))
      for error in kind(schema).iter_errors(document):
        print(path, "/".join(map(str, error.absolute_path)), error.message)
    """
}
