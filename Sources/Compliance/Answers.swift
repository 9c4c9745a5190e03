import Provenance

/// What a project says of its release beside what that was made from.
///
/// Start from what a project answers, change what is asked about, and weigh its `Assessment` under that.
public struct Answers: Sendable {
  /// The licence under which the release goes out.
  public var license: Fact<String>?
  /// How it goes out.
  public var release: ReleaseFacts
  /// Who makes it.
  public var licensee: LicenseeFacts
  /// Answers to questions of law.
  public var interpretations: [String: Fact<Bool>]
  /// What somebody vouches for.
  public var attestations: [Attestation]
  /// Who accepted the terms under which outputs of a source were obtained, by its id, where the project leaves it open.
  public var acceptors: [String: Acquisition.Acceptor] = [:]

  /// What a project answers itself.
  public init(of project: Project) {
    let manifest = project.manifest ?? Manifest()
    self.license = manifest.license
    self.release = manifest.release
    self.licensee = manifest.licensee
    self.interpretations = manifest.interpretations
    self.attestations = manifest.attestations
  }

  /// These answers, but where others say something of the release, of who makes it, or of the law, what they say.
  public func replaced(by others: Answers) -> Answers {
    var answers = self
    answers.release.forms = others.release.forms ?? release.forms
    answers.release.commercial = others.release.commercial ?? release.commercial
    answers.release.date = others.release.date ?? release.date
    answers.release.measures.merge(others.release.measures) { _, other in other }
    answers.release.territories = others.release.territories ?? release.territories
    answers.licensee.domicile = others.licensee.domicile ?? licensee.domicile
    answers.licensee.competesWith = others.licensee.competesWith ?? licensee.competesWith
    answers.interpretations.merge(others.interpretations) { _, other in other }
    return answers
  }
}

extension Project {
  /// The project as if its declaration gave these answers.
  func answering(_ answers: Answers) -> Project {
    var manifest = manifest ?? Manifest()
    manifest.license = answers.license
    manifest.release = answers.release
    manifest.licensee = answers.licensee
    manifest.interpretations = answers.interpretations
    manifest.attestations = answers.attestations
    var project = self
    project.manifest = manifest
    return project
  }
}
