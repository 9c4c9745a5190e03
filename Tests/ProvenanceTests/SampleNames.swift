import Diagnostics
import KnowledgeTables
import LicenseKnowledge
import Obligations
import Provenance
import Testing

/// Names under which the prose of the tests speaks of artefacts.
let sampleNames = KnownNames(
  [
    NameTable.Name("Llama 2", id: "meta-llama/Llama-2-*", isDataset: false),
    NameTable.Name("Llama 3.1", id: "meta-llama/Llama-3.1-*", isDataset: false),
    NameTable.Name("Mistral 7B", id: "mistralai/Mistral-7B-*", isDataset: false),
    NameTable.Name("GPT-3.5", id: "openai/gpt-3.5-*", isDataset: false),
    NameTable.Name("GPT-4", id: "openai/gpt-4*", isDataset: false),
    NameTable.Name("Claude 3", id: "anthropic/claude-3*", isDataset: false),
    NameTable.Name("DeepSeek-R1", id: "deepseek-ai/DeepSeek-R1", isDataset: false),
    NameTable.Name("ShareGPT", id: "sharegpt/sharegpt", isDataset: true),
    NameTable.Name("Alpaca dataset", id: "tatsu-lab/alpaca", isDataset: true),
  ],
  addresses: [(start: "github.com/tatsu-lab/stanford_alpaca", dataset: "tatsu-lab/alpaca")])

/// How cards word where things came from.
let cardWordings: CardWordings = {
  do {
    return try CardWordings(Knowledge().cardConcepts())
  } catch {
    fatalError("\(error)")
  }
}()

/// What the tests' catalogue knows an id to be.
func sampleKind(_ id: String) -> ArtefactKind? {
  ["sharegpt/sharegpt", "tatsu-lab/alpaca"].contains(id.lowercased()) ? .dataset : nil
}

/// The names that a manifest of the tests may use.
let sampleWords = ClosedWords(
  resolve: { name, kind in
    let known: [String] =
      switch kind {
      case .maker: ["OpenAI", "Meta"]
      case .service: ["openai-api", "lab-api", "x"]
      case .terms: ["openai-business-terms", "lab-terms"]
      }
    return known.first { $0.lowercased() == name.lowercased() }
  },
  candidates: { kind in
    switch kind {
    case .maker: ["OpenAI", "Meta"]
    case .service: ["openai-api", "lab-api"]
    case .terms: ["openai-business-terms", "lab-terms"]
    }
  },
  place: { name in
    switch name.lowercased() {
    case "de", "germany": Place("DE", related: ["EU"])
    case "ie", "ireland": Place("IE", related: ["EU"])
    case "worldwide": .worldwide
    default: nil
    }
  })

extension ManifestReader {
  /// A reader that knows the names of the tests.
  init() { self.init(words: sampleWords, names: sampleNames, wordings: cardWordings, kindOfID: sampleKind) }
}

/// Reads `text` as the card of `release`.
func card(_ text: String, of release: String = "acme/Helper-7B") throws -> ModelCard {
  var reader = ModelCardReader(names: sampleNames, wordings: cardWordings, kindOfID: sampleKind)
  let card = reader.read(SourceFile(path: "README.md", text: text), release: ArtefactID(release))
  return try #require(card)
}

extension ModelCard {
  /// What the prose declares, as `relation id`, with ` < child` where the child is not the release.
  var shownSources: [String] {
    proseSources.map { source in
      let child =
        switch source.child {
        case nil: ""
        case .artefact(let id, _): " < \(id.text)"
        }
      return "\(source.relation.rawValue) \(source.id.text)\(child)"
    }
  }
}
