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
  case distillKit = "distillkit"
  case distilabel
  case dataDreamer = "datadreamer"
  case python
  /// A folder that the Hub's client downloaded.
  case hubFolder = "hub-folder"

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
    case .distillKit: "DistillKit configuration"
    case .distilabel: "distilabel pipeline"
    case .dataDreamer: "DataDreamer metadata"
    case .python: "Python program"
    case .hubFolder: "downloaded repository"
    }
  }
}
