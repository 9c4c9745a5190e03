import YAMLSource

/// Reads one type of YAML or JSON document.
protocol TreeReader {
  var type: DocumentType { get }
  /// Words of which a file holds at least one near its start; what holds none is not parsed.
  var marks: [String] { get }
  /// Whether a file that holds a mark is meant to be of this type, so that it is reported where it can't be parsed.
  var marksAreCertain: Bool { get }
  /// Whether a document is of this type. `name` is the file's name, lower case, without its folders.
  func recognises(_ root: YAMLNode, name: String) -> Bool
  /// Reads what it says into `document`.
  func read(_ root: YAMLNode, into document: inout ProvenanceDocument)
}

extension TreeReader {
  var marksAreCertain: Bool { false }
}
