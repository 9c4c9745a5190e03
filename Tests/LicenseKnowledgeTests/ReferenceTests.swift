import Diagnostics
import Obligations
import TestSupport
import Testing
import YAMLSource

@testable import LicenseKnowledge

/// What one knowledge file says about another has to be there.
@Suite struct ReferenceTests {
  private static let knowledge = KnowledgeLintTests.knowledge

  /// The licences and terms as they are decoded.
  private static let licenses = knowledge.licenseIDs.compactMap { knowledge.license($0) }

  @Test func `texts that others are made of or go together with are held`() {
    var dangling: [String] = []
    for license in Self.licenses {
      var ids = license.incorporates + license.outbound.flatMap(\.compatible)
      for obligation in license.obligations {
        if case .outboundLicense(let accepted) = obligation.requirement { ids += accepted }
        for case .derivativeUnder(let others) in obligation.condition?.parts ?? [] { ids += others }
      }
      dangling += ids.filter { !Self.isRecognised($0) }.map { "\(license.id) → \($0)" }
      dangling += license.incorporates.filter { Self.knowledge.license($0) == nil }.map { "\(license.id) ⊃ \($0)" }
    }
    #expect(dangling == [])
  }

  /// Else a further way in which a source was used would silence what is owed for the first.
  @Test func `no clause hangs on a source not having been used in some way`() {
    for license in Self.licenses {
      let rules = license.outbound.map { ($0.clause, $0.condition) }
      let clauses = license.obligations.compactMap { clause in clause.condition.map { (clause.clause, $0) } }
      for (clause, condition) in rules + clauses {
        for case .not(let part) in condition.parts {
          let isReach = part.parts.contains { if case .reachedBy = $0 { true } else { false } }
          #expect(!isReach, "\(license.id) \(clause)")
        }
      }
    }
  }

  @Test func `every question of law that something hangs on is asked`() {
    let asked = Self.knowledge.interpretations().map(\.id)
    #expect(Set(asked).count == asked.count, "a question is there twice")
    var used: Set<String> = ["adapter-is-derivative", "quantized-is-reformatted", "second-hand-outputs"]
    for license in Self.licenses {
      for condition in license.outbound.map(\.condition) + license.obligations.compactMap(\.condition) {
        for case .interpretation(let id) in condition.parts { used.insert(id) }
      }
    }
    #expect(used.subtracting(asked).sorted() == [], "hung on, and never asked")
    #expect(Set(asked).subtracting(used).sorted() == [], "asked, and nothing hangs on it")
    for interpretation in Self.knowledge.interpretations() { #expect(interpretation.question.hasSuffix("?")) }
  }

  @Test(arguments: Repository.files(below: "\(Repository.licenses)/catalog", suffix: ".yaml"))
  func `licences named in the catalogue are recognised`(file: String) throws {
    let root = try #require(Self.read("catalog/\(file)"))
    var unrecognised: [String] = []
    for section in ["models", "datasets"] {
      for entry in root[section]?.items ?? [] {
        for node in entry["license"]?.oneOrMany ?? [] {
          for name in ((node["license"] ?? node).text ?? "").split(separator: " OR ").map(String.init)
          where !Self.isRecognised(name) {
            unrecognised.append("\(entry["id"]?.text ?? "?"): \(name)")
          }
        }
      }
    }
    #expect(unrecognised == [], "neither held, nor a family, nor listed as not held")
  }

  @Test func `the terms and policies of every service are recognised, and in date order`() throws {
    let root = try #require(Self.read("catalog/services.yaml"))
    for entry in root["services"]?.items ?? [] {
      let id = try #require(entry["id"]?.text)
      let service = try #require(Self.knowledge.catalog.service(id))
      for timeline in [service.terms, service.policies] {
        for dated in timeline {
          #expect(Self.isRecognised(dated.license), "`\(dated.license)` of `\(id)` is neither held nor listed")
        }
        let days = timeline.compactMap(\.window.from)
        #expect(days.count == timeline.count, "terms of `\(id)` without a first day")
        #expect(days == days.sorted(), "terms of `\(id)` are out of order")
      }
    }
  }

  @Test(arguments: Repository.files(below: "\(Repository.licenses)/catalog/models", suffix: ".yaml"))
  func `models are served by services that are listed`(file: String) throws {
    let root = try #require(Self.read("catalog/models/\(file)"))
    for entry in root["models"]?.items ?? [] {
      guard let service = entry["service"]?.text else { continue }
      #expect(Self.knowledge.catalog.service(service) != nil, "`\(entry["id"]?.text ?? "?")`: `\(service)`")
    }
  }

  @Test func `what is listed as not held is not held`() throws {
    let root = try #require(Self.read("families.yaml"))
    let held = (root["not-held"]?.items ?? []).compactMap(\.text).filter { Self.knowledge.resolve($0).knownID != nil }
    #expect(held == [])
  }

  @Test func `prohibitions that a second way could switch off are exceptions that their clause makes`() {
    // `not` over the ways of a source is the one thing by which another source can silence an obligation,
    // so it is kept to prohibitions that except derivatives of the licensed material itself.
    for license in Self.licenses {
      for obligation in license.obligations {
        for case .not(let negated) in obligation.condition?.parts ?? [] {
          for case .derivativeUnder(let ids) in negated.parts {
            #expect(ids == [license.id] && obligation.modality == .mustNot, "\(license.id)/\(obligation.kind.rawValue)")
          }
        }
      }
    }
  }

  @Test func `a word for several licences is no licence's name`() throws {
    let root = try #require(Self.read("families.yaml"))
    for family in root["families"]?.items ?? [] {
      for name in [family["name"], family["also"]].flatMap({ $0?.oneOrMany ?? [] }).compactMap(\.text) {
        #expect(Self.knowledge.resolve(name).knownID == nil, "`\(name)` names one")
      }
    }
  }

  private static func isRecognised(_ name: String) -> Bool {
    if case .unknown = knowledge.resolve(name) { false } else { true }
  }

  private static func read(_ path: String) -> YAMLNode? {
    guard let bytes = Repository.bytes(of: "\(Repository.licenses)/\(path)") else { return nil }
    return YAMLDocument(reading: SourceFile(path: path, bytes: bytes), limits: .strict).root
  }
}

extension Condition {
  /// The condition and everything inside it.
  var parts: [Condition] {
    switch self {
    case .all(let inner), .any(let inner): [self] + inner.flatMap(\.parts)
    case .not(let inner): [self] + inner.parts
    default: [self]
    }
  }
}
