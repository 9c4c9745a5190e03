import Compliance
import Obligations
import Testing

/// What a clause hangs on decides whom it reaches: use, derivation, outputs, and how the release goes out.
@Suite struct ClauseReachTests {
  /// A licence whose head and only obligation a test writes.
  private static func knowledge(
    _ head: String = "", when: String = "{ reached-by: [derivative] }", require: String = "{ never: yes }"
  ) -> [String: String] {
    [
      "models/own-1.yaml": """
      id: own-1
      title: The own-1 License
      binds: artefact
      \(head)
      obligations:
        - { kind: pay, modality: must, clause: '1', summary: do what the test wants, when: \(when), require: \(require) }
      """
    ]
  }

  private static func status(
    _ files: [String: String], source: String, more: String = "", card: String? = nil, about id: String = "own-1/pay"
  ) throws -> Status? {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      \(more.contains("release:") ? more : "release: { how: [weights] }\n\(more)")
      sources: { model: lab/base, license: own-1, \(source) }
      """
    return try Scenario.check(
      manifest, files: card.map { ["README.md": $0] } ?? [:], library: Scenario.library(files)
    ).status(id)
  }

  @Test(arguments: ["{ reached-by: [derivative, adapter] }", "{ reached-by: [use] }", "{ reached-by: adapter }"])
  func `what hangs on use holds for an adapter that is no derivative`(when: String) throws {
    let no = "interpret: { adapter-is-derivative: no }"
    #expect(try Self.status(Self.knowledge(when: when), source: "relation: adapter", more: no) == .violated)
    #expect(try Self.status(Self.knowledge(), source: "relation: adapter", more: no) != .violated)
  }

  @Test(arguments: ["derivatives: [derivative, adapter]", "derivatives: [derivative, adapter, output-trained]"])
  func `a text that speaks of adapters leaves no question of law`(head: String) throws {
    #expect(try Self.status(Self.knowledge(head), source: "relation: adapter") == .violated)
    #expect(try Self.status(Self.knowledge("derivatives: derivative"), source: "relation: adapter") == .undetermined)
  }

  @Test(arguments: [
    ("derivatives: [derivative, output-trained]", Status.violated), ("derivatives: derivative", .notTriggered),
    ("", .notTriggered),
  ]) func `outputs that somebody else obtained bind where the text makes them a derivative`(
    head: String, status: Status
  ) throws {
    let when = "{ reached-by: [derivative, output-trained] }"
    let files = Self.knowledge(head, when: head.contains("output") ? "{ reached-by: [derivative] }" : when)
    #expect(try Self.status(files, source: "relation: distilled, accepted-by: upstream") == status)
  }

  @Test(arguments: [
    ("relation: distilled", "text-generation", Status.violated),
    ("relation: distilled", "text-to-image", .notTriggered),
    ("relation: preference-by", "text-generation", .undetermined),
    ("relation: preference-by", "text-to-speech", .notTriggered), ("relation: finetune", "text-to-image", .violated),
  ]) func `only a model that performs similarly is a derivative by outputs`(
    source: String, task: String, status: Status
  ) throws {
    let files = Self.knowledge("derivatives: [derivative, output-trained]\nsimilar: language")
    #expect(try Self.status(files, source: source, card: "---\npipeline_tag: \(task)\n---\n# Thing\n") == status)
  }

  @Test(arguments: [
    ("finetune", Status.violated), ("quantized", .violated), ("distilled", .notTriggered),
    ("distilled }\n  - { model: lab/base, relation: finetune", .violated),
  ]) func `what hangs on the weights themselves holds whatever else was taken`(source: String, status: Status) throws {
    let files = Self.knowledge("derivatives: [derivative, output-trained]", when: "{ reached-by: [weights] }")
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      release: { how: [weights] }
      sources:
        - { model: lab/base, license: own-1, relation: \(source) }
      """
    #expect(try Scenario.check(manifest, library: Scenario.library(files)).status("own-1/pay") == status)
  }

  @Test(arguments: [
    ("text-generation", Status.violated), ("text-to-image", .notTriggered), ("robotics", .undetermined),
  ]) func `a clause about one kind of model hangs on what the card says the release does`(
    task: String, status: Status
  ) throws {
    let files = Self.knowledge(when: "{ release-kind: [language] }")
    let card = "---\npipeline_tag: \(task)\n---\n# Thing\n"
    #expect(try Self.status(files, source: "relation: finetune", card: card) == status)
    #expect(try Self.status(files, source: "relation: finetune", card: "# Thing\n") == .violated)
  }

  @Test(arguments: [
    ("harbour/tern", "finetune", Status.notTriggered), ("harbour/tern", "adapter", .undetermined),
    ("harbour/tern", "distilled", .violated), ("other/tern", "finetune", .violated),
  ]) func `a clause may except what is made from the weights of its maker`(
    id: String, relation: String, status: Status
  ) throws {
    var files = Self.knowledge(when: "{ reached-by: [use], not: { derivative-of: Harbour Labs } }")
    files["catalog/models/harbour.yaml"] = "maker: Harbour Labs\nmodels:\n  - id: harbour/tern\n    license: MIT\n"
    let more = "release: { how: [weights] }"
    let source = "relation: finetune }\n  - { model: \(id), license: mit, relation: \(relation)"
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      \(more)
      sources:
        - { model: lab/base, license: own-1, \(source) }
      """
    #expect(try Scenario.check(manifest, library: Scenario.library(files)).status("own-1/pay") == status)
  }

  @Test(arguments: [("converted", Status.notTriggered), ("quantized", .undetermined), ("finetune", .violated)])
  func `a copy in another format is no adaptation`(relation: String, status: Status) throws {
    let files = Self.knowledge(when: "{ reached-by: [derivative], reformatted: no }")
    #expect(try Self.status(files, source: "relation: \(relation)") == status)
  }

  @Test(arguments: [
    ("lab/base", Status.undetermined), ("lab/base-Large", .violated), ("lab/base-Small", .notTriggered),
  ])
  func `a model of which the name tells nothing is open`(name: String, status: Status) throws {
    let files = Self.knowledge(
      when: "{ reached-by: [use], source-name: [\"*-Large*\"], other-source-names: [\"*-Small*\"] }")
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      sources: { model: \(name), license: own-1, relation: finetune }
      """
    #expect(try Scenario.check(manifest, library: Scenario.library(files)).status("own-1/pay") == status)
  }

  @Test(arguments: [
    ("40", Status.undetermined), ("{ 2024-02-03: 1001 }", .violated),
    ("{ 2024-02-03: 1000, at-release: 5000 }", .notTriggered),
  ]) func `a threshold of a day is asked for that day`(users: String, status: Status) throws {
    let files = Self.knowledge(when: "{ scale: { monthly-active-users: 1000, on: 2024-02-03 } }")
    let release = "release: { how: [weights], monthly-active-users: \(users) }"
    #expect(try Self.status(files, source: "relation: finetune", more: release) == status)
  }

  @Test(arguments: [
    ("mit", Status.violated), ("gpl-3.0", .violated), ("cc-by-nc-4.0", .violated), ("mpl-2.0", .violated),
    ("cc-by-sa-4.0", .violated), ("own-1", .satisfied),
  ]) func `a licence to which nobody may add limits drops those that it lacks`(license: String, status: Status) throws {
    let head = """
      carries: [use-restrictions]
      outbound: { clause: '2', summary: keep it, when: { reached-by: [derivative] }, keeps: [use-restrictions] }
      """
    let manifest = """
      model: { name: acme/thing-7b, license: \(license) }
      release: { how: [weights] }
      sources: { model: lab/base, license: own-1, relation: finetune }
      """
    let report = try Scenario.check(manifest, library: Scenario.library(Self.knowledge(head)))
    #expect(report.status("own-1/outbound-license") == status)
  }

  @Test(arguments: [("GPL-3.0", "mit"), ("MPL-2.0", "apache-2.0"), ("CC-BY-SA-4.0", "mit"), ("CC-BY-NC-4.0", "mit")])
  func `who only hosts a model hands nothing out under another licence`(source: String, license: String) throws {
    func check(_ form: String) throws -> Status? {
      let manifest = """
        model: { name: acme/thing-7b, license: \(license) }
        release: { how: [\(form)] }
        sources: { model: lab/base, license: \(source), relation: finetune }
        """
      return try Scenario.check(manifest).status("\(source)/outbound-license")
    }
    #expect(try check("weights") == .violated)
    #expect(try check("hosted") == .notTriggered)
  }
}
