import LicenseKnowledge
import Provenance

extension Catalog {
  /// The id under which its maker published what `id` re-uploads under the same name; nil for everything else.
  ///
  /// What carries another name was changed on the way: quantized, converted to another format.
  public func original(of id: ArtefactID) -> ArtefactID? {
    guard id.namespace != nil, let original = original(of: id.text).map({ ArtefactID($0) }), original.words == id.words
    else { return nil }
    return original
  }
}

extension ProjectReader {
  /// A reader that knows the artefacts of a catalogue.
  public init(catalog: Catalog) {
    self.init(
      names: catalog.knownNames, originalOf: { catalog.original(of: $0) }, kindOfID: { catalog.kind(of: $0) })
  }
}
