/// The page's style: light, dark, and for A4.
enum PageStyle {
  /// Most paths of a release that can be marked in its drawing.
  private static let mostPaths = 200

  /// The style of a page; of each release it marks the path that is followed.
  static func source(paths: [(prefix: String, count: Int)]) -> OwnSource {
    var source = all
    let numbers = 0..<min(mostPaths, paths.map(\.count).max() ?? 0)
    source.add(
      "[id$=\"path-%\"]:target ~ .scroll .on-%{--mark:var(--accent);--thick:3.5px;opacity:1}",
      for: numbers.map(String.init))
    return source
  }

  private static let all = OwnSource(
    """
    :root {
      color-scheme: light dark;
      --paper: #fff; --panel: #f6f7f9; --ink: #1c2430; --soft: #55606f; --rule: #d9dee5; --accent: #0b57c2;
      --bad: #b3191f; --bad-wash: #fdeeee; --open: #8a5300; --open-wash: #fff5e2; --good: #0f6b3c; --good-wash: #eaf6ef;
      --line: #6b7787;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #12161c; --panel: #1a2029; --ink: #e6eaf0; --soft: #a3aebd; --rule: #303947; --accent: #7fb3ff;
        --bad: #ff8f8f; --bad-wash: #35191c; --open: #f2bd5f; --open-wash: #33270f; --good: #79d6a2; --good-wash: #142b1f;
        --line: #8b97a8;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: anywhere;
    }
    main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
    code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    .skip { position: absolute; left: -100vw; background: var(--paper); padding: .5rem 1rem; }
    .skip:focus { left: 1rem; top: 1rem; z-index: 1; }
    h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; }
    h1 { font-size: 2rem; letter-spacing: -.01em; }
    h2 { font-size: 1.35rem; margin: 3rem 0 .9rem; }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
    h4 { font-size: 1rem; font-weight: 600; }
    h5 { font-size: .85rem; font-weight: 600; color: var(--soft); }
    p, ul, ol, dl { margin: .4rem 0; }
    ul, ol { padding-left: 1.3rem; }
    .over { margin: 0 0 .3rem; color: var(--soft); }
    .release-part + .release-part { margin-top: 5rem; border-top: 4px solid var(--rule); padding-top: 2.5rem; }

    .verdict { margin: 1.1rem 0; padding: .85rem 1.1rem; border-radius: 8px; border-left: 6px solid; font-size: 1.1rem; }
    .verdict strong { margin-right: .3em; letter-spacing: .02em; }
    .verdict.bad { color: var(--bad); background: var(--bad-wash); }
    .verdict.open { color: var(--open); background: var(--open-wash); }
    .verdict.good { color: var(--good); background: var(--good-wash); }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .6rem 2rem; font-size: .9rem; }
    .facts dt { color: var(--soft); }
    .facts dd { margin: 0; }
    .facts .wide { grid-column: 1 / -1; }

    .first ol > li, .first ul > li { margin: .7rem 0; padding-left: .2rem; }
    .first ol > li::marker { color: var(--soft); font-weight: 600; }
    .fix { margin: .15rem 0 0; }
    .weight { color: var(--soft); font-size: .9rem; }
    details > summary { cursor: pointer; color: var(--accent); margin: .6rem 0; }

    .scroll { overflow-x: auto; }
    .figure { background: var(--panel); border: 1px solid var(--rule); border-radius: 10px; padding: .4rem; }
    .figure svg { display: block; margin: 0 auto; max-width: none; height: auto; }
    .marked { display: none; margin: .4rem .6rem; padding: .3rem .6rem; border-left: 4px solid var(--accent); }
    .marked:target { display: block; }
    .legend, .steps { color: var(--soft); font-size: .9rem; }
    .node rect { fill: var(--paper); stroke: var(--mark, var(--line)); stroke-width: var(--thick, 1.2px); }
    .node.bad rect { stroke: var(--mark, var(--bad)); stroke-width: var(--thick, 2.5px); }
    .node.open rect { stroke: var(--mark, var(--open)); }
    .node.guess rect { stroke-dasharray: 5 4; }
    .node.release rect { fill: var(--panel); stroke-width: var(--thick, 2px); }
    .node text { fill: var(--ink); font-size: 12px; }
    .node .name { font-size: 13.5px; font-weight: 600; }
    .node .kind, .node .terms { fill: var(--soft); }
    .node.bad .count { fill: var(--bad); font-weight: 600; }
    .node.open .count { fill: var(--open); font-weight: 600; }
    a.node:hover .name { text-decoration: underline; }
    a.node:focus-visible { outline: none; }
    a.node:focus-visible rect { stroke: var(--accent); stroke-width: 4px; }
    .edge .line { fill: none; stroke: var(--mark, var(--line)); stroke-width: var(--thick, 1.4px); }
    .edge .arrow { fill: var(--mark, var(--line)); }
    .edge text { fill: var(--soft); font-size: 11.5px; paint-order: stroke; stroke: var(--panel); stroke-width: 4px; }
    .edge.guess .line { stroke-dasharray: 6 5; }
    .edge.hit { --thick: 3px; }
    .edge.hit .line { stroke: var(--mark, var(--bad)); }
    .edge.hit .arrow { fill: var(--mark, var(--bad)); }

    .filters { position: sticky; top: 0; background: var(--paper); border-bottom: 1px solid var(--rule); padding: .6rem 0; }
    .filters fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
    .filters legend { float: left; padding: 0; margin-right: 1.1rem; color: var(--soft); }
    .filters label { white-space: nowrap; }
    .filters .find { display: block; margin-bottom: .5rem; }
    .filters input[type="search"] {
      font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
      padding: .3rem .6rem; width: min(24rem, 60vw);
    }
    .filters input[type="checkbox"] { accent-color: var(--accent); }
    .shown { color: var(--soft); font-size: .9rem; margin: .3rem 0 0; }
    [hidden] { display: none !important; }

    .source { margin: 1.8rem 0 0; }
    .source > h3 { margin: 0; font-size: 1.15rem; }
    .under { margin: 0 0 .5rem; color: var(--soft); }
    .finding {
      display: grid; grid-template-columns: 15rem 1fr; gap: .2rem 1.5rem; padding: .9rem 0 .9rem .9rem;
      border-top: 1px solid var(--rule); border-left: 4px solid var(--rule);
    }
    .finding.broken { border-left-color: var(--bad); }
    .finding.yours { border-left-color: var(--open); }
    .finding.satisfied { border-left-color: var(--good); }
    .finding:target { background: var(--panel); }
    .finding .state { margin: 0 0 .15rem; font-weight: 600; font-size: .9rem; color: var(--soft); }
    .finding.broken .state { color: var(--bad); }
    .finding.yours .state { color: var(--open); }
    .finding.satisfied .state { color: var(--good); }
    .finding h4 { font-weight: 400; font-size: .9rem; }
    .message { font-weight: 600; margin: 0 0 .2rem; }
    .asks { margin: 0; }
    .part { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; margin-top: .45rem; font-size: .9rem; }
    .part h5 { padding-top: .08rem; }
    .part ul, .part p { margin: 0; padding-left: 0; list-style: none; }
    .part li + li { margin-top: .2rem; }
    .place { color: var(--soft); }
    @media (max-width: 50rem) {
      .finding, .part { grid-template-columns: 1fr; }
      main { padding: 1.2rem 1rem 3rem; }
      h1 { font-size: 1.5rem; }
      .filters { position: static; }
    }

    table { border-collapse: collapse; font-size: .85rem; width: 100%; }
    th, td { text-align: left; font-weight: 400; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
    thead th { color: var(--soft); }
    .number { text-align: right; }
    .sign-off .lines { display: grid; grid-template-columns: 1fr 1fr; gap: 2.2rem 2.5rem; margin: 2.4rem 0 1.6rem; }
    .sign-off .lines > div { border-top: 1px solid var(--ink); padding-top: .25rem; }
    .sign-off dt { color: var(--soft); font-size: .9rem; }
    .sign-off dd { margin: 0; }

    @page { size: A4; margin: 16mm 15mm 18mm; }
    @media print {
      :root {
        color-scheme: light;
        --paper: #fff; --panel: #fff; --ink: #000; --soft: #444; --rule: #bbb; --accent: #000; --line: #555;
        --bad: #9b1116; --bad-wash: #fff; --open: #704300; --open-wash: #fff; --good: #0c5731; --good-wash: #fff;
      }
      body { font-size: 9.5pt; line-height: 1.4; }
      main { max-width: none; padding: 0; }
      .filters, .skip, .mark, .marked, summary { display: none !important; }
      details::details-content { content-visibility: visible; block-size: auto; }
      h1 { font-size: 18pt; }
      h2 { font-size: 13pt; margin-top: 1.6rem; }
      h2, h3, h4, h5, .under { break-after: avoid; }
      .finding, li, tr, .sign-off, .figure { break-inside: avoid; }
      .finding { grid-template-columns: 10.5rem 1fr; padding: .5rem 0 .5rem .7rem; }
      .part { grid-template-columns: 6.5rem 1fr; }
      .scroll { overflow: visible; }
      .figure svg { width: 100%; max-width: 100%; }
      .verdict { border: 1px solid; border-left-width: 6px; }
      .release-part + .release-part { break-before: page; border: 0; margin: 0; padding: 0; }
      a { text-decoration: none; color: inherit; }
    }

    """)
}
