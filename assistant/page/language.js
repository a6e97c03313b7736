/* The language of the interface: the browser's, or the one chosen, which the address keeps (?lang=es).
   What is marked as a text of the catalogue is put into that language before it is painted. */
(() => {
  const texts = JSON.parse(document.getElementById("catalogue").textContent);
  const known = (tag) => Object.keys(texts).find((one) => one === tag?.toLowerCase().split("-")[0]);
  const asked = new URLSearchParams(location.search).get("lang");
  let language = [asked, ...navigator.languages].map(known).find(Boolean) || "en";

  /** The chat library's own parts, which carry no mark. */
  const FOREIGN = [
    ["#send", "send", "textContent"],
    ["#stop", "stop", "textContent"],
    ["#new-chat", "new_chat", "textContent"],
    ["#box textarea", "placeholder", "placeholder"],
    ['#box [data-testid="block-info"]', "box", "textContent"],
  ];

  const shown = (value) => {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(value));
    }
    return /^\d+$/.test(value) ? Number(value).toLocaleString(language) : value;
  };

  /** "version?date=2021-03-12" → the text, in the language shown or in another. */
  const text = (mark, other) => {
    const [key, query] = mark.split("?");
    const values = new URLSearchParams(query);
    const found = texts[other || language][key] ?? "";
    return found.replace(/\{(\w+)\}/g, (whole, name) => (values.has(name) ? shown(values.get(name)) : whole));
  };

  const set = (element, property, value) => {
    if (element[property] !== value) element[property] = value;
  };

  const translate = () => {
    document.querySelectorAll('[class^="t:"]').forEach((element) => {
      set(element, "textContent", text(element.className.slice(2)));
      set(element, "lang", language);
    });
    document.querySelectorAll("[data-t]").forEach((element) => {
      const [, names, mark] = /^([^=]*)=(.*)$/.exec(element.dataset.t);
      for (const name of names.split(" ")) {
        if (element.getAttribute(name) !== text(mark)) element.setAttribute(name, text(mark));
      }
    });
    for (const [selector, key, property] of FOREIGN) {
      const element = document.querySelector(selector);
      if (!element) continue;
      const holder = property === "textContent" ? [...element.childNodes].find((node) => node.nodeType === 3 && node.data.trim()) : element;
      if (holder) set(holder, property, text(key));
    }
  };

  const choose = (chosen) => {
    language = chosen;
    document.documentElement.lang = language;
    translate();
  };

  document.documentElement.lang = language;
  // English is what the server writes, so that nothing is to be done for it until another was shown.
  let touched = language !== "en";
  const seen = () => {
    // The chat library names the browser's language here, which may not be the one shown.
    if (document.documentElement.lang !== language) document.documentElement.lang = language;
    if (touched) translate();
    const chooser = document.getElementById("language");
    // The page is watched while it is still read: the list may be there before the last of its languages.
    const option = chooser?.querySelector(`option[value="${language}"]`);
    if (option && !chooser.dataset.ready) {
      chooser.dataset.ready = "yes";
      option.selected = true;
      chooser.addEventListener("change", () => {
        touched = true;
        choose(chooser.value);
        const address = new URL(location.href);
        address.searchParams.set("lang", chooser.value);
        history.replaceState(history.state, "", address);
        document.dispatchEvent(new Event("languagechange"));
      });
    }
  };
  new MutationObserver(seen).observe(document, { childList: true, subtree: true });

  window.araText = text;
})();
