/// The page's script: it filters the ledger, and opens what is folded before the page is printed. Nothing needs it.
enum PageScript {
  static let source = OwnSource(
    """
    (() => {
      "use strict";
      for (const ledger of document.querySelectorAll(".ledger")) {
        const form = ledger.querySelector("form");
        const shown = form.querySelector(".shown");
        const findings = [...ledger.querySelectorAll("article")].map((element) => ({ element, text: null }));
        const sources = [...ledger.querySelectorAll(".source")];
        const filter = () => {
          const states = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
          const words = form.elements.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
          let count = 0;
          for (const finding of findings) {
            let isShown = states.has(finding.element.dataset.state);
            if (isShown && words.length) {
              finding.text ??= (finding.element.textContent + " "
                + finding.element.closest(".source").querySelector("h3").textContent).toLowerCase();
              isShown = words.every((word) => finding.text.includes(word));
            }
            finding.element.hidden = !isShown;
            if (isShown) count += 1;
          }
          for (const source of sources) source.hidden = !source.querySelector("article:not([hidden])");
          shown.textContent = count + " of " + findings.length + " shown";
        };
        let waiting = 0;
        form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
        form.addEventListener("submit", (event) => event.preventDefault());
        form.hidden = false;
        filter();
      }
      // A link leads to what a filter hides as well.
      const reveal = () => {
        const target = document.getElementById(location.hash.slice(1));
        if (!target) return;
        for (let part = target; part; part = part.parentElement) part.hidden = false;
        target.scrollIntoView();
      };
      addEventListener("hashchange", reveal);
      addEventListener("beforeprint", () => {
        for (const part of document.querySelectorAll("details")) part.open = true;
      });
    })();
    """)
}
