import ArgumentParser
import PedigreeKit

/// `pedigree explain`: what a licence asks for.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a licence, its obligations of one kind, a kind of finding or message, or a catalogued artefact.",
    discussion: """
      The licence is named by its id, its Hub or SPDX id, or another common name; a model, dataset or service of the \
      catalogue by its id.
      """)

  @Argument(
    help: ArgumentHelp(
      "Such as llama-3.1, llama-3.1/name-prefix, name-prefix, or openai/gpt-4o.",
      valueName: "licence[/kind], kind or id")
  )
  var subject: String

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let library = try knowledge.load()
    let parts = subject.split(separator: "/", maxSplits: 1).map(String.init)
    guard let name = parts.first else { throw Stop.failure("name a licence; `pedigree licenses` lists them") }
    if let kind = FindingKind(rawValue: subject) {
      return Output.write(KindText(style: colour.style).explain(kind, library: library))
    }
    if let id = DiagnosticID(rawValue: subject) {
      return Output.write(KindText(style: colour.style).explain(id))
    }
    if case .unknown = library.resolve(name), library.versions(of: name).isEmpty,
      let entry = CatalogText(style: colour.style).explain(subject, in: library.catalog)
    {
      return Output.write(entry)
    }
    let license = try find(name, in: library)
    let kind = parts.count == 2 ? try self.kind(parts[1]) : nil
    Output.write(LicenseText(style: colour.style).explain(license, kind: kind))
  }

  /// What a licence can ask: an obligation, or what it wants of the licence under which the release goes out.
  private func kind(_ name: String) throws -> FindingKind {
    let kinds = ObligationKind.allCases.map(FindingKind.obligation) + [.outboundLicense]
    if let known = FindingKind(rawValue: name), kinds.contains(known) { return known }
    let near = name.nearest(in: kinds.map(\.rawValue))
    throw Stop.failure(
      "`\(TerminalText.escaped(name))` is not a kind of obligation\(near.map { "; did you mean `\($0)`?" } ?? "")")
  }

  private func find(_ name: String, in library: Library) throws -> License {
    do throws(LicenseNameError) {
      return try library.explain(name)
    } catch {
      throw Self.stop(error, naming: name)
    }
  }

  /// The end of a run in which a name means no licence.
  static func stop(_ error: LicenseNameError, naming name: String) -> Stop {
    let shown = TerminalText.escaped(name)
    switch error {
    case .severalLicenses(let advice): return .failure("`\(shown)` does not name one licence: \(advice)")
    case .notHeld:
      return .failure("`\(shown)` is recognised, but its obligations are not known; add them with --licenses")
    case .unknown(let nearest):
      let hint = nearest.map { "did you mean `\($0)`?" } ?? "`pedigree licenses` lists them"
      return .failure("no licence is called `\(shown)`; \(hint)")
    case .unreadable(let id): return .failure("`\(id)` can't be read")
    }
  }
}
