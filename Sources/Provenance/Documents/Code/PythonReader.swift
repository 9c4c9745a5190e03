import Diagnostics
import Obligations

/// Reads the artefacts that a Python program loads, trains on, or asks to generate data.
///
/// A program can do anything with them, so all of it are hints. Names that are computed, formatted, or stand in comments
/// and docstrings are left out.
struct PythonReader {
  static let marks = [
    "from_pretrained", "load_dataset", "SentenceTransformer", "CrossEncoder", "LLM(", "completions.create",
    "messages.create", "responses.create", "completion(", "ChatOpenAI", "ChatAnthropic", "GenerativeModel",
    "generate_content", "OpenAI(", "Anthropic(", "ollama", "model_name_or_path", "dataset_name", "teacher_model",
    "reward_model", "Trainer(",
    "LoadDataFromHub", "curator", "model-name-or-path", "dataset-name", "teacher-model", "reward-model",
    "\"messages\"", "'messages'",
  ]

  /// Has the names of clients that ask models.
  let wordings: CardWordings

  /// Reads the code of a notebook; nil where it names nothing.
  func read(notebook: SourceFile) -> ProvenanceDocument? {
    NotebookCode.program(in: notebook).flatMap { read($0, in: notebook) }
  }

  /// Reads a program; nil where it names nothing.
  func read(_ file: SourceFile) -> ProvenanceDocument? { read(file, in: file) }

  /// Reads a program whose bytes stand where those of a file do.
  private func read(_ code: SourceFile, in file: SourceFile) -> ProvenanceDocument? {
    let program = PythonProgram(code)
    let use = PythonUse(of: program, wordings)
    var document = ProvenanceDocument(file, .python)
    for call in program.calls { read(call, use, into: &document) }
    for model in program.requests { add(model, .key("model"), .model, .generatedBy, to: &document) }
    readDefaults(of: program, use, into: &document)
    takeSubject(of: program, use, into: &document)
    let named = Set(document.sources.filter { $0.relation != .tokenizerOf }.map(\.id))
    document.sources.removeAll { $0.relation == .tokenizerOf && named.contains($0.id) }
    document.dropRepeats()
    return document.sources.isEmpty ? nil : document
  }

  private func read(_ call: PythonProgram.Call, _ use: PythonUse, into document: inout ProvenanceDocument) {
    let name = call.name
    if name == "from_pretrained" {
      readLoading(call, use, into: &document)
    } else if ["SentenceTransformer", "CrossEncoder", "SparseEncoder"].contains(name) {
      add(
        call.named["model_name_or_path"] ?? call.named["model_name"] ?? call.first, call, .model, use.base,
        to: &document)
    } else if name == "load_dataset" {
      add(call.named["path"] ?? call.first, call, .dataset, use.data(of: call), to: &document)
    } else if name == "LoadDataFromHub" {
      add(call.named["repo_id"], call, .dataset, .derivedFrom, to: &document)
    } else if call.isGenerator(wordings) || (use.isCurator && call.named["model_name"] != nil) {
      let judges = DistilabelReader.isJudge(call.enclosing ?? "")
      let first = name == "LLM" || ["GenerativeModel", "InferenceClient"].contains(name) ? call.first : []
      for texts in [call.named["model"], call.named["model_id"], call.named["model_name"], first] {
        add(texts, call, .model, judges ? .preferenceBy : .generatedBy, to: &document)
      }
    } else if name.hasSuffix("Judge") {
      add(call.named["model"] ?? call.named["model_name"], call, .model, .preferenceBy, to: &document)
    } else {
      if name.hasSuffix("Trainer") {
        add(call.named["model"], call, .model, use.base, to: &document)
        let rewards = (call.named["reward_funcs"] ?? []).filter { $0.text.contains("/") }
        add(rewards, call, .model, .preferenceBy, to: &document)
      }
      for (key, texts) in call.named.sorted(by: { $0.key < $1.key }) {
        guard let meaning = PythonKey(key, use), meaning.isPlain else { continue }
        add(texts, call, meaning.kind, meaning.relation, to: &document)
      }
    }
  }

  /// `from_pretrained` of a model, an adapter or a tokenizer.
  private func readLoading(_ call: PythonProgram.Call, _ use: PythonUse, into document: inout ProvenanceDocument) {
    let type = call.callee.dropLast().last ?? ""
    let texts =
      call.named["pretrained_model_name_or_path"] ?? call.named["model_name"] ?? call.named["model_name_or_path"]
      ?? call.first
    if type.contains("Tokenizer") {
      add(texts, call, .model, .tokenizerOf, to: &document)
    } else if type.hasPrefix("PeftModel") {
      add(call.named["model_id"] ?? call.positional.dropFirst().first, call, .model, .finetune, to: &document)
    } else if !["Config", "Processor", "FeatureExtractor", "Scheduler"].contains(where: { type.hasSuffix($0) }) {
      let target = call.target?.lowercased() ?? ""
      let relation: Relation =
        target.contains("teacher")
        ? .distilled : target.contains("reward") || target.contains("judge") ? .preferenceBy : use.base
      add(texts, call, .model, relation, to: &document)
    }
  }

  /// The defaults of arguments and of fields that are called after what they name.
  private func readDefaults(
    of program: PythonProgram, _ use: PythonUse, into document: inout ProvenanceDocument
  ) {
    for call in program.calls where call.name == "add_argument" {
      let flags = call.positional.flatMap { $0 }.map(\.text).filter { $0.hasPrefix("-") }
      for flag in flags {
        let key = String(flag.drop { $0 == "-" }).replacing("-", with: "_")
        guard let meaning = PythonKey(key, use) else { continue }
        for text in call.named["default"] ?? [] where meaning.accepts(text.text) {
          add(text, .key(flag), meaning.kind, meaning.relation, to: &document)
        }
      }
    }
    for assignment in program.assignments {
      guard let meaning = PythonKey(assignment.name, use), meaning.isPlain, meaning.accepts(assignment.value.text)
      else { continue }
      add(assignment.value, .key(assignment.name), meaning.kind, meaning.relation, to: &document)
    }
  }

  /// What the program pushes to the Hub, if that is one thing.
  private func takeSubject(of program: PythonProgram, _ use: PythonUse, into document: inout ProvenanceDocument) {
    let pushed = program.calls.flatMap { call in
      (call.name == "push_to_hub" ? call.named["repo_id"] ?? call.first : []) + (call.named["hub_model_id"] ?? [])
    }
    document.subjectKind = use.makesData ? .dataset : .model
    guard let first = pushed.first, Set(pushed.map { ArtefactID($0.text) }).count == 1, first.text.contains("/"),
      ArtefactID.isHubID(first.text)
    else { return }
    document.subject = Fact(first.text, at: SourceLocation(document.file, first.range))
  }

  private func add(
    _ texts: [PythonProgram.Literal]?, _ call: PythonProgram.Call, _ kind: ArtefactKind, _ relation: Relation,
    to document: inout ProvenanceDocument
  ) {
    for text in texts ?? [] {
      add(
        text, .call(call.name), kind, relation, revision: call.named["revision"]?.first?.text, to: &document)
    }
  }

  private func add(
    _ text: PythonProgram.Literal, _ basis: StatementBasis, _ kind: ArtefactKind, _ relation: Relation,
    revision: String? = nil, to document: inout ProvenanceDocument
  ) {
    document.add(
      text.text, at: SourceLocation(document.file, text.range), basis, kind: kind, relation, certainty: .hinted,
      revision: revision)
  }
}
