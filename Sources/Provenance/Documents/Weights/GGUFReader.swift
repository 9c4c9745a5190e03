import Diagnostics
import Obligations
import YAMLSource

/// Reads what the header of a GGUF file says of the model, of what it was made from and of its licence.
enum GGUFReader {
  static func read(_ file: consuming OpenFile, path: String, in folder: String? = nil) -> DocumentReading {
    let header: GGUFHeader
    do {
      header = try GGUFHeader(file, path: path, in: folder)
    } catch {
      guard case .version(let version) = error else { return .nothing }
      let start = SourceLocation(SourceFile(path: path, bytes: []), SourceRange(0, 0))
      return .unreadable([
        Diagnostic(
          .documentUnreadable, "GGUF version \(version) is not known, only 2 and 3", at: start)
      ])
    }
    var document = ProvenanceDocument(header.file, .gguf)
    if let name = header["general.name"], let text = name.text, !text.trimmed.isEmpty {
      document.subject = Fact(text, at: name.location)
    }
    readLicense(header, into: &document)
    readSources(header, into: &document)
    readTags(header, into: &document)
    if let stop = header.stop { document.diagnostics.append(warning(of: stop, header)) }
    return .document(document)
  }

  private static func readLicense(_ header: GGUFHeader, into document: inout ProvenanceDocument) {
    let license = header["general.license"]
    // `other` hands over to the name.
    let isNamed = license?.text?.lowercased() == "other" || license == nil
    document.claim(isNamed ? header["general.license.name"] ?? license : license, link: header["general.license.link"])
  }

  private static func readSources(_ header: GGUFHeader, into document: inout ProvenanceDocument) {
    let isAdapter = header["general.type"]?.text == "adapter"
    // What the file was converted from, which is not always the release; the bases are that model's.
    var child: StatementChild?
    let source = ["general.source.repo_url", "general.source.huggingface.repository", "general.source.hf.repository"]
    for key in source where child == nil {
      guard let id = header[key]?.text.flatMap({ SourceName($0).hubID }) else { continue }
      document.add(
        header[key], key: key, kind: .model, isQuantized(header) ? .quantized : .converted, certainty: .declared)
      child = .artefact(ArtefactID(id), .model)
    }
    let bases = parts(of: "general.base_model", in: header)
    let relation: Relation = isAdapter ? .adapter : bases.count > 1 ? .merge : .finetune
    for (key, base) in bases {
      document.add(base, key: key, kind: .model, relation, of: child, certainty: .declared)
    }
    for (key, dataset) in parts(of: "general.dataset", in: header) {
      document.add(dataset, key: key, kind: .dataset, .trainedOn, of: child, certainty: .declared)
    }
    document.add(
      header["general.datasets"], key: "general.datasets", kind: .dataset, .trainedOn, of: child, certainty: .declared)
  }

  /// The sources under `prefix.0.`, `prefix.1.`, …: each by its repository, else by its organisation and name.
  private static func parts(of prefix: String, in header: GGUFHeader) -> [(key: String, node: YAMLNode)] {
    var parts: [(key: String, node: YAMLNode)] = []
    for number in 0... {
      let part = "\(prefix).\(number)"
      let named = ["repo_url", "name", "url", "doi"].compactMap { key in
        header["\(part).\(key)"].map { (key: "\(part).\(key)", node: $0) }
      }
      guard let first = named.first else { break }
      let hub = named.first { $0.node.text.flatMap { SourceName($0).hubID } != nil }
      guard hub == nil, let name = header["\(part).name"], let text = name.text else {
        parts.append(hub ?? first)
        continue
      }
      // Converters make titles of them: `Meta Llama`, `Llama 3.1 8B`.
      let id = [header["\(part).organization"]?.text, text].compactMap { $0?.replacing(" ", with: "-") }
      parts.append((key: "\(part).name", node: name.saying(id.joined(separator: "/"))))
    }
    return parts
  }

  /// The Hub's tags, which converters copy: `base_model:acme/base`, `dataset:acme/talks`.
  private static func readTags(_ header: GGUFHeader, into document: inout ProvenanceDocument) {
    guard document.sources.isEmpty else { return }
    for tag in header["general.tags"]?.items ?? [] {
      let parts = (tag.text ?? "").split(separator: ":").map(String.init)
      guard parts.count > 1, let id = parts.last, ArtefactID.isHubID(id), id.contains("/") else { continue }
      let isBase = parts[0] == "base_model"
      guard isBase || parts[0] == "dataset" else { continue }
      let said: Relation? = parts.count > 2 ? Relation(rawValue: parts[1]) : nil
      document.sources.append(
        SourceStatement(
          id: ArtefactID(id), kind: isBase ? .model : .dataset, relation: isBase ? said ?? .finetune : .trainedOn,
          certainty: .stated, location: tag.location, basis: .tag(tag.text ?? "")))
    }
  }

  /// Whether the weights are no longer in the precision in which models are trained (`llama_ftype`: F32, F16, BF16).
  private static func isQuantized(_ header: GGUFHeader) -> Bool {
    header["general.quantized_by"] != nil
      || header["general.file_type"]?.integer.map { ![0, 1, 32].contains($0) } ?? true
  }

  private static func warning(of stop: HeaderCursor.Stop, _ header: GGUFHeader) -> Diagnostic {
    let reason =
      switch stop {
      case .cutOff: "the GGUF header is cut off behind key \(header.count)"
      case .limit:
        """
        the GGUF header is longer than \(GGUFHeader.mostBytes >> 20) MiB, \(GGUFHeader.mostKeys) keys or a list of \
        \(ProvenanceDocument.mostStatements) texts; what follows key \(header.count) is not read
        """
      case .broken(let reason): "the GGUF header is broken behind key \(header.count): \(reason)"
      }
    let end = header.file.bytes.count
    let isLimit = if case .limit = stop { true } else { false }
    return Diagnostic(
      isLimit ? .documentTooLarge : .documentUnreadable, reason, at: SourceLocation(header.file, SourceRange(end, end)))
  }
}
