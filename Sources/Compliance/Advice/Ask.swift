import Diagnostics
import LicenseTexts
import Obligations
import Provenance

/// A question before the work is done: may these sources be used in this way, for this release?
///
/// It is a declaration of a release that was made from nothing else, and is read and weighed as one.
public struct Ask: Sendable {
  /// A source, by any name that people use, and what becomes of it.
  public struct Source: Sendable {
    public let relation: Relation
    public let name: String

    public init(_ relation: Relation, _ name: String) {
      self.relation = relation
      self.name = name
    }
  }

  /// The sources that the question is about; the facts about a source are those of each of them.
  public var sources: [Source]
  /// Further sources of the release, such as the base that is trained.
  public var others: [Source] = []
  public var sourceLicense: String?
  public var service: String?
  public var terms: String?
  public var from: CalendarDate?
  public var until: CalendarDate?
  public var acceptedBy: Acquisition.Acceptor?
  public var samples: Int?
  /// Name and licence that somebody has in mind for the release.
  public var name: String?
  public var license: String?
  public var forms: [ReleaseForm] = []
  public var commercial: Bool?
  public var date: CalendarDate?
  public var measures: [ScaleMeasure: Int] = [:]
  public var territories: [String] = []
  public var domicile: String?
  /// Makers with whom the licensee competes; empty for none, nil where nobody says.
  public var competesWith: [String]?
  public var interpretations: [String: Bool] = [:]

  /// A question about the use of some sources.
  public init(_ sources: [Source]) {
    self.sources = sources
  }
}

/// Something in a question that is not understood.
public struct AskMistake: Error, Sendable, Hashable {
  /// The option that holds it: `--domicile`.
  public let option: String
  public let message: String
}

/// Why a question can't be asked.
public enum AskError: Error, Sendable {
  case mistakes([AskMistake])
  case lexicon(LexiconError)
}

/// A question written down as a declaration, with the option from which each line comes.
struct AskDeclaration {
  private(set) var lines: [(text: String, option: String)] = []

  init(_ ask: Ask, reader: ProjectReader, library: Library) {
    add("pedigree: 1")
    let uses = ask.sources.map(\.relation)
    let isDataset = uses.contains(.generatedBy) || uses.contains(.derivedFrom)
    if isDataset || ask.name != nil || ask.license != nil {
      add(isDataset ? "dataset:" : "model:")
      add("  name", ask.name, of: "--name")
      add("  license", ask.license, of: "--license")
      if ask.name == nil, ask.license == nil { lines[lines.count - 1].text += " {}" }
    }
    addRelease(ask)
    addLicensee(ask)
    if !ask.interpretations.isEmpty { add("interpret:") }
    for (key, value) in ask.interpretations.sorted(by: { $0.key < $1.key }) {
      add("  \(Self.quoted(key)): \(value ? "yes" : "no")", "--interpret")
    }
    if !ask.sources.isEmpty || !ask.others.isEmpty { add("sources:") }
    for source in ask.sources { add(source, of: ask, reader, library) }
    for source in ask.others {
      add(NamedSource(source, service: nil, reader: reader, library: library), relation: source.relation, "--also")
    }
    add("complete: yes")
  }

  private mutating func addRelease(_ ask: Ask) {
    let first = lines.count
    if !ask.forms.isEmpty {
      add("  how: [\(ask.forms.map(\.rawValue).joined(separator: ", "))]", "--release")
    }
    if let commercial = ask.commercial { add("  commercial: \(commercial ? "yes" : "no")", "--commercial") }
    if let date = ask.date { add("  date: \(date)", "--date") }
    for (measure, number) in ask.measures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add("  \(measure.rawValue): \(number)", "--\(measure.rawValue)")
    }
    if !ask.territories.isEmpty {
      add("  territories: [\(ask.territories.map(Self.quoted).joined(separator: ", "))]", "--territories")
    }
    if lines.count > first { lines.insert(("release:", ""), at: first) }
  }

  private mutating func addLicensee(_ ask: Ask) {
    let first = lines.count
    add("  domicile", ask.domicile, of: "--domicile")
    if let rivals = ask.competesWith {
      add("  competes-with: [\(rivals.map(Self.quoted).joined(separator: ", "))]", "--competes-with")
    }
    if lines.count > first { lines.insert(("licensee:", ""), at: first) }
  }

  private mutating func add(_ source: Ask.Source, of ask: Ask, _ reader: ProjectReader, _ library: Library) {
    let named = NamedSource(source, service: ask.service, reader: reader, library: library)
    add(named, relation: source.relation, "--source")
    add("    license", ask.sourceLicense, of: "--source-license")
    // How the outputs in a data set were obtained is told of whatever made them.
    guard named.kind == .dataset else { return addAcquisition(of: ask, service: named.service, indent: "    ") }
    let makers = library.catalog.dataset(named.id)?.sources.filter(\.relation.carriesOutputs) ?? []
    let isTold = [named.service, ask.terms].contains { $0 != nil } || ask.from != nil || ask.acceptedBy != nil
    guard isTold, !makers.isEmpty || named.service != nil else { return }
    add("    sources:", "--source")
    for maker in makers {
      add("      - \(maker.kind.rawValue): \(Self.quoted(maker.id))", "--source")
      add("        relation: \(maker.relation.rawValue)", "--source")
      addAcquisition(of: ask, service: maker.kind == .service ? nil : named.service, indent: "        ")
    }
    if makers.isEmpty, let service = named.service {
      add("      - service: \(Self.quoted(service))", "--service")
      add("        relation: generated-by", "--service")
      addAcquisition(of: ask, service: nil, indent: "        ")
    }
  }

  private mutating func add(_ source: NamedSource, relation: Relation, _ option: String) {
    add("  - \(source.kind.rawValue): \(Self.quoted(source.id))", option)
    add("    relation: \(relation.rawValue)", option)
  }

  private mutating func addAcquisition(of ask: Ask, service: String?, indent: String) {
    add("\(indent)service", service, of: "--service")
    add("\(indent)terms", ask.terms, of: "--terms")
    if let from = ask.from { add("\(indent)from: \(from)", "--from") }
    if let until = ask.until { add("\(indent)to: \(until)", "--to") }
    if let acceptor = ask.acceptedBy { add("\(indent)accepted-by: \(acceptor.rawValue)", "--accepted-by") }
    if let samples = ask.samples { add("\(indent)samples: \(samples)", "--samples") }
  }

  private mutating func add(_ line: String, _ option: String = "") { lines.append((line, option)) }

  private mutating func add(_ key: String, _ value: String?, of option: String) {
    if let value { add("\(key): \(Self.quoted(value))", option) }
  }

  /// A YAML scalar that stands for nothing but its text.
  private static func quoted(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\0"..<" ", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
          "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
            + String(scalar.value, radix: 16)
        default: String(scalar)
        }
      }.joined() + "\""
  }

  var file: SourceFile { SourceFile(path: "question", text: lines.map { "\($0.text)\n" }.joined()) }

  /// The option that holds what a message about the declaration is about.
  func option(at location: SourceLocation?) -> String {
    guard let line = location?.start.line, lines.indices.contains(line - 1) else { return "" }
    return lines[line - 1].option
  }
}

/// What the name of a source stands for: `GPT-4o through Azure` is a model and a service.
struct NamedSource {
  let id: String
  let kind: ArtefactKind
  let service: String?

  init(_ source: Ask.Source, service: String?, reader: ProjectReader, library: Library) {
    let (name, named) = Self.parts(of: source.name, library: library)
    let service = service ?? named
    if let artefact = reader.artefact(called: name) {
      (id, kind, self.service) = (artefact.id, artefact.kind, service)
    } else if let known = library.names.service(name) {
      (id, kind, self.service) = (known, .service, nil)
    } else {
      let isData = source.relation == .trainedOn || source.relation == .derivedFrom
      (id, kind, self.service) = (name, isData ? .dataset : .model, service)
    }
  }

  private static let serviceWords = [" through ", " via "]

  /// A name without the service through which people say that they use it.
  private static func parts(of name: String, library: Library) -> (name: String, service: String?) {
    for word in serviceWords + [" over ", " on ", " from ", " in "] {
      let parts = name.split(separator: word, maxSplits: 1)
      guard parts.count == 2 else { continue }
      let rest = parts[1].hasPrefix("the ") ? parts[1].dropFirst(4) : parts[1]
      if let service = library.names.service(String(rest)) { return (String(parts[0]), service) }
      // What can only be a service is one, known or not.
      if serviceWords.contains(word) { return (String(parts[0]), String(rest)) }
    }
    return (name, nil)
  }
}

extension Ask {
  /// The project that the question describes.
  public func project(in library: Library) throws(AskError) -> Project {
    let reader: ProjectReader
    do throws(LexiconError) {
      reader = try ProjectReader(library: library)
    } catch {
      throw .lexicon(error)
    }
    let declaration = AskDeclaration(self, reader: reader, library: library)
    do throws(ProjectError) {
      return try reader.read(declaration: declaration.file)
    } catch {
      guard case .unreadable(let diagnostics) = error else { throw .mistakes([]) }
      throw .mistakes(
        diagnostics.map { diagnostic in
          AskMistake(
            option: declaration.option(at: diagnostic.location),
            message: diagnostic.summary + (diagnostic.help.map { "; \($0)" } ?? ""))
        })
    }
  }
}
