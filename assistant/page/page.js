/* The Rules beside the chat: opening at a clause, marking the quoted characters, going back. */
(() => {
  const rules = document.getElementById("rules");
  const closer = rules.querySelector(".rules-close");
  const backdrop = document.querySelector(".backdrop");
  const announcer = document.getElementById("announcer");
  const sideBySide = matchMedia("(min-width: 64rem) and (min-height: 30rem)");
  let cameFrom = null; // what had the focus before the Rules were opened

  const say = (text) => {
    announcer.textContent = text;
  };

  /** "#rules:III.c:0-111" as its parts; null where the address is not one of the Rules. */
  const parse = (hash) => {
    const found = /^#(rules(?::[\w.]+)?)(?::(\d+)-(\d+))?$/.exec(hash);
    return found && { id: found[1], start: Number(found[2]), end: Number(found[3]) };
  };

  /** The address of the view beside the Rules; asking, the first one, needs none. */
  const view = () => (document.documentElement.classList.contains("checking") ? "#check" : "");

  const unmark = () => {
    rules.querySelectorAll("mark").forEach((mark) => {
      const words = mark.parentNode;
      mark.replaceWith(mark.textContent);
      words.normalize();
    });
    rules.querySelectorAll(".shown").forEach((clause) => clause.classList.remove("shown"));
    document.querySelectorAll(".chip.current").forEach((chip) => chip.classList.remove("current"));
  };

  /** Mark the characters from start to end of a clause; they are counted as Python counts them. */
  const mark = (clause, start, end) => {
    const words = clause.querySelector(".exact");
    const characters = Array.from(words.textContent);
    const marked = document.createElement("mark");
    marked.textContent = characters.slice(start, end).join("");
    if (!marked.textContent) return;
    words.replaceChildren(characters.slice(0, start).join(""), marked, characters.slice(end).join(""));
  };

  const lockPage = (locked) => {
    document.documentElement.classList.toggle("sheet", locked);
    backdrop.hidden = !locked;
    for (const part of document.querySelectorAll(".skip, .top, #ask")) part.inert = locked;
    if (locked) {
      rules.setAttribute("role", "dialog");
      rules.setAttribute("aria-modal", "true");
    } else {
      rules.removeAttribute("role");
      rules.removeAttribute("aria-modal");
    }
  };

  const show = (hash) => {
    const place = parse(hash);
    const target = place && document.getElementById(place.id);
    if (!target) return false;
    unmark();
    rules.classList.add("open");
    lockPage(!sideBySide.matches);
    closer.hidden = sideBySide.matches && !cameFrom;
    closer.textContent = sideBySide.matches ? announcer.dataset.back : announcer.dataset.close;
    if (target.classList.contains("clause")) {
      target.classList.add("shown");
      if (place.end > place.start) mark(target, place.start, place.end);
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || !sideBySide.matches;
    const seen = target.querySelector("mark") || target;
    const high = seen.offsetHeight > rules.clientHeight / 2 || target === rules;
    target.focus({ preventScroll: true });
    seen.scrollIntoView({ block: high ? "start" : "center", behavior: calm ? "auto" : "smooth" });
    return true;
  };

  const close = () => {
    const wasOpen = rules.classList.contains("open");
    rules.classList.remove("open");
    lockPage(false);
    unmark();
    closer.hidden = true;
    if (parse(location.hash)) history.replaceState(null, "", location.pathname + location.search + view());
    if (!wasOpen) return;
    const back = cameFrom?.isConnected ? cameFrom : document.querySelector(view() ? "#check [data-start]" : "#box textarea");
    cameFrom = null;
    back?.focus();
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // no permission, or a page served without TLS
    }
  };

  const address = (hash) => location.origin + location.pathname + hash;

  /** The answer as text, each quotation with its clause, version and address. */
  const asText = (answer) => {
    const version = answer.querySelector(".foot-version").textContent;
    const words = [...answer.querySelectorAll(".short, .says p")].map((part) => part.textContent.trim());
    const quotes = [...answer.querySelectorAll(".quote")].map((quote) => {
      const chip = quote.querySelector(".chip");
      const text = quote.querySelector("q").textContent;
      return `“${text}”\n${version}, ${chip.textContent}: ${address(chip.getAttribute("href"))}`;
    });
    return [words.join(" "), ...quotes].join("\n\n");
  };

  const copyAnswer = async (button) => {
    const done = await copy(asText(button.closest(".answer")));
    if (!done) return;
    say(announcer.dataset.copied);
    const label = button.textContent;
    button.textContent = announcer.dataset.copied;
    button.addEventListener("blur", () => { button.textContent = label; }, { once: true });
  };

  const copyLink = async (hash) => {
    say((await copy(address(hash))) ? announcer.dataset.linkCopied : announcer.dataset.linkInBar);
  };

  document.addEventListener("click", (event) => {
    const copier = event.target.closest?.(".copy");
    if (copier) return void copyAnswer(copier);
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault(); // the document has a base address, which would load the page anew
    const hash = link.getAttribute("href");
    if (hash === "#ask") return void document.querySelector("#box textarea")?.focus();
    if (!rules.contains(link)) cameFrom = link;
    if (location.hash !== hash) history.pushState(null, "", location.pathname + location.search + hash);
    show(hash);
    if (link.classList.contains("chip")) link.classList.add("current");
    if (link.classList.contains("anchor")) copyLink(hash);
  });
  closer.addEventListener("click", close);
  backdrop.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    const inRules = rules.contains(document.activeElement);
    if (event.key === "Escape" && (inRules || document.documentElement.classList.contains("sheet"))) close();
  });
  addEventListener("popstate", () => show(location.hash) || close());
  sideBySide.addEventListener("change", () => {
    lockPage(rules.classList.contains("open") && !sideBySide.matches);
    closer.hidden = !rules.classList.contains("open");
  });
  show(location.hash);

  window.araPage = { say };
})();
