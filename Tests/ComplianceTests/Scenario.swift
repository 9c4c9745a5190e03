import Compliance
import Diagnostics
import LicenseKnowledge
import LicenseTexts
import MarkupText
import Obligations
import Provenance
import TestSupport

/// A project written for a test, checked as the program checks it.
enum Scenario {
  /// The embedded knowledge with the test's own licence files over it, by path.
  static func library(_ files: [String: String]) -> Library {
    let files = files.sorted { $0.key < $1.key }.map { ($0.key, SourceFile(path: $0.key, text: $0.value)) }
    return Library(Knowledge(overlays: [KnowledgeOverlay(folder: "ours", files: files)]))
  }

  static let embedded = Library()

  /// Checks a folder that holds the manifest and other files.
  static func check(
    _ manifest: String?, files: [String: String] = [:], library: Library = embedded, today: String? = nil
  ) throws -> Report {
    let project = try project(manifest, files: files, library: library)
    return Checker(library: library, today: today.flatMap { CalendarDate($0) }).check(project)
  }

  /// Reads a folder that holds the manifest and other files.
  static func project(
    _ manifest: String?, files: [String: String] = [:], library: Library = embedded
  ) throws -> Project {
    var all = files
    if let manifest { all["pedigree.yaml"] = "pedigree: 1\n\(manifest)" }
    let folder = try TemporaryFolder(all)
    return try withExtendedLifetime(folder) {
      try ProjectReader(library: library).read(folder.path, name: nil)
    }
  }

  /// Checks a project that was read.
  static func check(_ project: Project, library: Library = embedded, today: String? = nil) -> Report {
    Checker(library: library, today: today.flatMap { CalendarDate($0) }).check(project)
  }
}

extension Report {
  /// The findings about `licence/kind`.
  func findings(_ id: String) -> [Finding] { findings.filter { $0.id == id } }

  /// The status of the only finding about `licence/kind`; nil where there is none, or several disagree.
  func status(_ id: String) -> Status? {
    let statuses = Set(findings(id).map(\.status))
    return statuses.count == 1 ? statuses.first : nil
  }
}

/// A licence of the tests' own, with one obligation whose condition or requirement is under test.
struct OwnLicense {
  var when = "{ reached-by: [derivative, output-trained, outputs, data-trained, data] }"
  var require = "{ never: yes }"
  var binds = "artefact"

  /// The text that its signature recognises.
  static let text = {
    var generator = SeededGenerator(seed: 7)
    let clauses = (1...6).map { number in
      "\(number). " + (0..<100).map { _ in "word\(Int.random(in: 0..<500, using: &generator))" }.joined(separator: " ")
    }
    return clauses.joined(separator: ".\n\n")
  }()

  /// Knowledge that holds the licence as `own-1` and a twin as `own-2`, with the signature of `text`.
  var library: Library {
    Scenario.library([
      "models/own-1.yaml": yaml(id: "own-1", when: when, require: require),
      "models/own-2.yaml": yaml(id: "own-2", when: "{ reached-by: [derivative] }", require: "{ attested: yes }"),
      "signatures/own-1.yaml":
        SignatureFile([
          LicenseSignature(id: "own-1", of: ReadableText.read(SourceFile(path: "own-1.txt", text: Self.text)))
        ]).yaml,
      "interpretations.yaml": "interpretations:\n  - { id: own-question, question: is it so? }\n",
    ])
  }

  private func yaml(id: String, when: String, require: String) -> String {
    """
    id: \(id)
    title: The \(id) License
    maker: Lab
    binds: \(binds)
    obligations:
      - kind: pay
        modality: must
        clause: '1'
        summary: do what the test wants
        when: \(when)
        require: \(require)
    """
  }
}
