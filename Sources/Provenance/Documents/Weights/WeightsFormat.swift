import Diagnostics

/// The formats of files of weights, of which only the header is read.
enum WeightsFormat: CaseIterable {
  case gguf, safetensors

  /// How names of files of the format end.
  var ending: StaticString {
    switch self {
    case .gguf: ".gguf"
    case .safetensors: ".safetensors"
    }
  }

  /// The format of the file at a path, by its ending.
  init?(path: String) {
    guard let found = Self.allCases.first(where: { path.hasSuffixIgnoringCase($0.ending) }) else { return nil }
    self = found
  }

  /// Reads what the header says.
  func read(_ file: consuming OpenFile, path: String) -> DocumentReading {
    switch self {
    case .gguf: GGUFReader.read(file, path: path)
    case .safetensors: SafetensorsReader.read(file, path: path)
    }
  }
}
