import MarkupText

/// What is known of a clause before all of them have been read.
struct ClauseDraft {
  var label: Label
  var heading: String?
  var headingRange: Range<Int>?
  let parent: Int?
  var range: Range<Int>
  /// The first clause of the list that a number of one part belongs to.
  var list: Int?
  /// The passage that governs it although their numbers stand side by side.
  var flatLead: Int?
  /// Whether a passage governs it, so that it is an item and no section.
  var isGoverned = false

  /// What begins a clause.
  enum Label {
    case title
    /// A heading by markup, levels 1 to 6, or by its look.
    case heading(level: Int)
    /// A heading that a bullet begins.
    case itemHeading
    /// A title run into a paragraph.
    case runIn
    case attachment(String)
    /// A part that groups clauses numbered throughout.
    case part(String)
    case number(path: [String], style: OutlineNumber.Style, isTop: Bool)
  }

  /// Whether a number begins it.
  var isNumber: Bool { if case .number = label { true } else { false } }
  /// Whether it is an attachment.
  var isAttachment: Bool { if case .attachment = label { true } else { false } }

  /// Whether its number has several parts, such as `2.1`.
  var isDecimal: Bool { if case .number(let path, _, _) = label { path.count > 1 } else { false } }

  /// The printed number, for clauses of the outermost list.
  var topNumber: String? {
    if case .number(let path, _, true) = label { path.joined(separator: ".") } else { nil }
  }
}
