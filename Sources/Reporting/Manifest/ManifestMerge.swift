import Diagnostics
import Obligations
import Provenance
import YAMLSource

/// Brings sources that were recorded into a declaration, and keeps everything that stands there.
///
/// It only inserts text, and replaces days and numbers of outputs that a record widens: comments, order, layout and line
/// ends stay. An entry is the same source if it names the same artefact with the same relation and contradicts nothing
/// that was recorded; it gets the keys that it lacks. Else the record becomes an entry of its own.
public struct ManifestMerge {
  private var layout: YAMLLayout

  /// A declaration without mistakes, with the root of its file.
  public typealias Declaration = (manifest: Manifest, root: YAMLNode)

  /// The text of a declaration with what another one, the record, says of sources and of what is released.
  public static func merging(_ record: Declaration, into present: Declaration) -> String {
    var merge = ManifestMerge(layout: YAMLLayout(present.root.file))
    merge.addSubject(of: record.root, to: present.root)
    merge.add(
      entries(record.manifest.sources, record.root), to: entries(present.manifest.sources, present.root),
      in: present.root)
    return merge.layout.text
  }

  /// A declaration of what was recorded, for a folder that has none.
  public static func declaration(_ record: YAMLNode) -> String {
    let lines = (record.entries ?? []).flatMap { YAMLLayout.lines($0.key.text ?? "", $0.value, indent: "") }
    return lines.map { "\($0)\n" }.joined()
  }

  /// What is released, where the declaration does not say so.
  private mutating func addSubject(of record: YAMLNode, to root: YAMLNode) {
    let kinds = [ArtefactKind.model, .dataset].map(\.rawValue)
    guard !kinds.contains(where: { root[$0] != nil }) else { return }
    for kind in kinds {
      if let subject = record[kind] { layout.add(kind, subject, to: root) }
    }
  }

  /// A source with the node that it was read from.
  private typealias Entry = (source: ManifestSource, node: YAMLNode)

  /// Without mistakes each node of the list is a source.
  private static func entries(_ sources: [ManifestSource], _ parent: YAMLNode) -> [Entry] {
    Array(zip(sources, parent["sources"]?.oneOrMany ?? []))
  }

  private mutating func add(_ recorded: [Entry], to present: [Entry], in parent: YAMLNode) {
    var new: [YAMLNode] = []
    var open = present
    for entry in recorded {
      if let match = open.firstIndex(where: { Self.isSame($0, entry) }) {
        complete(open.remove(at: match), with: entry)
      } else {
        new.append(entry.node)
      }
    }
    if !new.isEmpty { layout.append(new, to: "sources", in: parent) }
  }

  /// The keys that a record may widen instead of contradicting them, and the one that has entries of its own.
  private static let widened = ["from", "to", "samples"]
  private static let named = ["model", "dataset", "code", "relation", "sources"]

  private static func isSame(_ present: Entry, _ recorded: Entry) -> Bool {
    guard
      present.source.kind == recorded.source.kind, present.source.id.value == recorded.source.id.value,
      present.source.relation.value == recorded.source.relation.value
    else { return false }
    return (recorded.node.entries ?? []).allSatisfy { entry in
      guard let key = entry.key.text, !named.contains(key), !widened.contains(key) else { return true }
      // A service is compared by its name alone where it is the source itself.
      if key == present.source.kind.rawValue { return true }
      guard let value = present.node[key], !value.isNull else { return true }
      return value.text == entry.value.text
    }
  }

  private mutating func complete(_ present: Entry, with recorded: Entry) {
    for entry in recorded.node.entries ?? [] {
      guard let key = entry.key.text, !Self.named.contains(key) else { continue }
      guard let value = present.node[key] else {
        layout.add(key, entry.value, to: present.node)
        continue
      }
      if value.isNull {
        layout.replace(value, scalar: entry.value.text ?? "")
      } else if let text = Self.widening(key, value, by: entry.value) {
        layout.replace(value, scalar: text)
      }
    }
    add(
      Self.entries(recorded.source.sources, recorded.node), to: Self.entries(present.source.sources, present.node),
      in: present.node)
  }

  /// What stands under a key when both are said; nil where that is what stands there already.
  private static func widening(_ key: String, _ present: YAMLNode, by recorded: YAMLNode) -> String? {
    guard let old = present.text, let new = recorded.text else { return nil }
    switch key {
    // Days are written so that their order is that of their text.
    case "from": return new < old ? new : nil
    case "to": return new > old ? new : nil
    // Each record says what came in addition.
    case "samples":
      guard let old = present.integer, let new = recorded.integer, new > 0 else { return nil }
      let (sum, overflows) = old.addingReportingOverflow(new)
      return "\(overflows ? Int.max : sum)"
    default: return nil
    }
  }
}
