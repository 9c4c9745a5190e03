import Diagnostics
import Obligations
import YAMLSource

/// A file of a folder that adds to what is compiled into the program, or takes its place.
public struct OverlaidFile: Sendable {
  public let file: SourceFile
  /// The SHA-256 digest of its bytes.
  public let digest: String
  /// The licence that it holds; nil for a catalogue, a lexicon and the like.
  public let license: String?
  /// Whether what is compiled in holds the same licence.
  public let replaces: Bool
  /// The duties and bans that what is compiled in has and the file lacks, each as often as it lacks it.
  public let dropped: [ObligationKind]
}

extension Knowledge {
  /// The files of folders, sorted by their paths.
  public var overlaidFiles: [OverlaidFile] {
    overlaid.map { overlay in
      let file = overlay.read()
      let id = overlay.licenseID
      let old = id.flatMap { replaced[$0] }
      return OverlaidFile(
        file: file, digest: overlay.digest, license: id, replaces: old != nil,
        dropped: old.map { Self.kinds(of: $0.read(), without: file) } ?? [])
    }
  }

  /// The kinds of a licence's obligations that another version of it lacks.
  private static func kinds(of old: SourceFile, without new: SourceFile) -> [ObligationKind] {
    var left = Dictionary(grouping: duties(of: new), by: { $0 }).mapValues(\.count)
    return duties(of: old).filter { kind in
      guard let count = left[kind], count > 0 else { return true }
      left[kind] = count - 1
      return false
    }
  }

  private static func duties(of file: SourceFile) -> [ObligationKind] {
    guard let root = YAMLDocument(reading: file, limits: .strict).root else { return [] }
    var decoder = LicenseDecoder()
    return (decoder.decode(root)?.obligations ?? []).filter { $0.modality == .must || $0.modality == .mustNot }
      .map(\.kind)
  }
}
