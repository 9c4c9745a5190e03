import Compliance
import Diagnostics
import Testing

/// Nobody but the licensor relicenses: what a project says of somebody else's work never replaces what is known of it.
@Suite struct LicensorTests {
  private static let library = Scenario.library([
    "models/harbour-1.yaml": license("harbour-1"), "models/harbour-2.yaml": license("harbour-2"),
    "catalog/models/harbour.yaml":
      """
    maker: Harbour Labs
    models:
      - id: harbour/tide-7b
        license: harbour-1
      - id: harbour/choice-7b
        license: [harbour-1, harbour-2]
      - id: "harbour/family-*"
        license: harbour-1
      - id: harbour/listed-7b
        license: harbour-1
    """,
    "catalog/datasets.yaml":
      """
    datasets:
      - id: harbour/shells
        license: harbour-1
    """,
  ])

  private static func license(_ id: String) -> String {
    """
    id: \(id)
    title: The \(id) License
    maker: Harbour Labs
    binds: artefact
    proprietary: yes
    obligations:
      - kind: commercial-use
        modality: must-not
        clause: '3'
        summary: no commercial use of \(id)
        when: { reached-by: [derivative, data, data-trained], commercial: yes }
        require: { never: yes }
    """
  }

  private static func check(
    _ source: String, licensee: String = "Acme", name: String = "acme/thing-7b", files: [String: String] = [:]
  ) throws -> Report {
    let manifest = """
      model: { name: \(name), license: mit }
      release: { how: [weights], commercial: true }
      licensee: { name: \(licensee) }
      sources: { \(source) }
      complete: yes
      """
    return try Scenario.check(manifest, files: files, library: library)
  }

  @Test(arguments: [
    "model: harbour/tide-7b, relation: finetune, license: mit",
    "model: harbour/family-2b, relation: quantized, license: apache-2.0",
    "dataset: harbour/shells, relation: trained-on, license: cc-by-4.0",
  ])
  func `another licence than the licensor's is a conflict and silences nothing`(source: String) throws {
    let report = try Self.check(source)
    #expect(report.status("harbour-1/commercial-use") == .undetermined)
    let conflict = try #require(report.findings("declaration-conflict").first)
    #expect(conflict.status == .violated)
    #expect(
      Set(conflict.evidence.compactMap(\.location?.path)) == ["pedigree.yaml", conflict.evidence[1].location?.path])
  }

  @Test(arguments: ["other", "unknown", "gpl"])
  func `a licence that names none leaves the licensor's as it is`(license: String) throws {
    let report = try Self.check("model: harbour/tide-7b, relation: finetune, license: \(license)")
    #expect(report.status("harbour-1/commercial-use") == .violated)
    #expect(report.findings("declaration-conflict").isEmpty)
  }

  @Test(arguments: ["xyz", "Acme Terms 7", "no licence that anybody knows"])
  func `a name that nobody knows may be another licence`(license: String) throws {
    let report = try Self.check("model: harbour/tide-7b, relation: finetune, license: \(license)")
    #expect(report.status("harbour-1/commercial-use") == .undetermined)
    #expect(report.findings("declaration-conflict").map(\.status) == [.undetermined])
  }

  @Test(arguments: ["negotiated", "dual", "licensor"])
  func `a licence with its reason counts alone`(basis: String) throws {
    let grounds = "license: mit, license-basis: \(basis), by: jane@acme.example, evidence: contract 12"
    let report = try Self.check("model: harbour/tide-7b, relation: finetune, \(grounds)")
    #expect(report.findings("harbour-1/commercial-use").isEmpty)
    #expect(report.findings("declaration-conflict").isEmpty)
  }

  @Test func `one of the licences that the licensor offers may be chosen`() throws {
    let report = try Self.check("model: harbour/choice-7b, relation: finetune, license: harbour-2")
    #expect(report.findings("harbour-1/commercial-use").isEmpty)
    #expect(report.status("harbour-2/commercial-use") == .violated)
    #expect(report.findings("declaration-conflict").isEmpty)
  }

  @Test func `a third party cannot relicense what it made from somebody else's work`() throws {
    let report = try Self.check(
      "model: other/child, relation: finetune, license: mit, sources: { model: harbour/tide-7b, relation: finetune }")
    #expect(report.status("harbour-1/commercial-use") == .violated)
  }

  @Test(arguments: [("acme/base-7b", Status.notTriggered), ("other/base-7b", .notTriggered)])
  func `nothing is owed to oneself`(id: String, status: Status) throws {
    let report = try Self.check("model: \(id), relation: finetune, license: harbour-1, own: yes")
    #expect(report.status("harbour-1/commercial-use") == status)
    #expect(report.findings("unknown-license").isEmpty)
  }

  @Test(arguments: ["acme/base-7b", "other/base-7b", "base-7b"])
  func `what is one's own needs no licence`(id: String) throws {
    let open = try Self.check("model: \(id), relation: finetune, own: yes").findings.filter {
      $0.status == .violated || $0.status == .undetermined
    }
    #expect(open.map(\.id) == [])
  }

  @Test(arguments: [("Acme", Status.undetermined), ("Harbour Labs", nil)])
  func `only its maker calls a known model its own`(licensee: String, status: Status?) throws {
    let report = try Self.check("model: harbour/tide-7b, relation: finetune, own: yes", licensee: licensee)
    #expect(report.status("harbour-1/commercial-use") == status)
    #expect(report.findings("declaration-conflict").isEmpty == (licensee != "Acme"))
  }

  @Test(arguments: [
    ("acme/tide-7b", "Acme", Status.violated), ("harbour/mine-7b", "Acme", .undetermined),
    ("harbour/family-9b", "Acme", .undetermined), ("harbour/family-9b", "Harbour Labs", nil),
  ])
  func `a release that is called as a maker's keeps its ancestors`(
    name: String, licensee: String, status: Status?
  ) throws {
    let report = try Self.check("model: harbour/tide-7b, relation: finetune", licensee: licensee, name: name)
    #expect(report.status("harbour-1/commercial-use") == status)
  }
}
