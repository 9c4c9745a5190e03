import LicenseKnowledge
import LicenseTexts

extension Knowledge {
  /// What all texts are recognised by that are held.
  public var allSignatures: [LicenseSignature] {
    signatureFiles.flatMap { SignatureFile(reading: $0.bytes)?.signatures ?? [] }
  }

  /// What the texts of one licence are recognised by; empty where none is held.
  public func signatures(of id: String) -> [LicenseSignature] {
    signatureFiles(of: id).flatMap { SignatureFile(reading: $0.bytes)?.signatures ?? [] }
      .filter { $0.id == id || $0.also.contains(id) }
  }
}
