/* A thumb up or down under an answer: a form that shows all that is sent. There only where feedback is kept. */
(() => {
  const dialog = document.getElementById("rate");
  if (!dialog) return;
  document.documentElement.classList.add("rates");
  const reason = dialog.querySelector("textarea");
  const failed = dialog.querySelector(".rate-failed");
  const send = dialog.querySelector(".rate-send");
  let thumb = null;

  const rated = () => {
    const records = [...document.querySelectorAll("#chat .record")];
    const at = records.indexOf(thumb.closest(".answer").querySelector(".record"));
    const turns = records.slice(0, at + 1).map((record) => JSON.parse(record.value));
    return { turn: turns.at(-1), before: turns.slice(0, -1).slice(-3) };
  };

  const open = (pressed) => {
    thumb = pressed;
    const { turn } = rated();
    dialog.classList.toggle("down", thumb.value === "down");
    dialog.querySelector(".rate-question").textContent = turn.rewritten || turn.question;
    failed.hidden = true;
    reason.value = "";
    dialog.showModal();
    reason.focus();
  };

  const post = async () => {
    const { turn, before } = rated();
    const body = {
      question: turn.question,
      turns: before.map((one) => one.question),
      up: thumb.value === "up",
      reason: reason.value.trim(),
    };
    const reply = await fetch("feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(reply.status);
  };

  const submit = async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      await post();
      thumb.closest(".thumbs").querySelectorAll(".thumb").forEach((one) => {
        one.classList.toggle("given", one === thumb);
        one.setAttribute("aria-pressed", String(one === thumb));
      });
      dialog.close();
      araPage.say(araText("rate_thanks"));
    } catch {
      failed.hidden = false;
    } finally {
      send.disabled = false;
    }
  };

  dialog.querySelector("form").addEventListener("submit", submit);
  dialog.querySelector(".rate-cancel").addEventListener("click", () => dialog.close());
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("#chat .thumb");
    if (pressed) open(pressed);
  });
})();
