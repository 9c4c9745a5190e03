/// What the name of a document says that it is.
public enum DocumentRole: Sendable {
  /// The licence of the release: `LICENSE`, `LICENCE.txt` or `COPYING` at the top.
  case license
  /// The licence of a part or of a source: `LICENSE-BASE`, `MODEL_LICENSE`, or any licence in a folder.
  case otherLicense
  /// A use policy or terms beside a licence.
  case policy
  case notice
  case readme
  case other

  init(path: String) {
    let parts = path.split(separator: "/")
    var name = (parts.last ?? Substring(path)).lowercased().replacing("-", with: "_").replacing(" ", with: "_")
    for ending in Self.endings where name.hasSuffix(ending) { name.removeLast(ending.count) }
    if name.hasSuffix("notice") || name.hasSuffix("notices") || name.hasPrefix("notice") {
      self = .notice
    } else if Self.licenses.contains(name) {
      self = parts.count == 1 ? .license : .otherLicense
    } else if Self.licenses.contains(where: name.hasPrefix) || Self.otherLicenses.contains(where: name.hasPrefix) {
      self = .otherLicense
    } else if Self.policies.contains(where: name.hasPrefix) {
      self = .policy
    } else {
      self = name.hasPrefix("readme") ? .readme : .other
    }
  }

  /// What lists of files call it.
  var name: String {
    switch self {
    case .license: "license"
    case .otherLicense: "other-license"
    case .policy: "policy"
    case .notice: "notice"
    case .readme: "readme"
    case .other: "text"
    }
  }

  /// Whether a file at the top of a project is read unasked.
  var isWellKnown: Bool { self != .other }

  private static let endings = [".txt", ".md", ".markdown", ".html", ".htm", ".rst"]
  private static let licenses = ["license", "licence", "copying", "licenses"]
  private static let otherLicenses = ["model_license", "model_licence", "third_party", "thirdparty"]
  private static let policies = ["use_policy", "acceptable_use", "terms"]
}
