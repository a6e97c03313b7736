/* A case in the chat: its facts as a list that is changed in place, and the way to the interview with them filled in.
   The chat library lets no label and no form through, so that this part of an answer comes as text and is shown here. */
(() => {
  let press = null; // sends a step, once the chat has been loaded
  let waiting = false; // whether a step is on its way
  let problem = null; // what was said to be wrong when it was sent
  let pressed = ""; // the fact that it was about
  const told = new WeakSet(); // answers of which the change alone is read out

  const ready = (trigger) => {
    press = (step) => trigger("submit", step);
  };

  const cases = () => [...document.querySelectorAll("#chat .case")];

  /** Only the last case of the conversation can be changed; the others stay as they were. */
  const show = (holder, isLast) => {
    const state = isLast ? "open" : "closed";
    if (holder.dataset.state === state) return;
    holder.dataset.state = state;
    holder.querySelector(".case-source + *")?.remove();
    const inner = document.createElement("div");
    inner.innerHTML = holder.querySelector(".case-source").value;
    if (!isLast) inner.querySelectorAll(".acts, .next, .editor, .receipt, [id]").forEach((part) => part.remove());
    holder.append(inner);
  };

  /** Whoever uses the keyboard or a screen reader is taken to what is new; a change is read out as well. */
  const arrive = (holder) => {
    const answer = holder.closest(".answer");
    const notice = answer.querySelector(".notice");
    const form = holder.querySelector("[data-focus]") || holder.querySelector(".editor [data-start]");
    const button = [...holder.querySelectorAll('[data-action="change"]')].find((one) => one.dataset.fact === pressed);
    const target = form || notice || button || holder.querySelector(".facts-title");
    target.focus({ preventScroll: true });
    (target.closest(".fact, .next") || target).scrollIntoView({ block: target === notice ? "start" : "nearest" });
    if (notice) araPage.say(`${notice.textContent} ${answer.querySelector(".short").textContent}`);
  };

  const seen = () => {
    // A newer result closes the case before it at once, so that nothing moves any more when its own facts come.
    const last = [...document.querySelectorAll("#chat .answer-verdict")].at(-1);
    const closes = cases().some((holder) => holder.dataset.state === "open" && !last.contains(holder));
    cases().forEach((holder) => {
      const isNew = !holder.dataset.state;
      const isLast = last.contains(holder);
      show(holder, isLast);
      if (waiting && isNew && isLast) {
        waiting = false;
        told.add(holder.closest(".answer"));
        arrive(holder);
      }
    });
    if (closes) [...document.querySelectorAll("#chat .user-row")].at(-1).scrollIntoView({ block: "start" });
    const wrong = document.querySelector("#problem .problem");
    if (waiting && wrong && wrong !== problem) rest();
  };

  const rest = () => {
    waiting = false;
    cases().forEach((holder) => holder.removeAttribute("aria-busy"));
  };

  const send = (holder, action, fact = "", reply = "") => {
    if (!press || waiting || document.querySelector(".writing")) return;
    araLost.found();
    problem = document.querySelector("#problem .problem");
    pressed = fact || holder.querySelector(".editor [name=fact]")?.value || "";
    waiting = true;
    holder.setAttribute("aria-busy", "true");
    press({ action, fact, reply });
  };

  const getReceipt = (holder) => {
    const record = JSON.parse(holder.closest(".answer").querySelector(".record").value);
    araAsk.save("ara-receipt.json", "application/json", `${JSON.stringify(record.case.receipt, null, 2)}\n`);
  };

  document.addEventListener("submit", (event) => {
    const holder = event.target.closest("#chat .case");
    if (!holder) return;
    event.preventDefault();
    const filled = new FormData(event.target);
    const reply = event.submitter?.name === "reply" ? event.submitter.value : filled.get("reply");
    send(holder, "answer", filled.get("fact"), reply ?? "");
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#chat .case button");
    if (!button) return;
    const holder = button.closest(".case");
    if (button.dataset.action) send(holder, button.dataset.action, button.dataset.fact);
    if (button.matches(".open-check")) araInterview.take(button.dataset.facts);
    if (button.matches(".get-receipt")) getReceipt(holder);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const form = event.target.closest?.("#chat .case .editor form");
    form?.querySelector('[data-action="keep"]')?.click();
  });
  new MutationObserver(seen).observe(document.body, { childList: true, subtree: true });

  window.araCase = { ready, isTold: (answer) => told.has(answer) };
})();
