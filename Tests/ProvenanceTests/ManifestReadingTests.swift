import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

/// Every key of the manifest is read, and every fact knows where it stands.
@Suite struct ManifestReadingTests {
  private func read(_ marked: MarkedText) throws -> Manifest {
    var reader = ManifestReader()
    let manifest = reader.read(marked.file)
    #expect(reader.diagnostics.map(\.place) == [])
    return try #require(manifest)
  }

  @Test func `reads the model`() throws {
    let marked = MarkedText("pedigree: 1\nmodel: { name: «acme/Größe-8B», license: «llama3.1», card: «README.md» }\n")
    let manifest = try read(marked)
    let facts = [manifest.name, manifest.license, manifest.card]
    #expect(facts.map { $0?.value } == ["acme/Größe-8B", "llama3.1", "README.md"])
    #expect(facts.compactMap { $0?.location.place } == marked.places)
  }

  @Test func `reads how the release goes out`() throws {
    let marked = MarkedText(
      """
      pedigree: 1
      release:
        how: «[weights, hosted, product, internal]»
        commercial: «yes»
        date: «2025-03-01»
        monthly-active-users: «40_000»
        annual-revenue-usd: «2000000»
        territories: «[worldwide]»
      """)
    let release = try read(marked).release
    #expect(release.forms?.value == [.weights, .hosted, .product, .internal])
    #expect(release.commercial?.value == true)
    #expect(release.date?.value.description == "2025-03-01")
    #expect(release.measures[.monthlyActiveUsers]?.value == 40_000)
    #expect(release.measures[.annualRevenueUSD]?.value == 2_000_000)
    #expect(release.territories?.value == [.worldwide])
    let places = [
      release.forms?.location, release.commercial?.location, release.date?.location,
      release.measures[.monthlyActiveUsers]?.location, release.measures[.annualRevenueUSD]?.location,
      release.territories?.location,
    ]
    #expect(places.compactMap { $0?.place } == marked.places)
  }

  @Test func `reads who makes the release`() throws {
    let marked = MarkedText(
      "pedigree: 1\nlicensee: { name: «Acme GmbH», domicile: «DE», competes-with: «[OpenAI, Meta]» }\n")
    let licensee = try read(marked).licensee
    #expect(licensee.name?.value == "Acme GmbH")
    #expect(licensee.domicile?.value.code == "DE")
    #expect(licensee.competesWith?.value == ["OpenAI", "Meta"])
    let places = [licensee.name?.location, licensee.domicile?.location, licensee.competesWith?.location]
    #expect(places.compactMap { $0?.place } == marked.places)
  }

  @Test func `tells competing with nobody from not saying`() throws {
    #expect(try read(MarkedText("pedigree: 1\nlicensee: { competes-with: [] }")).licensee.competesWith?.value == [])
    #expect(try read(MarkedText("pedigree: 1\nlicensee: { name: A }")).licensee.competesWith?.value == nil)
  }

  @Test func `reads a source with everything that can be said of it`() throws {
    let marked = MarkedText(
      """
      pedigree: 1
      sources:
        - model: «openai/gpt-4o»
          relation: «distilled»
          license: «proprietary»
          service: openai-api
          terms: openai-business-terms
          from: 2024-05-01
          to: 2024-07-31
          accepted-by: us
          samples: 800000
      """)
    let source = try #require(try read(marked).sources.first)
    #expect(source.kind == .model)
    #expect([source.id.value, source.relation.value.rawValue] == ["openai/gpt-4o", "distilled"])
    #expect(
      [source.id.location, source.relation.location, source.license?.location].compactMap { $0?.place }
        == marked.places)
    #expect(source.acquisition.service == "openai-api")
    #expect(source.acquisition.terms == "openai-business-terms")
    #expect(source.acquisition.days == DateWindow(from: CalendarDate("2024-05-01"), until: CalendarDate("2024-07-31")))
    #expect(source.acquisition.acceptedBy == .us)
    #expect(source.acquisition.samples == 800_000)
    #expect(source.acquisition.location?.start.line == 3)
  }

  @Test(arguments: Relation.allCases)
  func `knows every relation`(_ relation: Relation) throws {
    let text = "pedigree: 1\nsources: [{ model: a/b, relation: \(relation.rawValue) }]"
    #expect(try read(MarkedText(text)).sources.map(\.relation.value) == [relation])
  }

  @Test(arguments: ArtefactKind.allCases)
  func `takes a source of every kind`(_ kind: ArtefactKind) throws {
    let source = try read(MarkedText("pedigree: 1\nsources: [{ \(kind.rawValue): x, relation: generated-by }]"))
      .sources.first
    #expect(source?.kind == kind)
    #expect(source?.id.value == "x")
  }

  @Test func `reads the sources of a source`() throws {
    let manifest = try read(
      MarkedText(
        """
        pedigree: 1
        sources:
          - dataset: tatsu-lab/alpaca
            relation: trained-on
            sources:
              - { model: openai/text-davinci-003, relation: generated-by, accepted-by: upstream, samples: 0 }
        """))
    let inner = try #require(manifest.sources.first?.sources.first)
    #expect(inner.id.value == "openai/text-davinci-003")
    #expect(inner.acquisition.acceptedBy == .upstream)
    #expect(inner.acquisition.samples == 0)
  }

  @Test func `reads documents, answers and completeness`() throws {
    let marked = MarkedText(
      """
      pedigree: 1
      documents: [«README.md», «docs/»]
      interpret: { adapter-is-derivative: «yes», outputs-are-works: «no» }
      complete: «true»
      """)
    let manifest = try read(marked)
    #expect(manifest.documents.map(\.value) == ["README.md", "docs/"])
    #expect(manifest.interpretations["adapter-is-derivative"]?.value == true)
    #expect(manifest.interpretations["outputs-are-works"]?.value == false)
    #expect(manifest.complete?.value == true)
    let answers = ["adapter-is-derivative", "outputs-are-works"].map { manifest.interpretations[$0]?.location }
    let places = manifest.documents.map(\.location.place) + answers.compactMap { $0?.place }
    #expect(places + [manifest.complete?.location.place] == marked.places)
  }

  @Test func `reads attestations and waivers`() throws {
    let marked = MarkedText(
      """
      pedigree: 1
      attest:
        - { obligation: «a/b», statement: looked at it, by: jane@acme.example, date: 2025-02-28, expires: 2026-01-31 }
      waive:
        - { finding: «c/d», source: «e/f», text: «00ff», reason: license-acquired, note: bought, by: joe, expires: 2026-06-30 }
      """)
    let manifest = try read(marked)
    let word = try #require(manifest.attestations.first)
    #expect([word.target.finding.value, word.statement, word.by] == ["a/b", "looked at it", "jane@acme.example"])
    #expect(word.date?.description == "2025-02-28")
    #expect(word.target.expires?.description == "2026-01-31")
    let waiver = try #require(manifest.waivers.first)
    #expect([waiver.target.finding.value, waiver.note, waiver.by] == ["c/d", "bought", "joe"])
    #expect(waiver.reason == .licenseAcquired)
    #expect(waiver.target.expires?.description == "2026-06-30")
    let facts = [word.target.finding, waiver.target.finding, waiver.target.source, waiver.target.text]
    #expect(facts.compactMap { $0?.location.place } == marked.places)
  }

  @Test(arguments: Waiver.Reason.allCases)
  func `knows every reason for a waiver`(_ reason: Waiver.Reason) throws {
    let text = "pedigree: 1\nwaive: [{ finding: a/b, reason: \(reason.rawValue), by: joe }]"
    #expect(try read(MarkedText(text)).waivers.map(\.reason) == [reason])
  }

  @Test(arguments: [("model", ArtefactKind.model), ("dataset", .dataset)])
  func `a model or a dataset is what is released`(key: String, kind: ArtefactKind) throws {
    let manifest = try read(MarkedText("pedigree: 1\n\(key): { name: acme/x, license: mit, card: CARD.md }"))
    #expect(manifest.kind == kind)
    #expect([manifest.name, manifest.license, manifest.card].map { $0?.value } == ["acme/x", "mit", "CARD.md"])
  }

  @Test(arguments: LicenseGrounds.Basis.allCases)
  func `a licence that was agreed on says why it counts`(_ basis: LicenseGrounds.Basis) throws {
    let text = """
      pedigree: 1
      sources:
        - { model: a/b, relation: merge, license: mit, license-basis: \(basis.rawValue), by: joe, evidence: letter 7, own: no }
      """
    let source = try #require(try read(MarkedText(text)).sources.first)
    #expect(source.grounds == LicenseGrounds(basis: basis, by: "joe", evidence: "letter 7"))
    #expect(source.isOwn?.value == false)
  }

  @Test(arguments: [
    ("model: gpt-4", "openai/gpt-4"), ("model: OpenAI GPT-4", "openai/gpt-4"), ("model: GPT 4", "openai/gpt-4"),
    ("model: Llama-3.1-8B", "meta-llama/Llama-3.1-8B"), ("model: meta-llama/llama3.1", "meta-llama/Llama-3.1"),
    ("model: acme/gpt-4", "acme/gpt-4"), ("model: our-own-base", "our-own-base"), ("model: other:gpt-5ish", "gpt-5ish"),
    ("dataset: ShareGPT", "sharegpt/sharegpt"), ("dataset: support-chats", "support-chats"),
    ("code: gpt-4", "gpt-4"),
  ])
  func `an artefact is found under the names that prose knows it by`(written: String, id: String) throws {
    let manifest = try read(MarkedText("pedigree: 1\nsources: { \(written), relation: generated-by }"))
    #expect(manifest.sources.map(\.id.value) == [id])
  }

  @Test(arguments: [("Germany", "DE"), ("de", "DE")])
  func `a country is found under its name and code`(written: String, code: String) throws {
    let licensee = try read(MarkedText("pedigree: 1\nlicensee: { domicile: \(written) }")).licensee
    #expect(licensee.domicile?.value == Place(code, related: ["EU"]))
  }

  @Test func `somebody in no catalogue is named on purpose`() throws {
    let licensee = try read(MarkedText("pedigree: 1\nlicensee: { competes-with: [other:Acme, openai] }")).licensee
    #expect(licensee.competesWith?.value == ["Acme", "OpenAI"])
  }

  @Test func `takes nothing for said that is not`() throws {
    let manifest = try read(MarkedText("pedigree: 1\nmodel:\nrelease: { commercial: , date: ~ }\ncomplete:\n"))
    #expect(manifest.name == nil)
    #expect(manifest.release.commercial == nil)
    #expect(manifest.release.date == nil)
    #expect(manifest.complete == nil)
  }
}
