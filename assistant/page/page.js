/* The Rules beside the chat, as a sheet over it, or as a view of their own: opening at a clause and going back. */
(() => {
  const root = document.documentElement;
  const rules = document.getElementById("rules");
  const closer = rules.querySelector(".rules-close");
  const backdrop = document.querySelector(".backdrop");
  const announcer = document.getElementById("announcer");
  const sideBySide = matchMedia("(min-width: 64rem) and (min-height: 30rem)");
  let cameFrom = null; // what had the focus before the Rules were opened

  const say = (text) => {
    announcer.textContent = text;
  };

  /** "#rules:III.c:0-111,120-130" as its parts; null where the address is not one of the Rules. */
  const parse = (hash) => {
    const found = /^#(rules(?::[\w.]+)?)(?::(\d+-\d+(?:,\d+-\d+)*))?$/.exec(hash);
    return found && { id: found[1], ranges: (found[2] || "").split(",").filter(Boolean).map((range) => range.split("-").map(Number)) };
  };

  const reading = () => root.classList.contains("reading");
  /** Whether the Rules stand beside the chat, without a sheet to open. */
  const beside = () => reading() || sideBySide.matches;
  /** The address of the view that the Rules were opened from; asking, the first one, needs none. */
  const view = () => (reading() ? "#rules" : root.classList.contains("checking") ? "#check" : "");
  const here = (hash) => location.pathname + location.search + hash;

  const unmark = () => {
    araMarks.clear("cited");
    rules.querySelectorAll(".shown").forEach((clause) => clause.classList.remove("shown"));
    document.querySelectorAll(".current").forEach((chip) => chip.classList.remove("current"));
  };

  const lockPage = (locked) => {
    root.classList.toggle("sheet", locked);
    backdrop.hidden = !locked;
    for (const part of document.querySelectorAll(".skip, .top, #ask")) part.inert = locked;
    if (locked) {
      rules.setAttribute("role", "dialog");
      rules.setAttribute("aria-modal", "true");
    } else {
      if (reading()) rules.setAttribute("role", "main");
      else rules.removeAttribute("role");
      rules.removeAttribute("aria-modal");
    }
  };

  const dress = () => {
    const open = rules.classList.contains("open");
    closer.hidden = !open || reading() || (sideBySide.matches && !cameFrom);
    closer.firstElementChild.className = sideBySide.matches ? "t:back" : "t:close";
    closer.firstElementChild.textContent = araText(sideBySide.matches ? "back" : "close");
    lockPage(open && !beside());
  };

  const show = (hash) => {
    const place = parse(hash);
    const target = place && document.getElementById(place.id);
    if (!target) return false;
    unmark();
    rules.classList.add("open");
    dress();
    if (target.classList.contains("clause")) {
      target.classList.add("shown");
      araMarks.set(target.querySelector(".exact"), "cited", place.ranges);
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || !sideBySide.matches;
    const seen = target.querySelector("mark.cited") || target;
    const high = seen.offsetHeight > innerHeight / 2 || target === rules || target.matches(".rules-section");
    target.focus({ preventScroll: true });
    seen.scrollIntoView({ block: high ? "start" : "center", behavior: calm ? "auto" : "smooth" });
    return true;
  };

  const close = () => {
    const wasOpen = rules.classList.contains("open");
    rules.classList.remove("open");
    dress();
    unmark();
    if (parse(location.hash)) history.replaceState(history.state, "", here(view()));
    if (!wasOpen || reading()) return;
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

  /** The answer as text, each quotation with its clause, version and address; in English, as the Rules are. */
  const asText = (answer) => {
    const version = araText(answer.querySelector(".foot-version [class^='t:']").className.slice(2), "en");
    const words = [...answer.querySelectorAll(".short, .says > :not(ul), .says li")].map((part) => {
      const copied = part.cloneNode(true);
      copied.querySelectorAll(".cite").forEach((chip) => chip.remove());
      return copied.textContent.trim();
    });
    const quotes = [...answer.querySelectorAll(".quote")].filter((quote) => !quote.closest("details")).map((quote) => {
      const chip = quote.querySelector(".chip");
      const text = quote.querySelector("q").textContent;
      return `“${text}”\n${version}, ${chip.textContent}: ${address(chip.getAttribute("href"))}`;
    });
    return [words.join(" "), ...quotes].join("\n\n");
  };

  const copyAnswer = async (button) => {
    if (!(await copy(asText(button.closest(".answer"))))) return;
    say(araText("copied"));
    const label = button.firstElementChild;
    label.className = "t:copied";
    label.textContent = araText("copied");
    button.addEventListener("blur", () => {
      label.className = "t:copy_answer";
      label.textContent = araText("copy_answer");
    }, { once: true });
  };

  const copyLink = async (hash) => {
    if (await copy(address(hash))) return say(araText("link_copied"));
    history.replaceState(history.state, "", here(hash));
    say(araText("link_in_bar"));
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (button?.matches(".copy")) return void copyAnswer(button);
    if (button?.matches(".copy-link")) return void copyLink(button.value);
    if (button?.matches(".rules-print")) return void print();
    const link = event.target.closest?.('a[href^="#rules:"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault(); // the document has a base address, which would load the page anew
    const hash = link.getAttribute("href");
    if (!rules.contains(link)) cameFrom = link;
    if (location.hash !== hash) history.pushState({ view: view() || "#ask" }, "", here(hash));
    show(hash);
    if (link.matches(".chip, .cite")) link.classList.add("current");
    if (link.matches(".anchor")) copyLink(hash);
  });
  closer.addEventListener("click", close);
  backdrop.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    const inRules = rules.contains(document.activeElement) && !reading();
    if (event.key === "Escape" && (inRules || root.classList.contains("sheet"))) close();
  });
  sideBySide.addEventListener("change", dress);

  window.araPage = { say, show, close, parse, dress };
})();
