import Diagnostics

/// The formats of files of weights, of which only the header is read.
enum WeightsFormat: CaseIterable {
  case gguf, safetensors

  private var ending: StaticString {
    switch self {
    case .gguf: ".gguf"
    case .safetensors: ".safetensors"
    }
  }

  /// What a file of the format is read as.
  var type: DocumentType {
    switch self {
    case .gguf: .gguf
    case .safetensors: .safetensors
    }
  }

  /// Whether a file of the format may have this name, given in bytes.
  func names(_ name: UnsafeBufferPointer<UInt8>) -> Bool { name.hasSuffixIgnoringCase(ending) }

  /// The format of the file at a path, by its ending.
  init?(path: String) {
    var path = path
    let found = path.withUTF8 { bytes in Self.allCases.first { $0.names(bytes) } }
    guard let found else { return nil }
    self = found
  }

  /// Reads what the header says; the path lies below `folder`.
  func read(_ file: consuming OpenFile, path: String, in folder: String? = nil) -> DocumentReading {
    switch self {
    case .gguf: GGUFReader.read(file, path: path, in: folder)
    case .safetensors: SafetensorsReader.read(file, path: path, in: folder)
    }
  }
}
