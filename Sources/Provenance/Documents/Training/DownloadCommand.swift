import Diagnostics

/// A command that fetches a repository of the Hub, as comments and scripts hold it: `tune download owner/name`,
/// `hf download owner/name`, `huggingface-cli download owner/name`.
struct DownloadCommand {
  /// The repository.
  let id: String
  /// Its bytes in the text.
  let range: Range<Int>

  /// The commands in a text, in its order.
  static func all(in bytes: some RandomAccessCollection<UInt8>) -> [DownloadCommand] {
    let bytes = Array(bytes)
    var commands: [DownloadCommand] = []
    var start = 0
    while let found = bytes.firstRange(of: Array(" download ".utf8), from: start), commands.count < most {
      start = found + 10
      guard programs.contains(where: { bytes[..<found].suffix($0.count).elementsEqual($0) }) else { continue }
      var first = start
      while first < bytes.count, bytes[first] == UInt8(ascii: " ") { first += 1 }
      var last = first
      while last < bytes.count, bytes[last] > 0x20 { last += 1 }
      var id = String(decoding: bytes[first..<last], as: UTF8.self)
      id.removeAll { $0 == "\"" || $0 == "'" }
      if id.contains("/"), ArtefactID.isHubID(id) { commands.append(DownloadCommand(id: id, range: first..<last)) }
    }
    return commands
  }

  private static let programs = ["tune", "hf", "huggingface-cli"].map { Array($0.utf8) }
  /// Most commands of one text.
  private static let most = 100
}
