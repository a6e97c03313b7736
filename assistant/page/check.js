/* The interview: what is pressed goes out with the answers so far, and what comes back is shown. */
window.araCheck = (root, trigger, props, watch) => {
  /** Whoever uses the keyboard or a screen reader is taken to what is new. */
  const arrive = () => {
    const target = root.querySelector("[data-focus]") || root.querySelector("[data-start]");
    target?.focus({ preventScroll: true });
    (root.querySelector(".notice, .so-far") || target?.closest(".question, .verdict"))?.scrollIntoView({ block: "start" });
    const notice = root.querySelector(".notice");
    if (notice) araPage.say(notice.textContent);
  };

  const send = (action, fact = "", reply = "") => {
    root.setAttribute("aria-busy", "true");
    trigger("submit", { session: root.querySelector(".check-view").dataset.session, action, fact, reply });
  };

  const render = () => {
    root.innerHTML = props.value;
    root.removeAttribute("aria-busy");
  };

  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const filled = new FormData(event.target);
    const pressed = event.submitter?.name === "reply" ? event.submitter.value : filled.get("reply");
    send("answer", filled.get("fact"), pressed ?? "");
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action]");
    if (button) send(button.dataset.action, button.dataset.fact);
  });
  window.araInterview = {
    /** Goes to the interview with the facts of a case from the chat in the place of its answers. */
    take: (facts) => {
      araViews.go("#check");
      send("take", "", facts);
    },
  };
  watch("value", () => {
    render();
    arrive();
  });
  render();
};
