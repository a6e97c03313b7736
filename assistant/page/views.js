/* The three views of the page: asking, checking, reading. The address says which is shown; where it names a
   clause, the history's entry does. */
(() => {
  const root = document.documentElement;
  const rules = document.getElementById("rules");
  const links = [...document.querySelectorAll(".views a")];
  const CLASSES = { "#ask": "asking", "#check": "checking", "#rules": "reading" };
  const STARTS = { "#ask": "#box textarea", "#check": "#check [data-start]", "#rules": "#rules" };
  const beside = matchMedia("(min-width: 48rem)");
  const wide = matchMedia("(min-width: 64rem) and (min-height: 30rem)");
  const ask = document.getElementById("ask");
  const scrolled = {}; // how far down each view was left
  let view = "#ask";

  /** The chat library sets the title anew once it has loaded. */
  const name = () => {
    const link = links.find((one) => one.getAttribute("href") === view);
    const title = araText("title");
    const wanted = view === "#ask" ? title : `${link.textContent} – ${title}`;
    if (document.title !== wanted) document.title = wanted;
  };

  /** As a view, the Rules have room for plain words and contents unfolded. */
  const unfold = () => {
    const reading = view === "#rules";
    for (const plain of rules.querySelectorAll(".plain")) plain.open = reading && beside.matches;
    rules.querySelector(".contents").open = reading && wide.matches;
  };

  const show = (wanted) => {
    const changed = view !== wanted;
    if (changed) scrolled[view] = [scrollY, ask.scrollTop];
    view = wanted;
    for (const [hash, kind] of Object.entries(CLASSES)) root.classList.toggle(kind, hash === view);
    for (const link of links) {
      if (link.getAttribute("href") === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    name();
    if (changed) {
      unfold();
      const [page, column] = scrolled[view] || [0, 0];
      scrollTo(0, page);
      ask.scrollTop = column;
      if (view === "#rules") rules.scrollTop = 0;
    }
    if (view === "#rules") rules.classList.remove("open");
    araPage.dress();
  };

  const go = (wanted) => {
    if (view !== wanted && view !== "#rules") araPage.close();
    if (location.hash !== wanted) history.pushState({ view: wanted }, "", location.pathname + location.search + wanted);
    show(wanted);
  };

  /** What the address and the history's entry ask for. */
  const arrive = () => {
    const wanted = location.hash in CLASSES ? location.hash : history.state?.view || "#ask";
    show(wanted in CLASSES ? wanted : "#ask");
    if (araPage.parse(location.hash)?.id.includes(":")) araPage.show(location.hash);
    else araPage.close();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href="#ask"], a[href="#check"], a[href="#rules"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const hash = link.getAttribute("href");
    if (!link.matches(".skip")) go(hash);
    if (!link.matches(".views a")) document.querySelector(STARTS[hash])?.focus();
  });
  addEventListener("popstate", arrive);
  document.addEventListener("languagechange", name);
  beside.addEventListener("change", unfold);
  wide.addEventListener("change", unfold);
  new MutationObserver(name).observe(document.head, { childList: true, subtree: true, characterData: true });
  arrive();

  window.araViews = { go };
})();
