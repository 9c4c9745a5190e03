import Obligations

/// A package URL, `pkg:huggingface/acme/helper-7b@1a2b3c`: type, namespace, name and version of a package.
///
/// Qualifiers (`?repository_url=…`) and subpaths are passed over: a mirror holds the same artefact. ECMA-427.
struct PackageURL: Equatable {
  /// Lower case.
  let type: String
  /// Who publishes it, with slashes between its parts; nil where there is none.
  let namespace: String?
  let name: String
  let version: String?
  /// What it is, where the type or the namespace says so.
  let kind: ArtefactKind?

  /// Reads a package URL; nil for other texts.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest, text.prefix(4).lowercased() == "pkg:" else { return nil }
    var rest = text.dropFirst(4).drop { $0 == "/" }
    if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
    var version: String?
    // Names in which somebody left an `@` as it is stand before the last slash.
    if let at = rest.lastIndex(of: "@"), !rest[at...].contains("/") {
      version = Self.decoded(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    // `acme%2Fhelper` is a name with a slash, which only says who publishes it in another way.
    var parts = rest.split(separator: "/").flatMap { Self.decoded($0).split(separator: "/").map(String.init) }
    guard parts.count >= 2, !parts.contains(where: { $0.utf8.contains { $0 < 0x20 } }) else { return nil }
    let type = parts.removeFirst().lowercased()
    switch (type, parts[0]) {
    case ("huggingface", "datasets") where parts.count >= 2:
      parts.removeFirst()
      self.kind = .dataset
    case ("huggingface", "models") where parts.count >= 3:
      parts.removeFirst()
      self.kind = .model
    case ("huggingface-dataset", _), ("huggingface-datasets", _): self.kind = .dataset
    case ("huggingface", _), ("mlflow", _): self.kind = .model
    default: self.kind = nil
    }
    self.type = type
    self.name = parts.removeLast()
    self.namespace = parts.isEmpty ? nil : parts.joined(separator: "/")
    self.version = version.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Namespace and name.
  var path: String { namespace.map { "\($0)/\(name)" } ?? name }

  /// Whether it names a repository of the Hub.
  var isHub: Bool { type.hasPrefix("huggingface") }

  /// Longest one that is read, in bytes.
  private static let longest = 2_048

  /// The text with its percent-encoded bytes; what is encoded wrongly stays as it is.
  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Self.digit(bytes[index + 1]), let low = Self.digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
