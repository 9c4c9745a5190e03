import MarkupText
import Obligations

/// Reads the rows of tables in which a label, a column or the heading above says what the names in it are.
struct TableReader {
  let release: ReleaseName
  /// What the release is.
  let kind: ArtefactKind
  let finder: MentionFinder
  let maker: SourceMaker

  /// The sources of a row; `lead` is what the heading or the paragraph above the table makes of its names.
  func sources(in row: MarkdownBlock, _ mentions: [Mention], lead: LeadIn?) -> [SourceStatement] {
    guard !row.header.isEmpty || row.cells.count == 2 else { return [] }
    var sources: [SourceStatement] = []
    for column in row.cells.indices {
      guard let meaning = meaning(of: column, in: row, mentions, lead) else { continue }
      for name in names(in: column, of: row, mentions, meaning.role) {
        let source = maker.source(
          name, role: meaning.role, child: meaning.child, basis: .label(meaning.words), in: row,
          certainty: name.isSure && !(release.isTitle && meaning.child == nil) ? .stated : .hinted)
        if let source { sources.append(source) }
      }
    }
    return sources
  }

  /// What the names of a column are.
  private struct Meaning {
    let role: Cue.Role
    let words: String
    /// The artefact of the row that was made from them; nil for the release.
    var child: StatementChild?
  }

  private func meaning(of column: Int, in row: MarkdownBlock, _ mentions: [Mention], _ lead: LeadIn?) -> Meaning? {
    if row.cells.count == 2, column == 1, let label = cell(0, of: row), let role = Cue.role(ofLabel: label, for: kind) {
      return Meaning(role: role, words: label)
    }
    // "| Lantern-base | Base model |": the label stands behind the name.
    if row.cells.count == 2, column == 0, !row.header.isEmpty, let label = cell(1, of: row),
      label.utf8.count <= Self.longestLabel,
      !isRelease(0, of: row), let role = Cue.role(ofLabel: label, for: kind), !role.isOfData
    {
      return Meaning(role: role, words: label)
    }
    guard column < row.header.count else { return nil }
    let header = row.header[column]
    if let role = Cue.role(ofLabel: header, for: kind), column > 0 {
      // The row is about the artefact in its first cell, where one is named there.
      if isRelease(0, of: row) { return Meaning(role: role, words: header) }
      guard let child = names(in: 0, of: row, mentions, .weights(.finetune)).first,
        names(in: column, of: row, mentions, role).first?.id != child.id
      else { return nil }
      return Meaning(role: role, words: header, child: .artefact(child.id, child.kind))
    }
    guard let lead, column == 0, Self.plainHeaders.contains(header.lowercased().trimmed) else { return nil }
    return Meaning(role: lead.role, words: lead.words)
  }

  private static let longestLabel = 24

  /// Headers that say only that names stand below them.
  private static let plainHeaders: Set<String> = [
    "model", "models", "name", "dataset", "datasets", "data", "source", "sources", "corpus", "component",
    "dataset name",
    "model name", "data source", "subset", "模型", "数据集", "数据", "",
  ]

  private func isRelease(_ column: Int, of row: MarkdownBlock) -> Bool {
    guard !release.id.text.isEmpty, let text = cell(column, of: row) else { return false }
    let words = ArtefactID(text).words
    // Where nobody says which row is the release, each may be.
    return release.isTitle ? words.first == release.id.words.first : words == release.id.words
  }

  /// The artefacts that a cell names: known ones, else its text, if that is written as a name.
  private func names(in column: Int, of row: MarkdownBlock, _ mentions: [Mention], _ role: Cue.Role) -> [Mention] {
    let known = mentions.filter { row.cells[column].contains($0.range.lowerBound) && !release.isMeant(by: $0) }
    guard known.isEmpty, let text = cell(column, of: row)?.trimmed, (3...80).contains(text.utf8.count),
      case .artefact(let name, _) = SourceName(text), ArtefactID.isHubID(name),
      name.contains(where: { $0.isLetter }), name.contains(where: { $0.isUppercase || $0 == "-" })
    else { return known }
    let mention = Mention(
      id: ArtefactID(name), kind: role.isOfData ? .dataset : .model, range: row.cells[column], family: nil,
      standing: .written(noun: role.isOfData ? .dataset : .model, isMarked: true))
    return release.isMeant(by: mention) ? [] : [mention]
  }

  /// The text of a cell that is short enough to be a name or a label.
  private func cell(_ index: Int, of row: MarkdownBlock) -> String? {
    guard index < row.cells.count, row.cells[index].count <= 256 else { return nil }
    return String(decoding: row.text.bytes[row.cells[index]], as: UTF8.self)
  }
}

/// What introduces a list or a table: the role that it gives to the names there, and its words.
struct LeadIn {
  let role: Cue.Role
  let words: String
}
