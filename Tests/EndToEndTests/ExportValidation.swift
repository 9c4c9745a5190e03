import Foundation
import TestSupport

/// Checks exported documents by the validators of other people, which `scripts/install-validators` installs.
enum ExportValidation {
  /// Python with the validators; nil where they are not installed.
  static let python: String? = {
    let path = "\(Repository.root)/.build/validators/bin/python"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Whether SPDX's schema and model are here; they are not part of the repository.
  static let hasSPDX = Repository.bytes(of: "\(Corpus.spdx)/spdx-model.ttl") != nil

  /// What CycloneDX's own validator says against documents, one line each.
  static func cyclonedxMistakes(_ documents: [String: String]) throws -> String {
    try mistakes(documents, script: cyclonedx, arguments: [])
  }

  /// What SPDX's schema and its SHACL model say against documents, one line each.
  static func spdxMistakes(_ documents: [String: String]) throws -> String {
    try mistakes(documents, script: spdx, arguments: [Corpus.spdx])
  }

  private static func mistakes(
    _ documents: [String: String], script: String, arguments: [String]
  ) throws -> String {
    guard let python else { return "the validators are not installed" }
    let folder = try TemporaryFolder(documents)
    try folder.write(Array(script.utf8), to: "validate.py")
    let run = try ProgramRun(python, ["validate.py"] + arguments + documents.keys.sorted(), in: folder.path)
    return run.output + run.errors
  }

  private static let cyclonedx = """
    import sys
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    for path in sys.argv[1:]:
      error = validator.validate_str(open(path).read())
      if error is not None: print(path, repr(error)[:1000])
    """

  private static let spdx = """
    import json, sys, jsonschema, pyshacl, rdflib
    folder = sys.argv[1]
    schema = json.load(open(folder + "/spdx-json-schema-3.0.1.json"))
    context = json.load(open(folder + "/spdx-context.jsonld"))["@context"]
    model = rdflib.Graph().parse(folder + "/spdx-model.ttl")
    for path in sys.argv[2:]:
      document = json.load(open(path))
      for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
        print(path, "/".join(map(str, error.absolute_path)), error.message[:1000])
      graph = rdflib.Graph().parse(data=json.dumps(dict(document, **{"@context": context})), format="json-ld")
      conforms, _, report = pyshacl.validate(graph, shacl_graph=model, ont_graph=model)
      if not conforms: print(path, report[:1000])
    """
}
