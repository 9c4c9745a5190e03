import YAMLSource

/// Words with which bills of materials say that they say nothing of a licence.
enum BomLicense {
  /// Whether a text names a licence at all.
  static func isNamed(_ text: String) -> Bool {
    !text.isEmpty && !["noassertion", "none", "no assertion", "null"].contains(text.lowercased())
  }
}
