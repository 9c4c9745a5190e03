import Obligations
import TestSupport
import Testing

@testable import Provenance

/// A name without an owner means the only artefact of that name that has one.
@Suite struct OwnedNamesTests {
  @Test(
    arguments: [
      (["harbour/tern-7b", "harbour/gull-2"], "tern-7b", "harbour/tern-7b"),
      (["harbour/tern-7b", "quay/tern-7b"], "tern-7b", nil),
      (["harbour/tern-7b", "tern-7b"], "Tern 7B", "harbour/tern-7b"),
      (["tern-7b"], "tern-7b", nil),
      (["harbour/tern-7b"], "tern", nil),
    ] as [([String], String, String?)])
  func `a bare name is joined to one owner's artefact and to none of two`(ids: [String], name: String, found: String?) {
    var lineage = Lineage(release: ArtefactID("acme/tern-7b"), kind: .model)
    var names = OwnedNames()
    #expect(names.only(called: ArtefactID(name).words, in: lineage) == nil)
    for id in ids { _ = lineage.node(ArtefactID(id), kind: .model) }
    let node = names.only(called: ArtefactID(name).words, in: lineage)
    #expect(node.map { lineage.nodes[$0].id.text } == found)
  }

  @Test func `bare names are joined as fast among many artefacts`() {
    let growth = Growth(from: 500) { count in
      var lineage = Lineage(release: ArtefactID("acme/thing"), kind: .model)
      var names = OwnedNames()
      for number in 0..<count {
        _ = lineage.node(ArtefactID("harbour/bird-\(number)"), kind: .model)
        _ = names.only(called: ArtefactID("bird-\(number)").words, in: lineage)
      }
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
