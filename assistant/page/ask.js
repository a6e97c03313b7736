/* Questions that are pressed or put in the place of the last one, and the conversation as a file. */
(() => {
  const root = document.documentElement;
  const box = () => document.querySelector("#box textarea");
  let press = null; // sends a question, once the chat has been loaded
  let waiting = null;
  let before = []; // turns recorded before the server was started again
  let sent = null; // what was typed and is on its way

  const fill = (text) => {
    box().value = text;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  };

  const edit = (on) => root.classList.toggle("replacing", on);

  const ask = (question) => {
    if (document.querySelector(".writing")) return; // an answer is being written
    if (araStop.waits(() => ask(question))) return;
    edit(false);
    araViews.go("#ask");
    if (press) press({ question });
    else waiting = question;
    box()?.focus();
  };

  /** A message goes out; whether it replaces the last question, which ends the editing. */
  const send = (typed) => {
    const replaced = root.classList.contains("replacing");
    edit(false);
    sent = typed;
    araStop.begun();
    return replaced;
  };

  const flat = (text) => text.replace(/\s+/g, " ").trim();

  /** Once the chat shows what was sent it leaves the box, unless something else was typed there meanwhile. */
  const shown = (log) => {
    const last = [...log.querySelectorAll(".said")].at(-1);
    if (sent === null || !last || flat(last.textContent) !== flat(sent)) return;
    if (box().value === sent) fill("");
    sent = null;
  };

  const ready = (trigger) => {
    press = (pressed) => {
      araStop.begun();
      trigger("submit", pressed);
    };
    if (waiting) ask(waiting);
    waiting = null;
  };

  /** The finished turns of the conversation, as they were recorded when they were answered. */
  const turns = () => [...before, ...[...document.querySelectorAll("#chat .record")].map((record) => JSON.parse(record.value))];

  /** What was there before the server was started again. */
  const restore = (typed, recorded) => {
    before = recorded;
    fill(typed);
  };

  /** What was typed, so that nothing in it is read as Markdown. */
  const plain = (typed) => typed.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|!~]/g, "\\$&");

  const result = (words) => (words ? `“${plain(words)}”` : "not stated");

  /** What was changed by hand in the facts of a case, a line each. */
  const changed = (edits = []) =>
    edits.length
      ? `Changed by hand:\n\n${edits
          .map((edit) => `- ${plain(edit.name)}: ${result(edit.before)} → ${result(edit.after)}. Before: ${plain(edit.result_before)}; now: ${plain(edit.result_after)}.`)
          .join("\n")}\n\n`
      : "";

  const asMarkdown = (recorded) =>
    recorded.map((turn) => `## ${plain(turn.question)}\n\n${turn.answer}\n\n${changed(turn.case?.edits)}*${turn.asked_on}*\n`).join("\n");

  const asJson = (recorded) => `${JSON.stringify({ kind: "ara-conversation", format: 1, turns: recorded }, null, 2)}\n`;

  const FILES = {
    md: ["ara-conversation.md", "text/markdown", asMarkdown],
    json: ["ara-conversation.json", "application/json", asJson],
  };

  /** A file made in the browser, which the server never has. */
  const save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  const download = (kind) => {
    const [name, type, write] = FILES[kind];
    save(name, type, write(turns()));
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (!button) return;
    if (button.matches(".example, .follow-up")) ask(button.value);
    if (button.matches(".download")) download(button.value);
    if (button.matches(".edit")) {
      fill(button.parentNode.querySelector(".said").textContent);
      edit(true);
      box().focus();
    }
    if (button.matches(".edit-cancel")) {
      fill("");
      edit(false);
      box().focus();
    }
    if (button.matches("#new-chat")) {
      edit(false);
      before = [];
      root.classList.remove("restored");
    }
  });

  window.araAsk = { ready, send, shown, turns, restore, save };
})();
