import Compliance
import Obligations
import Provenance
import Testing

/// Answers before the work is done: a release with one source, weighed under every way in which open facts turn out.
@Suite struct AdviceTests {
  private static func ask(
    _ relation: Relation, _ name: String, _ fill: (inout Ask) -> Void = { _ in }
  ) throws -> Advice {
    var ask = Ask([Ask.Source(relation, name)])
    fill(&ask)
    return Adviser(today: nil).advise(
      on: Assessment(try ask.project(in: Scenario.embedded), library: Scenario.embedded))
  }

  private static func outputs(_ ask: inout Ask) {
    (ask.service, ask.acceptedBy) = ("openai-api", .us)
    (ask.from, ask.until) = (CalendarDate("2024-06-01"), CalendarDate("2024-07-01"))
    (ask.forms, ask.commercial) = ([.weights], true)
  }

  @Test func `outputs for a rival are forbidden, for others allowed, and else it depends`() throws {
    let rival = try Self.ask(.distilled, "openai/gpt-4o") {
      Self.outputs(&$0)
      $0.competesWith = ["OpenAI"]
    }
    #expect(rival.answer == .no)
    #expect(rival.because.map(\.clause) == ["2(e)"])
    #expect(rival.settle.isEmpty)
    let friend = try Self.ask(.distilled, "openai/gpt-4o") {
      Self.outputs(&$0)
      $0.competesWith = []
    }
    #expect(friend.answer == .yes)
    #expect(!friend.conduct.isEmpty)
    let open = try Self.ask(.distilled, "openai/gpt-4o") { Self.outputs(&$0) }
    #expect(open.answer == .unknown)
    let fact = try #require(open.settle.first { $0.fact == "licensee.competes-with.OpenAI" })
    #expect(fact.outcomes.map(\.answer) == [.no, .yes])
    #expect(fact.outcomes.map(\.option) == ["--competes-with OpenAI", "--competes-with none"])
  }

  @Test func `terms that somebody else accepted bind and allow nothing here`() throws {
    let advice = try Self.ask(.distilled, "openai/gpt-4o") {
      Self.outputs(&$0)
      ($0.acceptedBy, $0.competesWith) = (.upstream, ["OpenAI"])
    }
    #expect(advice.answer.allows)
    #expect(advice.because.isEmpty)
  }

  /// Names that people use, with what they stand for.
  private static let names: [(relation: Relation, name: String, source: String)] = [
    (.finetune, "Llama 3.1 70B", "meta-llama/Llama-3.1-70B"), (.distilled, "GPT-4o through Azure", "openai/gpt-4o"),
    (.distilled, "Claude via the Anthropic API", "anthropic/claude"), (.trainedOn, "LAION-5B", "laion/laion5B-index"),
  ]

  @Test(arguments: names) func `a source goes by any name that people use`(
    relation: Relation, name: String, source: String
  ) throws {
    let project = try Ask([Ask.Source(relation, name)]).project(in: Scenario.embedded)
    let nodes = Assessment(project, library: Scenario.embedded)
    #expect(project.lineage.nodes.dropFirst().first?.id.text == source)
    #expect(nodes.release == "")
  }

  @Test func `a name that is not understood is a mistake of its option`() throws {
    var ask = Ask([Ask.Source(.finetune, "lab/base")])
    (ask.domicile, ask.competesWith) = ("Atlantis", ["OpenAl"])
    let error = #expect(throws: AskError.self) { _ = try ask.project(in: Scenario.embedded) }
    guard case .mistakes(let mistakes)? = error else {
      Issue.record("no mistakes")
      return
    }
    #expect(mistakes.map(\.option) == ["--domicile", "--competes-with"])
  }

  @Test func `a name with quotation marks and line breaks stays a name`() throws {
    let name = "lab/\"a\\b\"\n  license: MIT"
    let project = try Ask([Ask.Source(.finetune, name)]).project(in: Scenario.embedded)
    #expect(project.lineage.nodes.dropFirst().map(\.licenses.isEmpty) == [true])
  }

  @Test func `a source under no known licence is never a yes`() throws {
    let advice = try Self.ask(.finetune, "lab/nobody-knows-it") { ($0.forms, $0.commercial) = ([.internal], false) }
    #expect(advice.answer == .unknown)
    #expect(advice.settle.map(\.fact) == ["license.lab/nobody-knows-it"])
  }

  @Test func `a licence that has to be asked for is a no`() throws {
    let large = try Self.ask(.finetune, "meta-llama/Llama-3.1-8B") {
      ($0.forms, $0.commercial, $0.measures) = ([.weights], true, [.monthlyActiveUsers: 800_000_000])
    }
    #expect(large.answer == .no)
    #expect(large.because.map(\.kind) == [.obligation(.separateLicense)])
  }

  @Test func `a proposal that clashes is a condition, and not a no`() throws {
    let advice = try Self.ask(.finetune, "lab/base") {
      ($0.sourceLicense, $0.license) = ("CC-BY-SA-4.0", "MIT")
      ($0.forms, $0.commercial) = ([.weights], true)
    }
    #expect(advice.answer == .yesIf)
    #expect(advice.conditions.contains { $0.kind == .obligation(.shareAlike) && $0.met == .no })
  }

  @Test func `no licence that was not proposed clashes`() throws {
    let advice = try Self.ask(.finetune, "lab/base") {
      ($0.sourceLicense, $0.forms, $0.commercial) = ("CC-BY-NC-4.0", [.internal], false)
    }
    #expect(advice.conditions.allSatisfy { $0.kind != .outboundLicense })
  }

  @Test func `where every way of settling the facts comes to the same, the facts don't matter`() throws {
    let library = Scenario.library([
      "models/own-1.yaml": """
      id: own-1
      title: The own-1 License
      binds: artefact
      obligations:
        - kind: modify
          modality: must-not
          clause: '1'
          summary: don't change it
          when: { reached-by: [use], any: [{ commercial: yes }, { not: { commercial: yes } }] }
          require: { never: yes }
      """
    ])
    var ask = Ask([Ask.Source(.finetune, "lab/base")])
    ask.sourceLicense = "own-1"
    let advice = Adviser(today: nil).advise(on: Assessment(try ask.project(in: library), library: library))
    #expect(advice.answer == .no)
  }
}
