import Compliance
import Diagnostics
import Obligations
import Provenance

/// A `pedigree.yaml` for a project that has none: everything that its files say, each with its place, and open questions
/// as comments where they say nothing.
///
/// What the files are sure of is declared; what they only hint at stands there as a comment, so that a check of the
/// result comes to the same verdicts as before.
public struct ManifestDraft {
  private let project: Project
  private let questions: [Report.RankedQuestion]
  private let schema: String?
  private let lineage: Lineage
  /// The step by which each artefact is nearest to the release: there its own sources are listed, and nowhere else.
  private let nearest: [Int: Int]
  /// Most questions that are listed.
  private static let mostQuestions = 8

  /// A draft for a project; `schema` is the path of the schema by which editors read it, from the draft's folder.
  public init(_ project: Project, questions: [Report.RankedQuestion], schema: String? = nil) {
    self.project = project
    self.questions = questions
    self.schema = schema
    self.lineage = project.lineage
    self.nearest = Self.nearest(in: project.lineage)
  }

  private static func nearest(in lineage: Lineage) -> [Int: Int] {
    var nearest: [Int: Int] = [:]
    var open = [Lineage.release]
    var next = 0
    while next < open.count {
      for index in lineage.indices(into: open[next])
      where lineage.edges[index].certainty >= .stated && nearest[lineage.edges[index].parent] == nil {
        nearest[lineage.edges[index].parent] = index
        open.append(lineage.edges[index].parent)
      }
      next += 1
    }
    return nearest
  }

  /// Number of sources that are declared, nested ones included.
  public var declaredSources: Int { sourceLines.count { $0.drop { $0 == " " }.hasPrefix("- ") } }

  /// The file, with a line break at its end.
  public func render() -> String {
    let sections = [
      heading, model, release, licensee, sources, unnamed, documents, attestations, openQuestions,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.map { "\($0)\n" }.joined() }.joined(separator: "\n")
  }

  private var heading: [String] {
    let files = [project.card?.file.path].compactMap { $0 } + project.provenance.map(\.file.path)
    let shown = files.prefix(6).joined(separator: ", ") + (files.count > 6 ? " and \(files.count - 6) more" : "")
    let modeline = schema.map { ["# yaml-language-server: $schema=\($0)"] } ?? []
    return modeline + [
      "# What the release was made from, how it goes out and who makes it.",
      "# Drafted by `pedigree init` from \(Self.comment(shown)). Check each line; `pedigree check` reads the result.",
      "pedigree: 1",
    ]
  }

  private var model: [String] {
    var entries: [String] = []
    if project.isNamed {
      let place = project.nameLocation.map { "  # \(Self.place($0))" } ?? ""
      entries.append("  name: \(Self.scalar(project.release.text))\(place)")
    }
    let claims = project.declaredLicenses
    if claims.count == 1, let claim = claims.first, claim.link == nil, claim.name.lowercased() != "other" {
      entries.append("  license: \(Self.scalar(claim.name))  # \(Self.place(claim.location))")
    }
    if let card = project.card { entries.append("  card: \(Self.scalar(card.file.path))") }
    var open: [String] = []
    if !project.isNamed { open.append("  # name: owner/name  # what is the release called?") }
    if claims.isEmpty { open.append("  # license: …  # under which licence does it go out?") }
    // Several licences, and those with a text of their own, stay where they are declared.
    if !claims.isEmpty, !entries.contains(where: { $0.hasPrefix("  license:") }) {
      open += claims.map { "  # license: \(Self.comment($0.name))  # \(Self.place($0.location)); read from there" }
    }
    // A mapping without entries would be null.
    return [entries.isEmpty ? "# model:" : "model:"] + entries + open
  }

  private var release: [String] {
    [
      "# release:", "#   how: [weights]  # weights, hosted, product, internal: how does it go out?",
      "#   commercial: no", "#   date: 2025-01-31", "#   monthly-active-users: 0", "#   annual-revenue-usd: 0",
      "#   territories: [worldwide]",
    ]
  }

  private var licensee: [String] {
    [
      "# licensee:", "#   name: …", "#   domicile: DE  # ISO 3166-1 alpha-2",
      "#   competes-with: []  # makers with whose products the release competes; [] says none",
    ]
  }

  // MARK: Sources

  private var sources: [String] {
    let lines = sourceLines
    if lines.isEmpty {
      return ["# sources:", "#   - { model: owner/name, relation: finetune }  # what was it made from?"]
    }
    // A list without entries would be null.
    let isDeclared = lines.contains { !$0.drop { $0 == " " }.hasPrefix("#") }
    let complete = ["# complete: yes  # once the list above is exhaustive"]
    return [isDeclared ? "sources:" : "# sources:"] + lines + complete
  }

  private var sourceLines: [String] { entries(below: Lineage.release, indent: 2, path: [Lineage.release]) }

  private func entries(below child: Int, indent: Int, path: [Int]) -> [String] {
    guard path.count <= ManifestReader.deepestSource else { return tooDeep(below: child, indent: indent) }
    return lineage.indices(into: child).filter { !path.contains(lineage.edges[$0].parent) }.flatMap { index in
      lineage.edges[index].certainty >= .stated
        ? entry(index, indent: indent, path: path) : hint(lineage.edges[index], indent: indent)
    }
  }

  /// Says what the manifest has no room for: a source whose own sources would be nested deeper than is read.
  private func tooDeep(below child: Int, indent: Int) -> [String] {
    let edges = lineage.edges(into: child).filter { $0.certainty >= .stated }
    guard !edges.isEmpty else { return [] }
    let names = edges.map { lineage.nodes[$0.parent].id.text }.joined(separator: ", ")
    let blank = String(repeating: " ", count: indent)
    return [
      "\(blank)# not declared, since sources nest at most \(ManifestReader.deepestSource) deep: \(Self.comment(names))",
      "\(blank)# list them as sources of the release, with the relation that they have to it",
    ]
  }

  private func entry(_ index: Int, indent: Int, path: [Int]) -> [String] {
    let edge = lineage.edges[index]
    let node = lineage.nodes[edge.parent]
    let blank = String(repeating: " ", count: indent)
    var lines = [
      "\(blank)- \(node.kind.rawValue): \(Self.scalar(node.id.text))  # \(Self.reason(edge))",
      "\(blank)  relation: \(edge.relation.rawValue)",
    ]
    if let claim = node.licenses.first(where: { $0.basis == .project }), claim.link == nil {
      lines.append("\(blank)  license: \(Self.scalar(claim.name))  # \(Self.place(claim.location))")
    }
    if let revision = node.revisions.first {
      lines.append("\(blank)  # at revision \(Self.comment(revision.value)), \(Self.place(revision.location))")
    }
    if edge.relation.carriesOutputs {
      lines += [
        "\(blank)  # service: …  # through which service were the outputs obtained,",
        "\(blank)  # from: 2025-01-01  # when,",
        "\(blank)  # accepted-by: us  # and who accepted its terms: us or upstream?",
      ]
    }
    guard nearest[edge.parent] == index else { return lines }
    let nested = entries(below: edge.parent, indent: indent + 4, path: path + [edge.parent])
    guard nested.contains(where: { !$0.drop { $0 == " " }.hasPrefix("#") }) else { return lines + nested }
    return lines + ["\(blank)  sources:"] + nested
  }

  private func hint(_ edge: Lineage.Edge, indent: Int) -> [String] {
    let node = lineage.nodes[edge.parent]
    let blank = String(repeating: " ", count: indent)
    return [
      "\(blank)# - { \(node.kind.rawValue): \(Self.comment(node.id.text)), relation: \(edge.relation.rawValue) }"
        + "  # is it a source? \(Self.reason(edge))"
    ]
  }

  private var unnamed: [String] {
    lineage.unnamed.map { unnamed in
      let whose = unnamed.child == Lineage.release ? "" : " of \(lineage.nodes[unnamed.child].id.text)"
      return Self.comment(
        "# - { model: …, relation: \(unnamed.source.relation.rawValue) }  # which model\(whose)? "
          + "\(unnamed.source.basis.description) indicates one, \(Self.place(unnamed.source.location))")
    }
  }

  private var documents: [String] {
    let paths = project.documents.map(\.file.path)
    guard !paths.isEmpty else { return [] }
    return [
      "# What is not in these files is then taken for absent.",
      "# documents: [\(paths.map { Self.comment(Self.scalar($0)) }.joined(separator: ", "))]",
    ]
  }

  private var attestations: [String] {
    [
      "# attest:  # what no file can show; the findings end with the name to put here",
      "#   - { obligation: licence/kind, statement: …, by: you@example.org, date: 2025-01-31 }",
    ]
  }

  private var openQuestions: [String] {
    guard !questions.isEmpty else { return [] }
    return ["# What to answer first:"]
      + questions.prefix(Self.mostQuestions).flatMap {
        [Self.comment("# - \($0.question.text)"), Self.comment("#   \($0.question.answer)")]
      }
  }

  // MARK: Text

  private static func reason(_ edge: Lineage.Edge) -> String {
    let place = place(edge.location)
    return comment(edge.basis.map { "\(place), \($0.description)" } ?? place)
  }

  private static func place(_ location: SourceLocation) -> String {
    comment(PlaceText.short(location))
  }

  /// Text of files on one line, as a comment can hold it.
  private static func comment(_ text: String) -> String {
    TerminalText.escaped(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A text as a YAML scalar: plain where nobody can take it for something else, else in quotation marks.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy { byte in
        byte.isAlphanumeric || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      } && text.utf8.first.map { $0.isLetter } ?? false
      && !["yes", "no", "on", "off", "true", "false", "null", "y", "n"].contains(text.lowercased())
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      // What can't stand in YAML, and what would steer the terminal of whoever reads the draft.
      case _ where TerminalText.isHarmful(scalar):
        let digits = String(scalar.value, radix: 16)
        let length = scalar.value > 0xFFFF ? 8 : 4
        quoted += (length == 8 ? "\\U" : "\\u") + String(repeating: "0", count: length - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
