/* The two views of the page, asking and checking; the address says which one is shown. */
(() => {
  const links = [...document.querySelectorAll(".views a")];
  const title = document.title;
  const checking = () => document.documentElement.classList.contains("checking");

  /** The chat library sets the title anew once it has loaded. */
  const name = () => {
    const wanted = checking() ? `${links.at(-1).textContent} – ${title}` : title;
    if (document.title !== wanted) document.title = wanted;
  };

  const show = (hash) => {
    const chosen = links.find((link) => link.getAttribute("href") === hash);
    if (!chosen) return;
    document.documentElement.classList.toggle("checking", hash === "#check");
    name();
    for (const link of links) {
      if (link === chosen) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".views a, .skip-check");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (link.classList.contains("skip-check")) {
      document.querySelector("#check [data-start]")?.focus();
      return;
    }
    const hash = link.getAttribute("href");
    if (location.hash !== hash) history.pushState(null, "", location.pathname + location.search + hash);
    show(hash);
  }, true);
  addEventListener("popstate", () => show(location.hash || "#ask"));
  new MutationObserver(name).observe(document.head, { childList: true, subtree: true, characterData: true });
  show(location.hash);
})();
