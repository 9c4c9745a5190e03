import Foundation
import TestSupport

/// Lineages as `pedigree graph` exports them.
enum ExportedGraph {
  /// The export of a sample.
  static func text(_ format: String, sample: String) throws -> String {
    try Pedigree.run("graph", "--format", format, in: "\(Repository.samples)/\(sample)").output
  }

  /// The export of a project with this manifest, and files beside it.
  static func text(_ format: String, manifest: String, files: [String: String] = [:]) throws -> String {
    try Pedigree.run(
      "graph", "--format", format, files: files.merging(["pedigree.yaml": manifest]) { _, new in new }
    ).output
  }

  /// The object that a JSON text holds; empty where it holds none.
  static func object(_ json: String) throws -> JSONObject {
    JSONObject(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:])
  }

  /// A lineage in which every name is hard to write down, or comes to the same letters as another.
  static let hostile: String = {
    let names = [
      #"a"b"#, #"x\\y"#, #"tab\there\u0007"#, "emoji 😀/mo\u{301}del", "-", "a/b/c", #"\u202Ertl"#, "<script>&amp;",
      "(release)", "{{x}}", "https://x.example/y z", "release", "'", "%00",
    ]
    let licenses = [
      "we ird (x)", "we-ird-(x)", "MIT OR 'q'", "Apache-2.0 AND we ird", "", "MIT OR Apache-2.0", "LicenseRef-foo",
      "GPL-2.0-only WITH Classpath-exception-2.0", #"\u0007bell"#, "LicenseRef-",
    ]
    let kinds = [
      ("model", "finetune"), ("dataset", "trained-on"), ("service", "generated-by"), ("code", "derived-from"),
      ("model", "distilled"), ("dataset", "evaluated-with"), ("model", "tokenizer-of"),
    ]
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\\\""))\"" }
    let sources = names.indices.map { index in
      let (kind, relation) = kinds[index % kinds.count]
      let license = licenses[index % licenses.count]
      // A service that no catalogue knows is named on purpose.
      let name = kind == "service" ? "other:\(names[index])" : names[index]
      return "  - { \(kind): \(quoted(name)), relation: \(relation), license: \(quoted(license)) }\n"
    }
    return "pedigree: 1\nmodel: { name: acme/x, license: \"MIT AND (Apache-2.0 OR own)\" }\nsources:\n"
      + sources.joined()
  }()
}

/// An object of a JSON document, for questions about its members.
struct JSONObject {
  private let members: [String: Any]

  init(_ members: [String: Any]) { self.members = members }

  func text(_ key: String) -> String? { members[key] as? String }
  func number(_ key: String) -> Double? { members[key] as? Double }
  func texts(_ key: String) -> [String] { members[key] as? [String] ?? [] }
  func object(_ key: String) -> JSONObject { JSONObject(members[key] as? [String: Any] ?? [:]) }
  func objects(_ key: String) -> [JSONObject] { (members[key] as? [[String: Any]] ?? []).map { JSONObject($0) } }
  func has(_ key: String) -> Bool { members[key] != nil }

  /// All texts under a key, however deep.
  func all(_ key: String) -> [String] { Self.all(key, in: members) }

  private static func all(_ key: String, in value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap { all(key, in: $0) } }
    guard let object = value as? [String: Any] else { return [] }
    let own = object[key] as? String
    return (own.map { [$0] } ?? []) + (object[key] as? [String] ?? []) + object.values.flatMap { all(key, in: $0) }
  }

  /// The value of a property in pedigree's namespace.
  func property(_ name: String) -> String? {
    objects("properties").first { $0.text("name") == "pedigree:\(name)" }?.text("value")
  }
}
