import LicenseKnowledge
import Obligations
import Testing

/// Makers, services, terms and places under the names that people use.
@Suite struct KnowledgeNamesTests {
  private static let knowledge = Knowledge()
  private static let names = KnowledgeNames(knowledge)

  @Test(arguments: [
    ("OpenAI", "OpenAI"), ("openai", "OpenAI"), ("Open AI", "OpenAI"), ("OpenAI, Inc.", "OpenAI"),
    ("OpenAI OpCo, LLC", "OpenAI"), ("ChatGPT", "OpenAI"), ("GPT-4o", "OpenAI"), ("Google LLC", "Google"),
    ("Google DeepMind", "Google"), ("Meta Platforms, Inc.", "Meta"), ("meta-llama", "Meta"),
    ("Mistral AI SAS", "Mistral AI"), ("mistralai", "Mistral AI"), ("Black Forest Labs GmbH", "Black Forest Labs"),
  ])
  func `a maker is known by its company, its owner on the Hub and its products`(name: String, maker: String) {
    #expect(Self.names.maker(name) == maker)
  }

  @Test(arguments: ["*", "", "nobody", "Inc.", "OpenAI rivals", "Acme GmbH", "AI"])
  func `who is in no catalogue is nobody that is known`(name: String) {
    #expect(Self.names.maker(name) == nil)
  }

  @Test(arguments: [
    ("openai-api", "openai-api"), ("OpenAI API", "openai-api"), ("openai api", "openai-api"),
    ("Amazon Bedrock", "aws-bedrock"),
  ])
  func `a service is known by its id and its title`(name: String, service: String) {
    #expect(Self.names.service(name) == service)
    #expect(Self.names.service("\(name) of somebody else") == nil)
  }

  @Test(arguments: [
    ("openai-business-terms", "openai-business-terms"),
    ("openai-business-terms-2023-11-14", "openai-business-terms-2023-11-14"),
    ("OpenAI Business Terms", "openai-business-terms"),
  ])
  func `terms are known by a version, a series and their title`(name: String, terms: String) {
    #expect(Self.names.terms(name) == terms)
  }

  @Test(arguments: ["mit", "Apache-2.0", "llama-3.1", "cc-by-4.0"])
  func `a licence of a work is no terms of a service`(name: String) {
    #expect(Self.names.terms(name) == nil)
  }

  @Test(arguments: [
    ("DE", "DE"), ("gb", "GB"), ("UK", "GB"), ("United States", "US"), ("Türkiye", "TR"), ("EU", "EU"),
    ("european union", "EU"), ("worldwide", "worldwide"), ("NO", "NO"),
  ])
  func `a place is known by its code and its names`(name: String, code: String) {
    #expect(Self.names.place(name)?.code == code)
  }

  @Test(arguments: ["XX", "ZZ", "Utopia", "", "D"])
  func `what is no country is no place`(name: String) {
    #expect(Self.names.place(name) == nil)
  }

  @Test(arguments: [
    ("DE", "EU", true), ("EU", "FR", true), ("NO", "EU", false), ("worldwide", "CU", true), ("US", "worldwide", true),
    ("CH", "DE", false),
  ])
  func `places overlap where one is in the other`(place: String, other: String, overlap: Bool) {
    #expect(Self.names.place(place)?.overlaps(other) == overlap)
  }

  @Test func `every place and every maker that a licence speaks of is known`() {
    let spoken = Self.knowledge.licenseIDs.compactMap { Self.knowledge.license($0) }.flatMap(\.obligations)
      .compactMap(\.condition).flatMap { $0.names }
    #expect(spoken.count > 20)
    for (kind, name) in spoken {
      switch kind {
      case .maker: #expect(Self.names.maker(name) == name)
      case .place: #expect(Self.names.place(name)?.code == name)
      }
    }
  }
}

extension Condition {
  fileprivate enum NameKind { case maker, place }

  /// The makers and places that a condition names.
  fileprivate var names: [(NameKind, String)] {
    switch self {
    case .competesWith(let maker): [(.maker, maker)]
    case .domicile(let places), .territory(let places): places.map { (.place, $0) }
    case .all(let parts), .any(let parts): parts.flatMap(\.names)
    case .not(let part): part.names
    default: []
    }
  }
}
