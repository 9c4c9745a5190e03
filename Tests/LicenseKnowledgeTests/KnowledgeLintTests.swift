import Diagnostics
import LicenseKnowledge
import Obligations
import TestSupport
import Testing

@testable import LicenseKnowledge

@Suite struct KnowledgeLintTests {
  static let knowledge = Knowledge()

  @Test func `nothing is wrong with the knowledge`() {
    let complaints = Self.knowledge.lint().map { diagnostic in
      "\(diagnostic.location.map { "\($0.path):\($0.start.line): " } ?? "")\(diagnostic.summary)"
    }
    #expect(complaints == [])
  }

  @Test func `the binary holds the files of the folder, byte for byte`() throws {
    let onDisk = Repository.files(below: Repository.licenses, suffix: ".yaml")
    #expect(embeddedLicenses.map(\.path).sorted() == onDisk)
    for (path, _, yaml) in embeddedLicenses {
      let embedded = Array(UnsafeBufferPointer(start: yaml.utf8Start, count: yaml.utf8CodeUnitCount))
      #expect(embedded == Repository.bytes(of: "\(Repository.licenses)/\(path)"), "\(path) is not as on disk")
    }
  }

  @Test func `the knowledge has a date, and a digest that sha256sum prints as well`() throws {
    #expect(Self.knowledge.date != nil)
    let lines = embeddedLicenses.sorted { $0.path < $1.path }.map { "\($0.digest)  \($0.path)\n" }
    #expect(Self.knowledge.digest == SHA256(lines.joined()))
    for id in ["MIT", "llama-3.1", "openai-business-terms-2023-11-14"] {
      let path = try #require(
        embeddedLicenses.first {
          $0.path.hasSuffix("/\(id).yaml") && !$0.path.hasPrefix("signatures/")
        }?.path)
      let bytes = try #require(Repository.bytes(of: "\(Repository.licenses)/\(path)"))
      #expect(Self.knowledge.digest(of: id) == SHA256(bytes).description)
    }
  }

  @Test func `every licence file can be asked for by its id, which is its name`() {
    let files = Repository.files(below: Repository.licenses, suffix: ".yaml")
      .filter { path in ["models/", "software/", "data/", "services/"].contains { path.hasPrefix($0) } }
    let stems = files.compactMap { $0.split(separator: "/").last?.dropLast(".yaml".count) }.map(String.init)
    #expect(Self.knowledge.licenseIDs == stems.sorted())
    for id in Self.knowledge.licenseIDs { #expect(Self.knowledge.license(id)?.id == id) }
  }

  @Test func `duties and prohibitions say when they bite, and cite a clause once a kind`() throws {
    for id in Self.knowledge.licenseIDs {
      let license = try #require(Self.knowledge.license(id))
      for obligation in license.obligations where obligation.requirement != nil {
        #expect(obligation.condition != nil, "\(id)/\(obligation.kind.rawValue) bites always, whatever was done")
      }
      let keys = license.obligations.map { "\($0.kind.rawValue) \($0.modality.rawValue) \($0.clause) \($0.summary)" }
      #expect(Set(keys).count == keys.count, "\(id) says the same twice")
    }
  }

  @Test func `our summaries are one line, lower case, without a full stop`() throws {
    for id in Self.knowledge.licenseIDs {
      let license = try #require(Self.knowledge.license(id))
      for text in license.obligations.map(\.summary) + license.outbound.map(\.summary) {
        let names = [license.maker ?? "", license.title, "Llama", "OpenAI", "AI", "API"]
        if let complaint = MessageStyle.complaint(about: text, titles: names) {
          Issue.record("\(id): \(complaint)")
        }
      }
    }
  }
}
