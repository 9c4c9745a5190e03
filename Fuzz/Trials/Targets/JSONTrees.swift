import Foundation
import PedigreeKit
import YAMLSource

/// Holds what we take for JSON against what Foundation does.
enum JSONTrees {
  static func complaint(about bytes: [UInt8]) -> String? {
    let ours = JSONDocument(reading: SourceFile(path: "file.json", bytes: bytes))
    // Foundation guesses other encodings, and has limits of its own.
    guard ours.root != nil, ours.diagnostics.isEmpty else { return nil }
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return nil
    } catch {
      return "Foundation does not read what we do: \(error)"
    }
  }
}
