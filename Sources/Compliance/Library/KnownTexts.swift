import Diagnostics
import LicenseKnowledge
import LicenseTexts

/// Recognises the texts that are held; signatures are decoded when they are first needed.
public final class KnownTexts: Sendable {
  private let knowledge: Knowledge
  private let all: Once<LicenseIdentifier>
  private let single = Memo<String, LicenseIdentifier?>()

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    self.all = Once { LicenseIdentifier(knowledge.signatureFiles.flatMap(\.signatures)) }
  }

  /// Recognises all texts.
  public var identifier: LicenseIdentifier { all.value }

  /// Recognises the texts of one licence; nil where none is held.
  func identifier(of license: String) -> LicenseIdentifier? {
    single.value(of: license) {
      let signatures = knowledge.signatureFiles(of: license).flatMap(\.signatures)
        .filter { $0.id == license || $0.also.contains(license) }
      return signatures.isEmpty ? nil : LicenseIdentifier(signatures)
    }
  }
}

extension SourceFile {
  /// The signatures in a file of them.
  fileprivate var signatures: [LicenseSignature] { SignatureFile(reading: bytes)?.signatures ?? [] }
}
