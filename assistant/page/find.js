/* Search within the Rules: every match marked and counted, and a way from one to the next. */
(() => {
  const rules = document.getElementById("rules");
  const form = rules.querySelector(".find");
  const box = form.querySelector("input");
  const told = form.querySelector(".found");
  const texts = [...rules.querySelectorAll(".exact, .plain p")];
  let matches = []; // { element, range }
  let now = -1;

  const folded = (text) => text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

  /** Ranges of the words in a text, counted in characters. */
  const ranges = (text, words) => {
    const found = [];
    const plain = folded(text);
    for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + words.length)) {
      const start = Array.from(text.slice(0, at)).length;
      found.push([start, start + Array.from(text.slice(at, at + words.length)).length]);
    }
    return found;
  };

  const count = () => {
    for (const link of rules.querySelectorAll(".contents a")) {
      const section = document.getElementById(link.getAttribute("href").slice(1));
      const inside = matches.filter((match) => section.contains(match.element)).length;
      link.parentNode.querySelector(".hits").textContent = inside ? `(${inside})` : "";
    }
  };

  const tell = () => {
    const mark = matches.length ? `found?number=${now + 1}&count=${matches.length}` : "found_none";
    const text = document.createElement("span");
    text.className = `t:${mark}`;
    text.textContent = araText(mark);
    told.replaceChildren(...(box.value.trim() ? [text] : []));
  };

  const go = (place) => {
    now = place;
    araMarks.clear("now");
    tell();
    const match = matches[now];
    if (!match) return;
    const fold = match.element.closest("details");
    if (fold) fold.open = true;
    araMarks.set(match.element, "now", [match.range]);
    match.element.querySelector("mark.now").scrollIntoView({ block: "center" });
  };

  const search = () => {
    const words = folded(box.value.trim());
    araMarks.clear("found");
    araMarks.clear("now");
    matches = [];
    for (const element of words.length > 1 ? texts : []) {
      const inside = ranges(element.textContent, words);
      if (!inside.length) continue;
      araMarks.set(element, "found", inside);
      matches.push(...inside.map((range) => ({ element, range })));
    }
    count();
    go(matches.length ? 0 : -1);
  };

  const step = (by) => {
    if (matches.length) go((now + by + matches.length) % matches.length);
  };

  box.addEventListener("input", search);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && box.value) {
      event.stopPropagation();
      box.value = "";
      search();
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const by = event.target.closest(".find-step")?.value;
    if (by) step(Number(by));
  });
})();
