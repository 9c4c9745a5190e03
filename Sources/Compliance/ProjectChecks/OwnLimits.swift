import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Obligations
import Provenance

/// Finds limits that the project puts on its release in words of its own and its declared licence does not have: in
/// the gate before a download, and where the card speaks of licence and use.
struct OwnLimits {
  let project: Project
  let texts: ProjectTexts
  let outbound: OutboundLicense

  /// One finding for each text that limits more than the licence does.
  func findings() -> [Finding] {
    guard let id = outbound.knownIDs.sorted().first else { return [] }
    return [
      gate.flatMap { finding($0, obligations(in: $0), beside: id) },
      card.flatMap { finding($0, statements(in: $0), beside: id) },
    ].compactMap { $0 }
  }

  /// The gate, where it holds no licence that is known.
  private var gate: ProjectText? {
    texts.gate.flatMap { texts.identification(of: $0).isLike ? nil : $0 }
  }

  private var card: ProjectText? { texts.all.first { $0.file === project.card?.file && $0.role != nil } }

  private func obligations(in text: ProjectText) -> [ParsedObligation] { texts.parsed(text)?.obligations ?? [] }

  /// What the card says of the release's use as such: not what stands among its data, results or thanks.
  private func statements(in card: ProjectText) -> [ParsedObligation] {
    let sections = sections(of: card.readable)
    guard sections.contains(where: { Self.mayLimit(card.readable.text.bytes[$0]) }) else { return [] }
    return obligations(in: card).filter { read in
      (read.kind == .commercialUse || read.kind == .beyondResearch || Self.asksForCommercialLicense(read))
        && sections.contains { $0.overlaps(read.range) }
    }
  }

  /// The blocks above the first section, and those below headings about licence and use.
  private func sections(of text: ReadableText) -> [Range<Int>] {
    var isOpen = true
    return text.blocks.compactMap { block in
      switch block.kind {
      case .heading(let level):
        let words = text.words(in: block.range).lowercased().split { !$0.isLetter }
        isOpen = level == 1 || words.contains { Self.headings.contains(String($0)) }
        return nil
      case .paragraph, .item: return isOpen ? block.range : nil
      case .row, .code: return nil
      }
    }
  }

  private static let headings: Set<String> = [
    "license", "licence", "licensing", "terms", "disclaimer", "restrictions", "use", "uses", "usage", "intended",
  ]

  /// Whether a block may speak of such a limit, so that the card is worth reading.
  private static func mayLimit(_ block: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: block, as: UTF8.self).lowercased()
    return ["commercial", "research", "academic"].contains { words.contains($0) }
  }

  /// Whether commercial use takes another licence: the release's own does not reach so far.
  private static func asksForCommercialLicense(_ read: ParsedObligation) -> Bool {
    read.kind == .separateLicense && read.modality == .must && read.threshold == nil
      && read.triggers.contains(.commercial)
  }

  private func finding(_ text: ProjectText, _ obligations: [ParsedObligation], beside id: String) -> Finding? {
    let carried = outbound.known.values.reduce(into: Set<Restriction>()) { $0.formUnion($1.carries) }
    // A non-commercial licence stands near enough to one for research.
    let read = obligations.filter { $0.modality == .mustNot || Self.asksForCommercialLicense($0) }
    let sold: [Restriction] = read.contains(where: Self.asksForCommercialLicense) ? [.nonCommercial] : []
    let limits = (ExtractedLicense.limits(read).map(\.restriction) + sold).unique().filter {
      !carried.contains($0) && !($0 == .researchOnly && carried.contains(.nonCommercial))
        && !($0 == .nonCommercial && carried.contains(.researchOnly))
    }
    guard !limits.isEmpty else { return nil }
    let question = Question.governingText(id, at: text.file.path)
    let names = limits.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return Finding(
      license: id, kind: .modifiedLicense, source: project.release.text, status: .undetermined,
      message: "`\(text.file.path)` limits the release in words that `\(id)` does not have: \(names)",
      summary: "a licence is not narrowed beside its text",
      location: read.first.map { text.location(of: $0.range) } ?? text.start, evidence: text.evidence(for: read),
      missing: [question], help: question.answer)
  }
}
