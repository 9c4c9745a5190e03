/// The types of documents that tell where artefacts came from.
public enum DocumentType: String, Sendable, CaseIterable {
  // Bills of materials.
  case cyclonedx, spdx
  // Descriptions of datasets.
  case croissant
  case dataProvenanceStandards = "data-provenance-standards"
  case dataProvenanceInitiative = "data-provenance-initiative"
  case modelCard = "model-card"
  case datasetCard = "dataset-card"
  // What lies beside weights, or at their start.
  case adapterConfig = "adapter-config"
  case modelConfig = "model-config"
  case gguf, safetensors
  // Recipes of training, merging and generating.
  case axolotl, mergekit
  case llamaFactory = "llama-factory"
  case torchtune, trl, nemo, verl, oumi
  case autoTrain = "autotrain"
  case distillKit = "distillkit"
  case distilabel
  case dataDreamer = "datadreamer"
  case python
  /// A folder that the Hub's client downloaded.
  case hubFolder = "hub-folder"

  /// What documents of a type have in common for those who ask whom they speak about.
  enum Family {
    /// A bill of materials.
    case bill
    /// A description of one dataset.
    case description
    /// A card.
    case card
    /// A configuration that lies beside weights.
    case configuration
    /// A header of weights, whose name is what a converter made of a folder's.
    case weights
    /// One of perhaps many recipes, rather than a description of one artefact.
    case recipe
    /// A program, which may be a recipe or only one of a project's tools.
    case program
    /// A repository that was downloaded.
    case download
  }

  /// The family of a type; all that scopes decide by type they decide by this.
  var family: Family {
    switch self {
    case .cyclonedx, .spdx: .bill
    case .croissant, .dataProvenanceStandards, .dataProvenanceInitiative: .description
    case .modelCard, .datasetCard: .card
    case .adapterConfig, .modelConfig: .configuration
    case .gguf, .safetensors: .weights
    case .axolotl, .mergekit, .llamaFactory, .torchtune, .trl, .nemo, .verl, .oumi, .autoTrain, .distillKit,
      .distilabel,
      .dataDreamer:
      .recipe
    case .python: .program
    case .hubFolder: .download
    }
  }

  /// Whether it tells how something is made, and may be one of many that do.
  var isRecipe: Bool { family == .recipe || family == .program }

  /// Whether it lies beside weights, or at their start.
  var isBesideWeights: Bool { family == .configuration || family == .weights }

  /// Its name for people.
  public var title: String {
    switch self {
    case .cyclonedx: "CycloneDX BOM"
    case .spdx: "SPDX document"
    case .croissant: "Croissant description"
    case .dataProvenanceStandards: "Data Provenance Standards metadata"
    case .dataProvenanceInitiative: "Data Provenance Initiative summary"
    case .modelCard: "model card"
    case .datasetCard: "dataset card"
    case .adapterConfig: "adapter configuration"
    case .modelConfig: "model configuration"
    case .gguf: "GGUF header"
    case .safetensors: "safetensors header"
    case .axolotl: "axolotl configuration"
    case .mergekit: "mergekit configuration"
    case .llamaFactory: "LLaMA-Factory configuration"
    case .torchtune: "torchtune configuration"
    case .trl: "TRL recipe"
    case .nemo: "NeMo configuration"
    case .verl: "verl configuration"
    case .oumi: "Oumi configuration"
    case .autoTrain: "AutoTrain configuration"
    case .distillKit: "DistillKit configuration"
    case .distilabel: "distilabel pipeline"
    case .dataDreamer: "DataDreamer metadata"
    case .python: "Python program"
    case .hubFolder: "downloaded repository"
    }
  }
}
