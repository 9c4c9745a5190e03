import MarkupText
import Obligations

/// Reads a row of a table in which a label, a column or the heading above says what the names in it are.
struct TableReader {
  let block: MarkdownBlock
  let passage: WordedPassage
  let release: ReleaseName
  /// What the release is.
  let kind: ArtefactKind
  let wordings: WordingReader
  let maker: SourceMaker
  /// The names in the row.
  let mentions: [Mention]

  /// The sources of the row; `lead` is what the heading or the paragraph above the table makes of its names.
  func sources(lead: Label?) -> [SourceStatement] {
    guard !block.header.isEmpty || block.cells.count == 2 else { return [] }
    var sources: [SourceStatement] = []
    for column in block.cells.indices {
      guard let meaning = meaning(of: column, lead) else { continue }
      for name in names(in: column, meaning.label.role) {
        let role = wordings.role(of: name, under: meaning.label)
        let isSure = name.isSure && role == meaning.label.role && !(release.isTitle && meaning.child == nil)
        let source = maker.source(
          name, role: role, child: meaning.child, basis: .label(meaning.label.words), in: block,
          certainty: isSure ? .stated : .hinted)
        if let source { sources.append(source) }
      }
    }
    return sources
  }

  /// What the names of a column are, and the artefact of the row that was made from them; nil for the release.
  private typealias Meaning = (label: Label, child: StatementChild?)

  private func meaning(of column: Int, _ lead: Label?) -> Meaning? {
    let isPair = block.cells.count == 2
    if isPair, column == 1, let label = label(inCell: 0) { return (label, nil) }
    // "| Lantern-base | Base model |": the label stands behind the name.
    if isPair, column == 0, !block.header.isEmpty, !isRelease(0), let text = cell(1),
      text.utf8.count <= Self.longestLabel, let label = label(inCell: 1), !label.role.isOfData
    {
      return (label, nil)
    }
    guard column < block.header.count else { return nil }
    let header = block.header[column]
    if column > 0, let label = wordings.label(header, for: kind) {
      // The row is about the artefact in its first cell, where one is named there.
      if isRelease(0) { return (label, nil) }
      guard let child = names(in: 0, .weights(.finetune)).first,
        names(in: column, label.role).first?.id != child.id
      else { return nil }
      return (label, .artefact(child.id, child.kind))
    }
    guard let lead, column == 0, isPlain(header), !isOfScores else { return nil }
    return (lead, nil)
  }

  /// Whether the row holds results: several bare fractions, "37.06 | 0.36".
  private var isOfScores: Bool {
    block.cells.indices.dropFirst().count { index in
      guard let text = cell(index)?.trimmed, text.contains(".") else { return false }
      return text.allSatisfy { $0.isNumber || $0 == "." }
    } > 1
  }

  private static let longestLabel = 24

  private func label(inCell index: Int) -> Label? { cell(index).flatMap { wordings.label($0, for: kind) } }

  /// Whether a header says only that names stand below it.
  private func isPlain(_ header: String) -> Bool {
    let text = header.trimmed
    return text.isEmpty || (text.utf8.count <= Self.longestLabel && wordings.concepts(in: text).has(.labelPlain))
  }

  private func isRelease(_ column: Int) -> Bool {
    guard !release.id.text.isEmpty, let text = cell(column) else { return false }
    let words = ArtefactID(text).words
    // Where nobody says which row is the release, each may be.
    return release.isTitle ? words.first == release.id.words.first : words == release.id.words
  }

  /// The artefacts that a cell names: known ones, else its text, if that is written as a name.
  private func names(in column: Int, _ role: SourceRole) -> [Mention] {
    let range = block.cells[column]
    let known = mentions.filter { range.contains($0.range.lowerBound) && !release.isMeant(by: $0) }
    guard known.isEmpty, let text = cell(column)?.trimmed, (3...80).contains(text.utf8.count),
      case .artefact(let name, _) = SourceName(text), ArtefactID.isHubID(name) || isSpacedName(name),
      name.contains(where: { $0.isLetter }), isName(name, range),
      !passage.words(in: range).allSatisfy({ passage.is(.noName, at: $0) })
    else { return known }
    let noun: ArtefactKind = role.isOfData ? .dataset : .model
    let mention = Mention(
      id: ArtefactID(name), kind: noun, range: range, family: nil,
      standing: .written(noun: noun, isMarked: true, isAlone: true))
    return release.isMeant(by: mention) ? [] : [mention]
  }

  /// Whether a text is a few words of which each is written as a name's: "Harbour Speech v2".
  private func isSpacedName(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    return (2...4).contains(parts.count)
      && parts.allSatisfy { part in
        ArtefactID.isHubID(String(part)) && (part.first?.isUppercase == true || part.contains { $0.isNumber })
      }
      && parts[0].contains { $0.isLetter }
  }

  /// Whether a cell's text is written as a name, or leads somewhere.
  private func isName(_ text: String, _ range: Range<Int>) -> Bool {
    text.dropFirst().contains { $0.isUppercase || $0.isNumber || $0 == "-" }
      || block.links.contains { $0.range.overlaps(range) }
  }

  /// The text of a cell that is short enough to be a name or a label.
  private func cell(_ index: Int) -> String? {
    guard index < block.cells.count, block.cells[index].count <= 256 else { return nil }
    return String(decoding: block.text.bytes[block.cells[index]], as: UTF8.self)
  }
}
