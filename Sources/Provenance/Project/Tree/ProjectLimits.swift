import Diagnostics

/// How much of a project is looked at. What lies behind a limit is left out, and a warning says so.
public struct ProjectLimits: Sendable {
  /// Most files and folders that the walk sees, whatever they are called.
  public var files = 200_000
  /// Deepest nesting of folders.
  public var depth = 32
  /// Most documents that are read whole.
  public var documents = 5_000
  /// Most bytes that are read of all files together.
  public var bytes = 1 << 30
  /// Most bytes of one document; headers of weights have limits of their own.
  public var documentBytes = SourceFile.documentLimit

  public init() {}

  /// One sentence for people.
  public var summary: String {
    """
    Of a project's folder at most \(files) files and folders are seen, \(depth) folders deep, and of those \
    \(documents) documents read, of \(documentBytes >> 20) MiB each and \(bytes >> 30) GiB in all; of weights only \
    the header, up to \(GGUFHeader.mostBytes >> 20) MiB of a GGUF file and \(SafetensorsHeader.mostBytes >> 20) MiB of \
    a safetensors file.
    """
  }
}
