/* When the server is gone or too busy: one sentence at the question. Once a server is back the library loads the page
   anew; what was typed, and the turns to download, wait for that in this tab's session storage, and are taken out at once. */
(() => {
  const KEPT = "ara-lost";
  const root = document.documentElement;
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
  } catch {
    kept = null; // a browser that stores nothing
  }

  const tell = (key) => {
    const says = document.createElement("p");
    const text = document.createElement("span");
    says.className = `problem lost lost-${key}`;
    says.setAttribute("role", "alert");
    text.className = `t:${key}`;
    text.textContent = araText(key);
    says.append(text);
    document.getElementById("problem").append(says);
  };

  /** What the server itself says of a message that it turned away. */
  const REFUSED = /^You have sent more than /;

  const repeat = (words) => {
    const says = document.createElement("p");
    says.className = "problem lost lost-refused";
    says.setAttribute("role", "alert");
    says.lang = "en";
    says.textContent = words;
    document.getElementById("problem").append(says);
  };

  /** The library reports it in a box over the page. */
  const lost = () => {
    const toast = document.querySelector(".toast-body.error");
    if (!toast || !document.getElementById("problem") || document.querySelector("#problem .lost")) return;
    const words = toast.querySelector(".toast-message-text")?.textContent.trim() ?? "";
    if (REFUSED.test(words)) repeat(words);
    else tell(/busy|queue/i.test(toast.textContent) ? "busy" : "lost");
  };

  const back = () => {
    const box = document.querySelector("#box textarea");
    if (!kept || !box || !document.getElementById("problem")) return;
    const { typed, turns } = kept;
    kept = null;
    araAsk.restore(typed, turns);
    root.classList.toggle("restored", turns.length > 0);
    tell("restarted");
  };

  /** An answer has come, or is no longer wanted. */
  const found = () => {
    document.querySelectorAll("#problem .lost").forEach((says) => says.remove());
    document.querySelectorAll(".toast-close").forEach((button) => button.click());
  };

  addEventListener("pagehide", () => {
    if (!document.querySelector(".lost-lost")) return;
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ typed: document.querySelector("#box textarea").value, turns: araAsk.turns() }));
    } catch {
      // a browser that stores nothing
    }
  });
  new MutationObserver(() => {
    lost();
    back();
  }).observe(document.body, { childList: true, subtree: true });

  window.araLost = { found };
})();
