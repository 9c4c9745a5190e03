import Foundation
import TestSupport
import Testing

/// Whatever is given as an input is read, or is told with its place: nothing passes in silence.
@Suite struct EveryInputTests {
  /// A way to give an input.
  struct Way: Sendable, CustomTestStringConvertible {
    let what: String
    var files: [String: Content]
    var path = "."
    /// Whether the release has a card of its own beside the files.
    var hasCard = true
    /// A message, `id file`, that users are shown; nil where the file is read.
    var told: String?
    /// Words of standard output or standard error.
    var says: [String] = []
    /// Files that the report lists as read.
    var reads: [String] = []
    var code: Int32 = 0

    var testDescription: String { what }
  }

  enum Content: Sendable {
    case text(String)
    case bytes([UInt8])
    case link(String)
    case pipe

    static let pointer = Content.text(
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 1\n")
    static let annex = Content.text("/annex/objects/SHA256E-s1--00.json\n")
    static let pdf = Content.bytes(Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3, 0x00])
    static let zip = Content.bytes([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])

    static func utf16(_ text: String, mark: Bool, isBigEndian: Bool = false) -> Content {
      let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
      return .bytes(
        units.flatMap { unit -> [UInt8] in
          let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
          return isBigEndian ? [high, low] : [low, high]
        })
    }
  }

  private static let adapter = #"{"peft_type": "LORA", "base_model_name_or_path": "acme/base-7b"}"#
  private static let bill = #"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}"#
  private static let recipe = "base_model: acme/base-7b\ndatasets:\n  - path: acme/talks\n    type: chat_template\n"
  private static let card = "---\nlicense: mit\nbase_model: acme/base-7b\n---\n# Helper\n"
  private static let license = "Permission is granted to use this thing for any purpose.\n"
  private static let blanks = String(repeating: " ", count: 70 << 10)
  private static let header = #"{"__metadata__":{"base_model":"acme/base-7b"}}"#
  private static let weights = Content.bytes(
    (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) } + Array(header.utf8))

  // MARK: Pointers, archives and other things that are no text

  static let names = [
    "adapter_config.json", "x/adapter_config.json", "bom.json", "model.cdx.json", "model.spdx.json", "config.json",
    "mergekit_config.yml", "recipes/train.yaml", "model.safetensors", "adapter_model.safetensors", "model.gguf",
    "train.py", "datasets/talks/README.md", "croissant.jsonld", "sbom.xml", "data.spdx",
  ]
  static let texts = ["LICENSE", "LICENSE.txt", "LICENCE.md", "NOTICE", "NOTICE.txt", "USE_POLICY.md", "COPYING"]

  static var pointers: [Way] {
    (names + texts).map {
      Way(what: "\($0) as a pointer of git-lfs", files: [$0: .pointer], told: "lfs-pointer \($0)")
    }
      + ["adapter_config.json", "LICENSE"].flatMap { name in
        [
          ("with a byte order mark", "\u{FEFF}version https://git-lfs.github.com/spec/v1\n"),
          ("of git-xet", "# xet version 0\n"),
        ].map {
          Way(what: "\(name) as a pointer \($0)", files: [name: .text($1)], told: "lfs-pointer \(name)")
        }
      }
      + ["adapter_config.json", "bom.json", "LICENSE", "NOTICE.txt", "model.safetensors", "pedigree.yaml"].map {
        Way(
          what: "\($0) as a pointer of DVC", files: ["\($0).dvc": .text("outs:\n- md5: 00\n  path: \($0)\n")],
          told: "lfs-pointer \($0).dvc")
      }
      + ["adapter_config.json", "bom.json", "LICENSE"].map {
        Way(what: "\($0) as a pointer of git-annex", files: [$0: .annex], told: "lfs-pointer \($0)")
      }
  }

  static var binaries: [Way] {
    (texts + ["LICENSE.pdf", "NOTICE.pdf"]).map {
      Way(what: "\($0) as a PDF", files: [$0: .pdf], told: "pdf-file \($0)")
    }
      + (texts + ["LICENSE.docx", "LICENSE.zip"]).map {
        Way(what: "\($0) as an archive", files: [$0: .zip], told: "binary-file \($0)")
      }
      + ["adapter_config.json", "bom.json", "mergekit_config.yml", "model.cdx.json"].map {
        Way(what: "\($0) as an archive", files: [$0: .zip], told: "binary-file \($0)")
      }
      + ["model.safetensors", "model.gguf"].flatMap { name in
        [Content.text(""), .text("<html>404</html>"), .bytes([0, 1, 2])].map {
          Way(what: "\(name) that is none, \($0)", files: [name: $0], told: "document-unreadable \(name)")
        }
      }
  }

  static var encodings: [Way] {
    let documents = [
      ("adapter_config.json", adapter), ("bom.json", bill), ("recipes/train.yaml", recipe),
      ("datasets/talks/README.md", "---\npretty_name: Talks\nlicense: mit\n---\n"),
    ]
    return documents.flatMap { name, text in
      [(true, false), (true, true), (false, false), (false, true)].map { mark, isBigEndian in
        Way(
          what: "\(name) in UTF-16, mark \(mark), big-endian \(isBigEndian)",
          files: [name: .utf16(text, mark: mark, isBigEndian: isBigEndian)], told: "encoding-utf16 \(name)")
      }
    }
      + [(true, false), (true, true), (false, false), (false, true)].map { mark, isBigEndian in
        Way(
          what: "a card in UTF-16, mark \(mark), big-endian \(isBigEndian)",
          files: ["README.md": .utf16(card, mark: mark, isBigEndian: isBigEndian)], hasCard: false,
          says: ["README.md:1:1: error: the file is UTF-16"], code: 2)
      }
      + [
        Way(
          what: "a licence in UTF-16 with a mark", files: ["LICENSE": .utf16(license, mark: true)], reads: ["LICENSE"]),
        Way(
          what: "a licence in UTF-16 without a mark", files: ["LICENSE": .utf16(license, mark: false)],
          told: "encoding-utf16 LICENSE"),
        Way(
          what: "a licence in UTF-32", files: ["LICENSE": .bytes([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0])],
          told: "binary-file LICENSE"),
        Way(
          what: "a notice in UTF-16", files: ["NOTICE": .utf16(license, mark: true)], told: "encoding-utf16 NOTICE"),
      ]
  }

  // MARK: Cards and declarations by other names

  static var cards: [Way] {
    [
      "README.md", "readme.md", "ReadMe.MD", "README.markdown", "model-card.md", "model_card.md", "MODELCARD.md",
      "Model-Card.markdown", "README.txt", "README.rst", "README", "model_card.txt", "MODEL_CARD.rst",
    ].map { Way(what: "a card called \($0)", files: [$0: .text(card)], hasCard: false, reads: [$0]) }
      + ["README.html", "README.pdf", "model_card.docx", "README.ipynb", "modelcard.json", "model-card.yaml"].map {
        Way(
          what: "a card called \($0)", files: [$0: .text("about"), "adapter_config.json": .text(adapter)],
          hasCard: false,
          told: "card-format \($0)")
      }
      + ["MODEL_CARD.md", "model-card.md", "modelcard.md", "model_card.txt"].map {
        Way(what: "a second card called \($0)", files: [$0: .text("# Helper\n")], told: "card-second \($0)")
      }
      + ["MODEL_CARD.md", "card.md", "about.md"].map {
        Way(what: "a second card with front matter called \($0)", files: [$0: .text(card)], reads: [$0])
      }
      + [
        Way(
          what: "a card that the declaration names, beside a README with a base",
          files: [
            "pedigree.yaml": .text("pedigree: 1\nmodel: { name: acme/helper, license: mit, card: cards/a.md }\n"),
            "cards/a.md": .text("# Helper\n"), "README.md": .text(card),
          ], hasCard: false, reads: ["README.md", "cards/a.md", "pedigree.yaml"])
      ]
  }

  static var declarations: [Way] {
    [
      "pedigree.yml", "Pedigree.yaml", "PEDIGREE.YAML", ".pedigree.yaml", "pedigree.json", "pedigree.toml",
      "pedigree.yaml.txt",
    ].map {
      Way(
        what: "a declaration called \($0)", files: [$0: .text("pedigree: 1\nsources: []\n")],
        told: "manifest-name \($0)")
    }
      + [
        Way(
          what: "a declaration alone by another name", files: ["pedigree.yml": .text("pedigree: 1\n")], hasCard: false,
          says: ["`.` contains no manifest, model card, configuration or BOM", "pedigree.yml"], code: 2),
        Way(
          what: "declarations in folders", files: ["a/pedigree.yaml": .text("pedigree: 1\n")],
          told: "other-releases a"),
        Way(
          what: "cards in folders, and none above", files: ["a/README.md": .text(card), "b/README.md": .text(card)],
          hasCard: false, told: "other-releases a"),
      ]
  }

  // MARK: Documents

  static var broken: [Way] {
    [
      ("adapter_config.json", #"{"peft_type": "LORA", "#, "json-syntax"),
      ("adapter_config.json", "", "document-unreadable"),
      ("adapter_config.json", "{}", "document-unreadable"),
      ("bom.json", #"{"bomFormat": "CycloneDX", "#, "json-syntax"),
      ("bom.json", "null", "document-unreadable"), ("model.cdx.json", "[]", "document-unreadable"),
      ("recipes/train.yaml", "base_model: a/b\ndatasets: [\n", "yaml-syntax"),
      ("recipes/train.yml", "model_name_or_path: a/b\n\tx: y\n", "yaml-syntax"),
      ("train.json", #"{ "model_name_or_path": "a/b", // base"#, "json-syntax"),
      ("merge.yaml", "merge_method: slerp\nmodels: {\n", "yaml-syntax"),
      ("mergekit_config.yml", "models: []\n", "document-unreadable"),
      ("full.yaml", "model:\n  _component_: torchtune.models.x\n bad: [\n", "yaml-syntax"),
      ("bill.spdx", "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n", "document-format"),
    ].map { name, text, id in
      Way(what: "\(name) with \(text.prefix(30))", files: [name: .text(text)], told: "\(id) \(name)")
    }
      + ["bom.json.gz", "sbom.zip", "model.cdx.json.gz", "model.spdx.rdf", "sbom.csv", "spdx.tag"].map {
        Way(what: "a bill called \($0)", files: [$0: .text("x")], told: "document-format \($0)")
      }
  }

  static var late: [Way] {
    [
      ("adapter.json", blanks + adapter), ("bill.json", blanks + bill), ("train.yaml", "#" + blanks + "\n" + recipe),
      ("train.py", "#" + blanks + "\nmodel = AutoModel.from_pretrained(\"acme/base-7b\")\n"),
    ].map { name, text in
      Way(what: "\(name) whose words stand behind 64 KiB", files: [name: .text(text)], reads: [name])
    }
  }

  static var ignored: [Way] {
    [
      Way(
        what: "an adapter that git ignores",
        files: ["adapter_config.json": .text(adapter), ".gitignore": .text("*.json\n")],
        told: "document-ignored adapter_config.json"),
      Way(
        what: "a bill that git ignores", files: ["x/bom.json": .text(bill), ".gitignore": .text("bom.json\n")],
        told: "document-ignored x/bom.json"),
      Way(
        what: "everything, ignored by git", files: ["train.yaml": .text(recipe), ".gitignore": .text("*\n")],
        told: "document-ignored README.md"),
      Way(
        what: "a recipe that git ignores", files: ["train.yaml": .text(recipe), ".gitignore": .text("train.yaml\n")],
        says: ["1 ignored"]),
      Way(
        what: "a folder that git ignores", files: ["out/train.yaml": .text(recipe), ".gitignore": .text("out/\n")],
        says: ["1 ignored"]),
      Way(
        what: "an adapter that is ignored for pedigree",
        files: ["adapter_config.json": .text(adapter), ".pedigreeignore": .text("*.json\n")], says: ["1 ignored"]),
      Way(what: "a file of another type", files: ["notes.rtf": .text("{}")], says: ["1 of other types"]),
      Way(
        what: "a document without provenance", files: ["package.json": .text("{}")],
        says: ["1 without a word about provenance"]),
    ]
  }

  static var links: [Way] {
    [
      Way(what: "a link to a bill outside", files: ["bom.json": .link("/etc/hostname")], told: "link-outside bom.json"),
      Way(
        what: "a link to a licence outside", files: ["LICENSE": .link("/etc/hostname")], told: "link-outside LICENSE"),
      Way(what: "a link to a folder outside", files: ["base": .link("/etc")], told: "link-outside base"),
      Way(what: "a link that leads nowhere", files: ["bom.json": .link("gone.json")], told: "link-broken bom.json"),
      Way(
        what: "a card that is a link outside", files: ["README.md": .link("/etc/hostname")], hasCard: false,
        says: ["README.md:1:1: warning: `README.md` is a link that leads out of the project"], code: 2),
      Way(
        what: "a card that is given as a link outside", files: ["other.md": .link("/etc/hostname")], path: "other.md",
        says: ["`other.md` is a link that leads out of its folder"], code: 2),
      Way(
        what: "a declaration that is a link outside", files: ["pedigree.yaml": .link("/etc/hostname")],
        says: ["`pedigree.yaml` is a link that leads out of the project"], code: 2),
      Way(
        what: "a listed document that is a link outside",
        files: [
          "pedigree.yaml": .text("pedigree: 1\nmodel: { name: acme/helper, license: mit }\ndocuments: [terms.txt]\n"),
          "terms.txt": .link("/etc/hostname"),
        ], told: "link-outside pedigree.yaml", code: 1),
      Way(
        what: "a listed folder that is a link outside",
        files: [
          "pedigree.yaml": .text("pedigree: 1\nmodel: { name: acme/helper, license: mit }\ndocuments: [texts]\n"),
          "texts": .link("/etc"),
        ], told: "link-outside pedigree.yaml", code: 1),
      Way(what: "a pipe called like a bill", files: ["bom.json": .pipe], told: "file-unreadable bom.json"),
      Way(
        what: "a pipe called LICENSE", files: ["LICENSE": .pipe], told: "file-unreadable LICENSE", code: 1),
      Way(
        what: "a pipe as the card", files: ["README.md": .pipe], hasCard: false, says: ["not a regular file"], code: 2),
      Way(
        what: "a link in the project", files: ["bom.json": .link("store/b"), "store/b": .text(bill)],
        reads: ["bom.json"]),
    ]
  }

  static var whole: [Way] {
    [
      ("adapter_config.json", .text(adapter)), ("x/adapter_config.json", .text(adapter)), ("bom.json", .text(bill)),
      ("train.yaml", .text(recipe)), ("LICENSE", .text(license)), ("NOTICE.html", .text("<p>notice</p>")),
      ("model.safetensors", weights), ("THIRD_PARTY.md", .text("# Others\n")),
    ].map { Way(what: "\($0) as it should be", files: [$0: $1], reads: [$0]) }
      + [
        Way(
          what: "a bill over the limit", files: ["bom.json": .text(bill + String(repeating: " ", count: 4 << 20))],
          told: "document-too-large bom.json", code: 1),
        Way(
          what: "a large file without a word",
          files: ["data.json": .text("[" + String(repeating: " ", count: 5 << 20) + "]")],
          says: ["1 large, without a word about provenance at the start"]),
      ]
  }

  static let ways =
    pointers + binaries + encodings + cards + declarations + broken + late + ignored + links + whole

  private struct Report: Decodable {
    struct Message: Decodable {
      struct Place: Decodable { let file: String }
      let id: String
      let severity: String
      let location: Place?
    }
    struct Inputs: Decodable {
      struct Read: Decodable {
        let file: String
        let size: Int
        let sha256: String?
      }
      struct LeftOut: Decodable {
        let reason: String
        let count: Int
      }
      let read: [Read]
      let leftOut: [LeftOut]
    }
    let diagnostics: [Message]
    let inputs: Inputs
  }

  private static func folder(of way: Way) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(way.hasCard ? ["README.md": "---\nlicense: mit\n---\n# Helper\n"] : [:])
    for (name, content) in way.files {
      switch content {
      case .text(let text): try folder.write(Array(text.utf8), to: name)
      case .bytes(let bytes): try folder.write(bytes, to: name)
      case .link(let target):
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
      case .pipe: #expect(mkfifo("\(folder.path)/\(name)", 0o600) == 0)
      }
    }
    return folder
  }

  @Test func `there are more than a hundred and twenty ways`() { #expect(Self.ways.count > 120) }

  @Test(.timeLimit(.minutes(1)), arguments: ways) func `what is given is read or told with its place`(_ way: Way) throws
  {
    let folder = try Self.folder(of: way)
    let page = try Pedigree.run("check", way.path, in: folder.path)
    #expect(page.code == way.code, "\(page.output)\(page.errors)")
    for words in way.says { #expect((page.output + page.errors).contains(words), "\(page.output)\(page.errors)") }
    guard way.code < 2 else { return #expect(page.output == "") }
    let run = try Pedigree.run("check", "--format", "json", in: folder.path)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    let messages = report.diagnostics.map { "\($0.id) \($0.location?.file ?? "nowhere")" }
    if let told = way.told {
      #expect(messages.contains(told), "\(messages)")
      // Notes are for those who ask for more than the page.
      let isShown = report.diagnostics.contains { told.hasPrefix("\($0.id) ") && $0.severity != "note" }
      #expect(!isShown || page.output.contains("[\(told.split(separator: " ")[0])]"), "\(page.output)")
    }
    for file in way.reads {
      let input = try #require(report.inputs.read.first { $0.file == file }, "\(report.inputs.read.map(\.file))")
      #expect(input.size > 0)
      #expect((input.sha256 == nil) == (file.hasSuffix(".safetensors") || file.hasSuffix(".gguf")))
    }
    // Each file is in the account, read or left out.
    #expect(report.inputs.read.count + report.inputs.leftOut.reduce(0) { $0 + $1.count } >= way.files.count)
  }

  @Test func `a clean project gets one line and no more`() throws {
    let manifest = "pedigree: 1\nmodel: { name: acme/helper, license: mit }\ncomplete: yes\n"
    let run = try Pedigree.run("check", files: ["pedigree.yaml": manifest, "LICENSE": "text", ".gitignore": "out/\n"])
    #expect(run.output.split(separator: "\n").filter { $0.contains("read") } == ["read 2 files"])
  }

  @Test func `digests are those that other tools compute`() throws {
    let folder = try TemporaryFolder(["README.md": Self.card])
    let run = try Pedigree.run("audit", in: folder.path)
    let sum = try ProgramRun(ProgramRun.installed("sha256sum") ?? "/usr/bin/sha256sum", ["README.md"], in: folder.path)
    let digest = try #require(sum.output.split(separator: " ").first)
    #expect(run.output.contains("README.md: card, \(Self.card.utf8.count) bytes, sha256 \(digest)"))
  }
}
