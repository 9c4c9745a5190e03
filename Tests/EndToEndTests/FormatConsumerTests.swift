import Foundation
import TestSupport
import Testing

/// Hands what `check` and `audit` write for other programs to those programs: to schemas and to parsers that people use.
///
/// All samples are written once, and all documents are read by one run of Python.
@Suite struct FormatConsumerTests {
  /// Python with the parsers; nil where `scripts/install-validators` was not run.
  private static let python = ExportValidation.python

  /// What a card can bring that another format gives a meaning to.
  private static let hostile = """
    ---
    license: "x]] > \\" ' & <b> ::error::y %0A [a](1) \\\\ | `c`"
    base_model: "acme/<script>alert(1)</script>"
    datasets: ["@somebody", "#1", "https://evil.example/x", "::stop-commands::z", "]]>", "a\\u0007b\\u202Ec", "{{{x}}}"]
    ---
    # Thing
    """

  /// Projects by name, each in all formats of a command.
  private static func write(_ command: String, into folder: TemporaryFolder) throws {
    let cards = try TemporaryFolder(["README.md": hostile])
    for (name, path) in Repository.sampleNames.map({ ($0, "\(Repository.samples)/\($0)") })
      + [("hostile", cards.path)]
    {
      let outputs = ["json", "sarif", "github", "gitlab", "junit", "markdown"].flatMap {
        ["--output", "\($0)=\(folder.path)/\(command)-\(name).\($0)"]
      }
      let run = try ProgramRun(
        ProgramRun.built("pedigree"), [command, "--quiet"].filter { command == "check" || $0 != "--quiet" } + outputs,
        in: path, environment: ["SOURCE_DATE_EPOCH": "1740787200"])
      #expect(run.code == 0 || run.code == 1, "\(name): \(run.errors)")
    }
  }

  @Test(.enabled(if: python != nil, "scripts/install-validators was not run"))
  func `consumers read every sample, and no finding is lost`() throws {
    let folder = try TemporaryFolder(["consume.py": Self.script])
    for command in ["check", "audit"] { try Self.write(command, into: folder) }
    let run = try ProgramRun(try #require(Self.python), ["consume.py", Corpus.sarif, Corpus.junit], in: folder.path)
    #expect(run.output + run.errors == "")
  }

  /// Prints what is wrong, one line a mistake.
  private static let script = #"""
    import glob, json, os, re, sys
    import jsonschema
    from junitparser import Failure, JUnitXml, Skipped
    from markdown_it import MarkdownIt

    def wrong(*what): print(*what)

    sarif_schema = None
    if os.path.exists(sys.argv[1]):
      sarif_schema = jsonschema.Draft4Validator(json.load(open(sys.argv[1])))
    junit_schema = None
    if os.path.exists(sys.argv[2]):
      from lxml import etree
      junit_schema = etree.XMLSchema(etree.parse(sys.argv[2]))

    # GitLab, "Code Quality report format".
    gitlab_schema = jsonschema.Draft7Validator({
      "type": "array", "items": {
        "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
          "description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
          "fingerprint": {"type": "string", "minLength": 1},
          "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
          "location": {
            "type": "object", "required": ["path", "lines"],
            "properties": {
              "path": {"type": "string", "pattern": r"^(?!\./)(?!/).+"},
              "lines": {"type": "object", "required": ["begin"], "properties": {
                "begin": {"type": "integer", "minimum": 1}}}}}}}})

    def check_sarif(path, expected):
      log = json.load(open(path))
      if sarif_schema:
        for error in sarif_schema.iter_errors(log): wrong(path, list(error.absolute_path), error.message[:300])
      # GitHub, "SARIF support for code scanning": what it needs beyond the schema.
      [run] = log["runs"]
      rules = run["tool"]["driver"]["rules"]
      for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
          text = rule[key]["text"]
          if not text or (key != "help" and len(text) > 1024): wrong(path, rule["id"], key)
        if len(rule["properties"]["tags"]) > 10: wrong(path, rule["id"], "tags")
      seen = set()
      for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]: wrong(path, "ruleIndex")
        if not result["message"]["text"]: wrong(path, "no message")
        if (result["level"] == "none") != (result["kind"] != "fail"): wrong(path, "level of", result["kind"])
        place = result["locations"][0]["physicalLocation"]
        if re.match(r"(/|\w+:|\./)", place["artifactLocation"]["uri"]): wrong(path, place)
        if any(place["region"][key] < 1 for key in ("startLine", "startColumn", "endLine", "endColumn")): wrong(path, place)
        mark = result["ruleId"], result["partialFingerprints"]["primaryLocationLineHash"]
        if mark in seen: wrong(path, "the same fingerprint twice", mark)
        seen.add(mark)
        numbers = {str(related["id"]) for related in result.get("relatedLocations", [])}
        links = set(re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"]))
        if links != numbers: wrong(path, "links", links, numbers)
      if len(run["results"]) != expected: wrong(path, len(run["results"]), "results, not", expected)

    def check_github(path, expected):
      lines = open(path).read().splitlines()
      command = re.compile(r"::(error|warning|notice) file=[^:,\s][^:,]*,line=[1-9]\d*,endLine=[1-9]\d*,title=[^:,]+(,col=[1-9]\d*,endColumn=[1-9]\d*)?::\S.*")
      for line in lines:
        if not command.fullmatch(line): wrong(path, line)
      if len(lines) != expected: wrong(path, len(lines), "commands, not", expected)

    def check_gitlab(path, expected):
      issues = json.load(open(path))
      for error in gitlab_schema.iter_errors(issues): wrong(path, list(error.absolute_path), error.message[:300])
      if len({issue["fingerprint"] for issue in issues}) != expected: wrong(path, "fingerprints, not", expected)

    def check_junit(path, expected, fails):
      if junit_schema and not junit_schema.validate(etree.parse(path)): wrong(path, junit_schema.error_log)
      suites = JUnitXml.fromfile(path)
      cases = [case for suite in suites for case in suite]
      if len(cases) != expected or suites.tests != expected: wrong(path, len(cases), "tests, not", expected)
      failures = sum(isinstance(result, Failure) for case in cases for result in case.result)
      if failures != fails or suites.failures != fails: wrong(path, failures, "failures, not", fails)
      if len({(case.classname, case.name) for case in cases}) != expected: wrong(path, "two tests of one name")

    def check_markdown(path, expected):
      text = open(path).read()
      if len(text.encode()) > 65536: wrong(path, "too long")
      items = links = 0
      tags = []
      for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        items += token.type == "list_item_open" and token.info == ""
        for part in [token] + (token.children or []):
          links += part.type in ("link_open", "image")
          if part.type in ("html_block", "html_inline"): tags += re.findall(r"<[^>]+>", part.content)
      known = {"<!-- pedigree -->", "<details>", "<summary>", "</summary>", "</details>", "<br>", "<wbr>"}
      if set(tags) - known: wrong(path, set(tags) - known)
      if tags.count("<details>") != tags.count("</details>"): wrong(path, "unbalanced")
      if links: wrong(path, "links")
      if re.search(r"@\w", re.sub(r"`[^`]*`", "", text)): wrong(path, "a mention")
      if items != expected: wrong(path, items, "entries, not", expected)

    for path in sorted(glob.glob("*.json")):
      name = path[:-len("json")]
      report = json.load(open(path))
      findings, messages = report["findings"], len(report["diagnostics"])
      every = len(findings) + messages
      still = [f for f in findings if f["status"] in ("violated", "undetermined")]
      shown = every if name.startswith("audit-") else len(still) + messages
      fails = sum(entry["severity"] == "error" for entry in still + report["diagnostics"])
      check_sarif(name + "sarif", shown)
      check_github(name + "github", len(still) + messages)
      check_gitlab(name + "gitlab", len(still) + messages)
      check_junit(name + "junit", every, fails)
      check_markdown(name + "markdown", shown)
    """#
}
