import TestSupport
import Testing

/// What SPDX asks for in words, and neither its schema nor its model enforces.
@Suite struct SPDXExportTests {
  /// The elements of a document.
  private struct Document {
    let elements: [JSONObject]

    init(_ text: String) throws { elements = try ExportedGraph.object(text).objects("@graph") }

    func of(_ type: String) -> [JSONObject] { elements.filter { $0.text("type") == type } }

    var packages: [JSONObject] { ["ai_AIPackage", "dataset_DatasetPackage", "software_Package"].flatMap(of) }

    /// Relationships of a type that go out from an element.
    func relationships(_ type: String, from id: String?) -> [JSONObject] {
      of("Relationship").filter { $0.text("relationshipType") == type && $0.text("from") == id }
    }

    /// The expression that is an artefact's declared or concluded licence; nil where nothing is asserted.
    func license(_ type: String, of name: String) -> String? {
      let package = packages.first { $0.text("name") == name }
      let license = relationships(type, from: package?.text("spdxId")).first?.texts("to").first
      return of("simplelicensing_LicenseExpression").first { $0.text("spdxId") == license }?
        .text("simplelicensing_licenseExpression")
    }
  }

  private static func document(_ manifest: String) throws -> Document {
    try Document(ExportedGraph.text("spdx", manifest: manifest))
  }

  private static func all() throws -> [(name: String, document: Document)] {
    try Repository.sampleNames.map { ($0, try Document(ExportedGraph.text("spdx", sample: $0))) }
      + [("hostile names", try document(ExportedGraph.hostile))]
  }

  @Test func `every package has one declared and one concluded licence, and a purpose`() throws {
    for (name, document) in try Self.all() {
      #expect(!document.packages.isEmpty)
      for package in document.packages {
        for type in ["hasDeclaredLicense", "hasConcludedLicense"] {
          let licenses = document.relationships(type, from: package.text("spdxId"))
          #expect(licenses.count == 1 && licenses.allSatisfy { $0.texts("to").count == 1 }, "\(name): \(type)")
        }
        #expect(package.has("software_primaryPurpose"), "\(name)")
        let needsType = package.text("type") == "dataset_DatasetPackage"
        #expect(package.texts("dataset_datasetType").isEmpty == !needsType, "\(name)")
      }
    }
  }

  @Test func `a profile is claimed only where its demands are met`() throws {
    for (name, document) in try Self.all() {
      let claimed = document.of("SpdxDocument").flatMap { $0.texts("profileConformance") }
      #expect(claimed.contains("core"))
      let needs = [
        ("ai", "ai_AIPackage", ["suppliedBy", "releaseTime", "software_downloadLocation", "software_packageVersion"]),
        (
          "dataset", "dataset_DatasetPackage",
          ["originatedBy", "builtTime", "releaseTime", "software_downloadLocation"]
        ),
      ]
      for (profile, type, keys) in needs where claimed.contains(profile) {
        #expect(document.of(type).allSatisfy { package in keys.allSatisfy(package.has) }, "\(name): \(profile)")
      }
    }
  }

  @Test func `every id stands once and every reference leads to one`() throws {
    for (name, document) in try Self.all() {
      let ids = document.elements.compactMap { $0.text("spdxId") }
      #expect(Set(ids).count == ids.count, "\(name)")
      let elsewhere = "https://spdx.org/rdf/3.0.1/terms/"
      let used = document.elements.flatMap { element in
        ["from", "to", "suppliedBy", "originatedBy", "rootElement", "element", "value", "createdBy"]
          .flatMap { element.all($0) }
      }.filter { !$0.hasPrefix(elsewhere) }
      #expect(Set(used).subtracting(ids) == [], "\(name)")
    }
  }

  @Test func `licences outside of SPDX's list have names that SPDX allows, each its own text`() throws {
    for (name, document) in try Self.all() {
      var texts: [String: String] = [:]
      for expression in document.of("simplelicensing_LicenseExpression") {
        let words = (expression.text("simplelicensing_licenseExpression") ?? "")
          .split { " ()".contains($0) }.map(String.init)
        let own = words.filter { $0.hasPrefix("LicenseRef-") }
        #expect(own.allSatisfy { $0.wholeMatch(of: /LicenseRef-[A-Za-z0-9.-]+/) != nil }, "\(name): \(own)")
        let entries = expression.objects("simplelicensing_customIdToUri")
        #expect(Set(entries.compactMap { $0.text("key") }) == Set(own), "\(name)")
        for entry in entries { texts[entry.text("key") ?? ""] = entry.text("value") }
      }
      #expect(Set(texts.values).count == texts.count, "\(name): two licences share a text")
    }
  }

  @Test(arguments: [
    ("license: apache-2.0", "Apache-2.0", "Apache-2.0"),
    ("license: llama3.1", "LicenseRef-llama-3.1", "LicenseRef-llama-3.1"),
    ("license: 'mit OR apache-2.0'", "MIT OR Apache-2.0", "MIT OR Apache-2.0"),
    ("license: 'what we like'", "LicenseRef-what-we-like", nil),
    ("license: gpl", nil, nil),
    ("license: 'MIT AND llama3.1'", "MIT AND LicenseRef-llama-3.1", "MIT AND LicenseRef-llama-3.1"),
  ])
  func `a licence is concluded where it is known what its name stands for`(
    line: String, declared: String?, concluded: String?
  ) throws {
    let document = try Self.document("pedigree: 1\nmodel: { name: acme/x, \(line) }\nsources: []\n")
    #expect(document.license("hasDeclaredLicense", of: "acme/x") == declared)
    #expect(document.license("hasConcludedLicense", of: "acme/x") == concluded)
  }

  @Test func `an artefact without a licence asserts none`() throws {
    let document = try Self.document(
      "pedigree: 1\nmodel: { name: acme/x, license: mit }\nsources: [{ model: acme/base, relation: finetune }]\n")
    #expect(document.license("hasDeclaredLicense", of: "acme/base") == nil)
    #expect(document.license("hasConcludedLicense", of: "acme/base") == nil)
  }

  private static let sources = """
    pedigree: 1
    model: { name: acme/x, license: mit }
    release: { date: 2025-03-01 }
    sources:
      - { model: acme/base, relation: quantized }
      - { model: acme/teacher, relation: distilled }
      - { dataset: acme/exam, relation: evaluated-with }
      - dataset: acme/words
        relation: trained-on
        sources: [{ model: acme/writer, relation: generated-by }]
      - { dataset: acme/more-words, relation: trained-on }

    """

  @Test func `steps have SPDX's words, and ours beside`() throws {
    let document = try Self.document(Self.sources)
    let names = Dictionary(
      uniqueKeysWithValues: document.packages.map { ($0.text("spdxId") ?? "", $0.text("name") ?? "") })
    let steps = document.of("Relationship").filter { !($0.text("relationshipType") ?? "").hasSuffix("License") }.map {
      "\(names[$0.text("from") ?? ""] ?? "") \($0.text("relationshipType") ?? "") "
        + "\($0.texts("to").map { names[$0] ?? "" }.joined(separator: ", ")): \($0.text("comment")?.prefix { $0 != ":" } ?? "")"
    }
    #expect(
      steps.sorted() == [
        "acme/writer generates acme/words: generated-by",
        "acme/x descendantOf acme/base: quantized",
        "acme/x other acme/teacher: distilled",
        "acme/x testedOn acme/exam: evaluated-with",
        "acme/x trainedOn acme/words, acme/more-words: trained-on",
      ])
  }

  @Test(arguments: [("", []), ("complete: no\n", []), ("complete: yes\n", ["acme/x"])])
  func `a list of sources is complete only where the manifest says so, and only the release's own`(
    line: String, expected: [String]
  ) throws {
    let document = try Self.document(Self.sources + line)
    let complete = document.of("Relationship").filter { $0.text("completeness") == "complete" }
    let from = document.packages.filter { package in
      complete.contains { $0.text("from") == package.text("spdxId") }
    }
    #expect(from.compactMap { $0.text("name") } == expected)
  }

  @Test func `a document is of the release's day, else of the day of the check`() throws {
    func created(_ manifest: String) throws -> [String?] {
      let run = try Pedigree.run(
        "graph", "--format", "spdx", files: ["pedigree.yaml": manifest],
        environment: ["SOURCE_DATE_EPOCH": "1700000000"])
      return try Document(run.output).of("CreationInfo").map { $0.text("created") }
    }
    let undated = "pedigree: 1\nmodel: { name: acme/x, license: mit }\nsources: []\n"
    #expect(try created(Self.sources) == ["2025-03-01T00:00:00Z"])
    #expect(try created(undated) == ["2023-11-14T00:00:00Z"])
  }
}
