import KnowledgeTables
import YAMLSource

extension LicenseHeader {
  /// Reads with the YAML parser what is skimmed otherwise.
  init?(parsing root: YAMLNode) {
    self.init { root[$0]?.oneOrMany.compactMap(\.text) ?? [] }
  }
}
