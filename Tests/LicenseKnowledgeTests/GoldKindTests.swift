import Foundation
import LicenseKnowledge
import Obligations
import TestSupport
import Testing

/// Licence files against what careful readers found in their texts.
@Suite struct GoldKindTests {
  static let knowledge = Knowledge()
  static let read =
    !Corpus.isPresent
    ? []
    : [Corpus.obligations, "\(Corpus.obligations)-2"].flatMap { folder in
      Repository.files(below: folder, suffix: ".json").map { "\(folder)/\($0)" }
    }.filter { knowledge.license(id(of: $0)) != nil }

  private static func id(of path: String) -> String {
    String((path.split(separator: "/").last ?? "").dropLast(".json".count))
  }

  private struct Gold: Decodable {
    struct Record: Decodable {
      let kind: String
      let optional: Bool?
    }
    let records: [Record]
  }

  @Test(.enabled(if: Corpus.isPresent), arguments: read)
  func `a licence file leaves out no kind that its text has`(path: String) throws {
    let gold = try JSONDecoder().decode(Gold.self, from: Data(try #require(Repository.bytes(of: path))))
    let license = try #require(Self.knowledge.license(Self.id(of: path)))
    let texts = [license] + license.incorporates.compactMap { Self.knowledge.license($0) }
    let held = Set(texts.flatMap(\.obligations).map(\.kind.rawValue))
    let missing = Set(gold.records.filter { $0.optional != true }.map(\.kind)).subtracting(held)
    #expect(missing.sorted() == [])
  }
}
