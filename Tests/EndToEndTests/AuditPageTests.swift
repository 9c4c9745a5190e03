import Foundation
import TestSupport
import Testing

/// The audit page in a real browser: Debian's Chromium, where it is installed.
///
/// A probe stands before the page's policy, which would forbid it; it works the page and writes down what it sees.
@Suite struct AuditPageTests {
  private static let chromium = ProgramRun.installed("chromium")
  private static let axe = ExportValidation.python.flatMap { python in
    let folder = URL(fileURLWithPath: python).deletingLastPathComponent().deletingLastPathComponent().path
    return Repository.files(below: "\(folder)/lib", suffix: "axe_core_python/axe.min.js").first
      .flatMap { Repository.bytes(of: "\(folder)/lib/\($0)") }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What a page is after a probe ran in it, as the probe's lines.
  private static func browse(_ page: String, probe: String, scheme: String = "light") throws -> [String] {
    let collector = """
      <script>addEventListener("load", async () => {
        const lines = [];
        const say = (...words) => lines.push(words.join(" "));
        try { \(probe) } catch (error) { say("error", error); }
        const box = document.createElement("pre");
        box.id = "probe";
        box.textContent = lines.join("\\n");
        document.body.replaceChildren(box);
      });</script>
      """
    let folder = try TemporaryFolder([
      "page.html": page.replacingOccurrences(of: "<head>", with: "<head>\(collector)")
    ])
    let run = try ProgramRun(
      try #require(chromium),
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path)/profile",
        "--blink-settings=preferredColorScheme=\(scheme == "dark" ? 0 : 1)", "--virtual-time-budget=20000",
        "--dump-dom",
        "file://\(folder.path)/page.html",
      ], in: folder.path)
    let text = run.output.components(separatedBy: "<pre id=\"probe\">").dropFirst().first ?? "the probe did not run"
    return text.components(separatedBy: "</pre>")[0].components(separatedBy: "\n")
  }

  private static func page(_ command: String, sample: String) throws -> String {
    try Pedigree.run(command, "--format", "html", in: "\(Repository.samples)/\(sample)").output
  }

  @Test(.enabled(if: chromium != nil, "chromium is not here"))
  func `the ledger can be filtered and searched, and every link leads somewhere`() throws {
    let seen = try Self.browse(
      try Self.page("audit", sample: "deepseek-r1-distill-llama-8b"),
      probe: """
        const all = [...document.querySelectorAll("article")];
        const shown = () => all.filter((finding) => finding.offsetParent !== null);
        say("all", all.length > 10 && shown().length === all.length);
        const form = document.querySelector("form");
        const wait = () => new Promise((resolve) => setTimeout(resolve, 300));
        form.elements.words.value = "NAME-prefix";
        form.dispatchEvent(new Event("input"));
        await wait();
        say("search", shown().length, shown()[0].querySelector("code").textContent);
        form.elements.words.value = "";
        for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = box.value === "broken";
        form.dispatchEvent(new Event("input"));
        await wait();
        say("broken", shown().length, shown().every((finding) => finding.dataset.state === "broken"));
        say("count", form.querySelector(".shown").textContent.startsWith("2 of "));
        location.hash = "finding-5";
        await wait();
        say("revealed", document.getElementById("finding-5").offsetParent !== null);
        const dead = [...document.querySelectorAll("a[href^='#']")].filter(
          (link) => !document.getElementById(link.getAttribute("href").slice(1)));
        say("dead", dead.length);
        const marks = [...document.querySelectorAll("a.mark")];
        location.hash = marks[0].getAttribute("href");
        await wait();
        const path = marks[0].getAttribute("href").split("-").pop();
        const line = document.querySelector(".edge.on-" + path + " .line");
        say("marked", getComputedStyle(line).strokeWidth);
        """)
    #expect(
      seen == [
        "all true", "search 1 llama-3.1/name-prefix", "broken 2 true", "count true", "revealed true", "dead 0",
        "marked 3.5px",
      ])
  }

  @Test(.enabled(if: chromium != nil, "chromium is not here"))
  func `what a card says does nothing on the page`() throws {
    let attack = "\\\"><img src=x onerror=window.owned=1><script>window.owned=1</script><a href=javascript:alert(1)>"
    let card = """
      ---
      license: "\(attack)"
      base_model: "lab/\(attack)"
      datasets: ["\(attack)", "</style><script>window.owned=1</script>", "{{{x}}}"]
      ---
      # \(attack)
      """
    let run = try Pedigree.run("audit", "--format", "html", "--name", "acme/x", files: ["README.md": card])
    #expect(run.output.contains("lab/&quot;&gt;&lt;img"))
    let seen = try Self.browse(
      run.output,
      probe: """
        const violations = [];
        addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
        await new Promise((resolve) => setTimeout(resolve, 300));
        say("owned", window.owned);
        say("images", document.querySelectorAll("img, iframe, object, a[href^='javascript']").length);
        say("scripts", document.querySelectorAll("body script").length);
        const added = document.createElement("script");
        added.textContent = "window.owned = 2";
        document.body.append(added);
        say("policy", window.owned === undefined);
        say("loads", performance.getEntriesByType("resource").length);
        """)
    #expect(seen == ["owned ", "images 0", "scripts 1", "policy true", "loads 0"])
  }

  @Test(
    .enabled(if: chromium != nil && axe != nil, "chromium or axe-core is not here"), arguments: ["light", "dark"])
  func `axe finds nothing serious in light and dark`(scheme: String) throws {
    let page = try Self.page("audit", sample: "alpaca-chain")
    let seen = try Self.browse(
      page.replacingOccurrences(of: "<head>", with: "<head><script>\(try #require(Self.axe))</script>"),
      probe: """
        const found = (await axe.run()).violations;
        say("dark", matchMedia("(prefers-color-scheme: dark)").matches);
        for (const rule of found) say(rule.impact, rule.id, rule.nodes[0].html.slice(0, 200));
        """, scheme: scheme)
    #expect(seen == ["dark \(scheme == "dark")"])
  }
}
