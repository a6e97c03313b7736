/* The conversation: what a screen reader hears of it, and where it is scrolled to. */
(() => {
  let questions = 0;
  let announced = null;

  /** The library reads out every change and names each message by its source; one summary is better. */
  const quiet = (log) => {
    log.setAttribute("aria-live", "off");
    log.setAttribute("aria-label", araText("chat"));
    log.querySelectorAll("[data-testid][aria-label]").forEach((message) => message.removeAttribute("aria-label"));
  };

  const announce = (log) => {
    const answer = [...log.querySelectorAll(".answer")].at(-1);
    if (!answer?.querySelector(".foot") || answer === announced) return;
    announced = answer;
    araLost.found();
    if (araCase.isTold(answer)) return;
    const parts = answer.querySelectorAll(".short, .says > *, .quotes-title, .quote:not(.case *) .chip, .case .next :is(.progress, h3), .facts-title");
    araPage.say([...parts].map((part) => part.textContent.trim()).join(" "));
  };

  /** A new question goes to the top of what is seen, and the answer grows below it without moving it. */
  const follow = (log) => {
    const rows = log.querySelectorAll(".user-row");
    if (rows.length > questions && rows.length > 1) [...rows].at(-1).scrollIntoView({ block: "start" });
    questions = rows.length;
  };

  /** A message that could not be answered is tied to the box that it was typed in. */
  const tie = () => {
    const box = document.querySelector("#box textarea");
    const wrong = Boolean(document.querySelector("#problem .problem"));
    if (!box || wrong === box.hasAttribute("aria-invalid")) return;
    for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", "problem"]]) {
      if (wrong) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  };

  const seen = () => {
    tie();
    const log = document.querySelector('#chat [role="log"]');
    if (!log) return;
    quiet(log);
    araAsk.shown(log);
    follow(log);
    announce(log);
  };

  new MutationObserver(seen).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#new-chat")) document.querySelector("#box textarea")?.focus();
  });
})();
