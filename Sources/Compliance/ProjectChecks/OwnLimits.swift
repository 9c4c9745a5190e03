import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Obligations
import Provenance

/// Finds limits that the project puts on its release in words of its own and its declared licence does not have: in
/// the gate before a download, and where the card speaks of licence and use.
struct OwnLimits {
  private let project: Project
  private let texts: ProjectTexts
  private let outbound: OutboundLicense

  init(_ assessment: Assessment) {
    project = assessment.project
    texts = assessment.texts
    outbound = assessment.outbound
  }

  /// One finding for each text that limits more than the licence does.
  func findings() -> [Finding] {
    guard let id = outbound.knownIDs.sorted().first else { return [] }
    return [
      gate.flatMap { finding($0, obligations(in: $0), [], beside: id) },
      card.flatMap { finding($0, statements(in: $0), answers(in: $0), beside: id) },
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
    let sections = sections(of: card.readable).filter { $0.kind != .row }.map(\.range)
    guard sections.contains(where: { Self.mayLimit(card.readable.text.bytes[$0]) }) else { return [] }
    return obligations(in: card).filter { read in
      (read.kind == .commercialUse || read.kind == .beyondResearch || Self.asksForCommercialLicense(read))
        && sections.first { $0.overlaps(read.range) }.map { !isAboutPart(read, of: $0, in: card.readable) } == true
    }
  }

  /// Whether a limit is put on something else than the release: "The data that it was trained on is for research only."
  private func isAboutPart(_ read: ParsedObligation, of block: Range<Int>, in text: ReadableText) -> Bool {
    // What was read can begin behind the subject of its sentence.
    let before =
      block.lowerBound < read.range.lowerBound ? text.words(in: block.lowerBound..<read.range.lowerBound) : ""
    let sentence = before.split(separator: ". ").last.map(String.init) ?? ""
    let words = (sentence + " " + text.words(in: read.range)).lowercased().split { !$0.isLetter }
    // A card that says little else of itself may be taken for a data set's: what something was trained on is none.
    let isDataset =
      project.card?.isDatasetCard == true && !words.prefix(2 * Self.longestSubject).contains("trained")
    return words.prefix(Self.longestSubject).contains {
      Self.parts.contains($0) || !isDataset && Self.data.contains($0)
    }
  }

  private static let longestSubject = 4
  private static let parts: Set<Substring> = ["base", "tokenizer", "paper", "original", "upstream"]
  private static let data: Set<Substring> = ["data", "dataset", "datasets", "corpus"]

  /// A limit that a table or a labelled entry states without a sentence.
  private typealias Answer = (limit: Restriction, range: Range<Int>)

  /// "Commercial use: no", "| Use | Non-commercial only |", "For research purposes."
  private func answers(in card: ProjectText) -> [Answer] {
    sections(of: card.readable).compactMap { block in
      guard block.range.count <= Self.longestAnswer else { return nil }
      let words = card.readable.words(in: block.range).lowercased()
      // The cells of a row stand side by side without a sign between them.
      let isLabelled = block.kind == .row || words.contains { ":|".contains($0) }
      let entry = words.split { ":| \n".contains($0) }.joined(separator: " ")
      guard isLabelled else {
        return Self.researchUses.contains(entry.last == "." ? String(entry.dropLast()) : entry)
          ? (.researchOnly, block.range) : nil
      }
      let isDenied = Self.answer(to: ["commercial use", "commercial usage", "commercial uses"], in: entry).map {
        answer in
        Self.noes.contains { answer.startsWithWord($0) }
      }
      let isLimited = Self.answer(to: ["use", "usage", "permitted use", "allowed use"], in: entry).map { answer in
        ["non-commercial", "noncommercial"].contains { answer.startsWithWord($0) }
      }
      return isDenied == true || isLimited == true ? (.nonCommercial, block.range) : nil
    }
  }

  /// What stands behind one of the labels at the beginning of an entry.
  private static func answer(to labels: [String], in entry: String) -> Substring? {
    labels.first { entry.startsWithWord($0) }.map { entry.dropFirst($0.count).drop { $0 == " " } }
  }

  private static let longestAnswer = 120
  private static let noes = ["no", "not", "none", "never", "forbidden", "prohibited", "disallowed", "❌", "✗", "✘"]
  private static let researchUses: Set<String> = [
    "for research purposes", "for research", "for research use", "research purposes", "research use",
  ]

  /// The blocks above the first section, and those below headings about licence and use.
  private func sections(of text: ReadableText) -> [TextBlock] {
    var isOpen = true
    return text.blocks.compactMap { block in
      switch block.kind {
      case .heading(let level):
        let words = text.words(in: block.range).lowercased().split { !$0.isLetter }
        isOpen = level == 1 || words.contains { Self.headings.contains(String($0)) }
        return nil
      case .paragraph, .item, .row: return isOpen ? block : nil
      case .code: return nil
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

  private func finding(
    _ text: ProjectText, _ obligations: [ParsedObligation], _ answers: [Answer], beside id: String
  ) -> Finding? {
    let carried = outbound.known.values.reduce(into: Set<Restriction>()) { $0.formUnion($1.carries) }
    // A non-commercial licence stands near enough to one for research.
    let read = obligations.filter { $0.modality == .mustNot || Self.asksForCommercialLicense($0) }
    let sold: [Restriction] = read.contains(where: Self.asksForCommercialLicense) ? [.nonCommercial] : []
    let limits = (ExtractedLicense.limits(read).map(\.restriction) + sold + answers.map(\.limit)).unique().filter {
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
      location: (read.map(\.range) + answers.map(\.range)).first.map { text.location(of: $0) } ?? text.start,
      evidence: text.evidence(for: read),
      missing: [question], help: question.answer)
  }
}

extension StringProtocol {
  /// Whether it begins with a word, and not with a longer one.
  fileprivate func startsWithWord(_ word: String) -> Bool {
    hasPrefix(word) && dropFirst(word.count).first?.isLetter != true
  }
}
