import TestSupport
import Testing

/// What reaches a terminal.
@Suite struct TerminalTests {
  private static let files = ["README.md": "---\nlicense: openrail\n---\n# Thing\n"]

  struct Case: Sendable {
    let option: String?
    let environment: [String: String]
    let isColoured: Bool
  }

  @Test(arguments: [
    // Output that goes into a file is not coloured by itself.
    Case(option: nil, environment: [:], isColoured: false),
    Case(option: "auto", environment: [:], isColoured: false),
    Case(option: nil, environment: ["CLICOLOR_FORCE": "1"], isColoured: true),
    Case(option: nil, environment: ["CLICOLOR_FORCE": "0"], isColoured: false),
    Case(option: nil, environment: ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], isColoured: false),
    // An empty variable says nothing.
    Case(option: nil, environment: ["NO_COLOR": "", "CLICOLOR_FORCE": "1"], isColoured: true),
    // The option has the last word.
    Case(option: "always", environment: ["NO_COLOR": "1"], isColoured: true),
    Case(option: "never", environment: ["CLICOLOR_FORCE": "1"], isColoured: false),
  ])
  func `colours are used where they are wanted`(_ test: Case) throws {
    let folder = try TemporaryFolder(Self.files)
    for command in ["check", "audit"] {
      let run = try ProgramRun(
        ProgramRun.built("pedigree"), [command] + (test.option.map { ["--color", $0] } ?? []), in: folder.path,
        environment: test.environment)
      #expect(run.output.contains("\u{1B}[") == test.isColoured)
    }
  }

  /// What steers a terminal, turns a line around or hides: ESC, BEL, backspace, C1, direction and zero-width marks.
  private static let harmful = "\u{1B}]0;owned\u{7}\u{8}\u{9B}31m\u{202E}\u{2066}\u{200B}\u{2028}"

  @Test(arguments: [
    ["check", "--verbose"], ["audit"], ["check", "--format", "json"], ["graph"], ["graph", "--format", "dot"],
    ["check", "--format", "sarif"], ["check", "--format", "github"], ["check", "--format", "gitlab"],
    ["check", "--format", "junit"], ["check", "--format", "markdown"],
  ])
  func `what steers a terminal never comes out of a card`(arguments: [String]) throws {
    let card = """
      ---
      license: "weird\(Self.escaped)"
      license_name: "weird\(Self.escaped)"
      base_model: "lab/base\(Self.escaped)"
      datasets: ["lab/data\(Self.escaped)"]
      ---
      # Thing \(Self.harmful)

      Fine-tuned from lab/other\(Self.harmful) and meta-llama/Llama-3.1-8B.
      """
    let folder = try TemporaryFolder(["README.md": card])
    let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
    #expect(run.code == 0 || run.code == 1)
    #expect(run.output.contains("lab/base"), "the card was not read")
    let steering = (run.output + run.errors).unicodeScalars.filter { scalar in
      scalar != "\n" && (!scalar.isASCII || scalar.value < 0x20) && Self.harmful.unicodeScalars.contains(scalar)
    }
    #expect(steering.map { String($0.value, radix: 16) } == [])
  }

  /// The same in the escapes of YAML, which forbids the characters themselves.
  private static let escaped = harmful.unicodeScalars.map { scalar in
    let digits = String(scalar.value, radix: 16)
    return scalar.value < 0x20 || scalar.value >= 0x7F
      ? "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits : String(scalar)
  }.joined()

  @Test func `what steers a terminal never comes back from the command line`() throws {
    let folder = try TemporaryFolder(Self.files)
    for arguments in [
      ["check", "no\u{1B}[31mfile"], ["explain", "no\u{1B}[31mlicence"], ["check", "--name", "a/\u{1B}[31m"],
      ["check", "--licenses", "no\u{1B}[31mfolder"],
    ] {
      let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
      #expect(run.code == 2)
      #expect(!run.errors.utf8.contains(0x1B), "\(arguments)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `a shell gets its completions`(shell: String) throws {
    let run = try Pedigree.run("--generate-completion-script", shell, in: Repository.samples)
    #expect(run.code == 0)
    for word in ["check", "audit", "explain", "fail-on"] { #expect(run.output.contains(word)) }
    guard let program = ProgramRun.installed(shell) else { return }
    let folder = try TemporaryFolder(["completions": run.output])
    #expect(try ProgramRun(program, ["-n", "completions"], in: folder.path).errors == "")
  }

  @Test(.enabled(if: ProgramRun.installed("script") != nil, "script, of Debian's bsdutils, is not here"))
  func `how far several projects are is told on a terminal alone, and taken away again`() throws {
    let folder = try TemporaryFolder(["a/README.md": "---\nlicense: mit\n---\n", "b/pedigree.yaml": "broken: ["])
    let arguments = ["check", "--quiet", "a", "b"]
    let piped = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
    #expect(!(piped.errors + piped.output).contains("reading 1 of 2"))
    let command = ([ProgramRun.built("pedigree")] + arguments).joined(separator: " ")
    let watched = try ProgramRun(
      try #require(ProgramRun.installed("script")), ["-qec", command, "/dev/null"], in: folder.path,
      environment: ["TERM": "xterm"])
    #expect(watched.code == 2)
    #expect(watched.output.contains("reading 2 of 2: b\r\u{1B}[Kb/pedigree.yaml:1:"), "\(watched.output)")
    let alone = try ProgramRun(
      try #require(ProgramRun.installed("script")), ["-qec", "\(ProgramRun.built("pedigree")) check a", "/dev/null"],
      in: folder.path, environment: ["TERM": "xterm"])
    #expect(!alone.output.contains("reading"))
  }
}
