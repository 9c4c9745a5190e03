import Obligations

/// The name of an artefact as configurations write it: an id, an address, a purl or a local path.
enum SourceName: Equatable {
  /// A repository id or a plain name, with the revision that is written beside it.
  case artefact(String, revision: String?)
  /// A path on somebody's disk.
  case path(String)
  /// A format, a placeholder, or nothing.
  case nothing

  init(_ written: String) {
    var text = written.trimmed
    guard !text.isEmpty, text.utf8.count <= Self.longest, !Placeholder.isOne(text),
      !text.contains("{"), !text.hasPrefix("<"), !Self.isTemplate(text.lowercased()),
      !text.utf8.contains(where: { $0 < 0x20 }),
      text.contains(where: \.isLetter)
    else {
      self = .nothing
      return
    }
    if let (cached, revision) = HubCacheName.named(by: text) {
      self = .artefact(cached.id, revision: revision)
      return
    }
    if let url = PackageURL(text) {
      self = .artefact(url.path, revision: url.version)
      return
    }
    if let address = HubAddress(text) {
      self = .artefact(address.id, revision: address.revision)
      return
    }
    if text.contains("://") {
      // Other addresses name a file somewhere, and are kept as they are.
      self = text.hasPrefix("http") ? .artefact(text, revision: nil) : .path(text)
      return
    }
    var revision: String?
    if let at = text.firstIndex(of: "@"), at != text.startIndex {
      revision = String(text[text.index(after: at)...])
      text = String(text[..<at])
    }
    if Self.isPath(text) {
      self = .path(text)
    } else {
      self = text.isEmpty ? .nothing : .artefact(text, revision: revision.flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  /// The repository, `owner/name`; nil for other names.
  var hubID: String? {
    guard case .artefact(let id, _) = self, id.contains("/"), ArtefactID.isHubID(id) else { return nil }
    return id
  }

  /// Longest name that is read, in bytes.
  private static let longest = 512

  /// Whether a name only shows where one belongs: `your-org/your-model`.
  private static func isTemplate(_ name: String) -> Bool {
    ["your-", "your_", "yourname", "yourusername", "username/", "path/to", "/path/to"].contains { name.hasPrefix($0) }
      || name.contains("/your-") || name.contains("/your_")
  }

  /// Whether the text is a path: absolute, relative to a folder, with more than one slash, or a data file.
  private static func isPath(_ text: String) -> Bool {
    let lowercased = text.lowercased()
    if let slash = lowercased.firstIndex(of: "/"), folders.contains(lowercased[..<slash]) { return true }
    return ["/", "./", "../", "~", ".", "\\"].contains { text.hasPrefix($0) } || text.contains("\\")
      || text.count { $0 == "/" } > 1 || text.hasSuffix("/")
      || fileEndings.contains { lowercased.hasSuffix($0) }
  }

  /// What people call folders of models and data beside their programs, rather than themselves.
  private static let folders: Set<Substring> = [
    "checkpoint", "checkpoints", "ckpt", "ckpts", "data", "dataset", "datasets", "exp", "experiments", "logs", "merged",
    "model", "models", "out", "output", "outputs", "pretrained", "pretrained_models", "result", "results", "runs",
    "saved_models", "saves", "tmp", "weights",
  ]

  private static let fileEndings = [
    ".json", ".jsonl", ".csv", ".tsv", ".parquet", ".arrow", ".txt", ".pt", ".bin", ".pth", ".nemo", ".ckpt", ".gz",
    ".zip", ".yaml", ".yml", ".py", ".zst",
  ]

  /// What the last folder or file of a path is called, if it looks like the name of a model: `/tmp/Llama-2-7b-hf/`.
  static func named(by path: String) -> String? {
    guard var last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last else { return nil }
    if last.hasSuffix(".nemo") { last.removeLast(5) }
    return isTelling(String(last)) ? String(last) : nil
  }

  /// Whether a name without an owner is plainly a model's, and no run's or folder's: letters, a number, a dash, and a
  /// word of its own.
  static func isTelling(_ name: String) -> Bool {
    guard name.contains("-"), name.contains(where: \.isNumber), ArtefactID.isHubID(name) else { return false }
    return ArtefactID.words(of: name).contains { word in
      word.utf8.count > 1 && word.contains(where: \.isLetter) && !commonWords.contains(word)
    }
  }

  /// Words that tell runs apart, and not models.
  private static let commonWords: Set<String> = [
    "adapter", "best", "ckpt", "checkpoint", "cpt", "dora", "dpo", "epoch", "epochs", "exp", "experiment",
    "final", "finetune", "finetuned", "fold", "full", "global", "grpo", "iter", "kto", "last", "lora", "lr",
    "merge", "merged", "model", "orpo", "out", "output", "outputs", "ppo", "qlora", "rank", "result", "results", "rm",
    "run", "seed", "sft", "simpo", "stage", "step", "steps", "test", "train", "training", "tune", "tuned", "version",
  ]
}

extension String {
  /// The text without blanks around it.
  var trimmed: String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n"]
    var rest = self[...]
    while let first = rest.first, blanks.contains(first) { rest.removeFirst() }
    while let last = rest.last, blanks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
