import LicenseKnowledge
import LicenseTexts
import Synchronization

/// Recognises the texts that are held; signatures are decoded when they are first needed.
final class KnownTexts: Sendable {
  private let knowledge: Knowledge
  private let all = Mutex<LicenseIdentifier?>(nil)
  private let single = Mutex<[String: Single]>([:])

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// Recognises all texts.
  var identifier: LicenseIdentifier {
    if let known = all.withLock({ $0 }) { return known }
    let identifier = LicenseIdentifier(knowledge.allSignatures)
    all.withLock { $0 = identifier }
    return identifier
  }

  /// Recognises the texts of one licence; nil where none is held.
  func identifier(of license: String) -> LicenseIdentifier? {
    if let known = single.withLock({ $0[license] }) { return known.identifier }
    let signatures = knowledge.signatures(of: license)
    let known = Single(identifier: signatures.isEmpty ? nil : LicenseIdentifier(signatures))
    single.withLock { $0[license] = known }
    return known.identifier
  }

  /// What recognises one licence; that there is nothing is worth remembering too.
  private struct Single {
    let identifier: LicenseIdentifier?
  }
}
