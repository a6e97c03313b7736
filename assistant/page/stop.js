/* After Stop the library takes no question until the server has let go of the stopped answer, and drops without a word what
   is sent meanwhile. Such a question waits here, and is sent once the way is free. */
(() => {
  const root = document.documentElement;
  /** The library tells of a stopped answer once when its stream ends and once when it has been let go of, in either order.
      Where the first telling is missing nothing more is to come after a while; where the second is, it was too late to stop. */
  const NOTHING_MORE = 500;
  const TOO_LATE = 5_000;
  let underWay = false; // a question is with the server
  let stopping = null; // what was told of the answer that is being stopped
  let waiting = null; // sends what was to be sent meanwhile

  const wait = (send) => {
    waiting = send;
    root.classList.toggle("waiting", Boolean(send));
  };

  const begun = () => {
    underWay = true;
  };

  const free = () => {
    const send = waiting;
    underWay = false;
    stopping = null;
    wait(null);
    send?.();
  };

  /** An answer is over: it came to its end, or it ``failed``, which is also what one that was let go of has done. */
  const over = (failed) => {
    if (!stopping) {
      underWay = false;
      return;
    }
    const told = stopping;
    if (failed) told.letGo = true;
    else told.ends += 1;
    const rest = told.letGo && told.ends > 1 ? 0 : told.letGo ? NOTHING_MORE : TOO_LATE;
    clearTimeout(told.timer);
    told.timer = setTimeout(() => {
      if (stopping === told) free();
    }, rest);
  };

  /** Whether it has to wait, in which case ``send`` is called later. */
  const waits = (send) => {
    if (stopping) wait(send);
    return Boolean(stopping);
  };

  const later = (event) => {
    if (!waits(() => document.getElementById("send").click())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  addEventListener("click", (event) => {
    if (event.target.closest?.("#stop, #new-chat")) {
      wait(null);
      if (underWay && !stopping) stopping = { ends: 0, letGo: false };
    } else if (event.target.closest?.("#send")) {
      later(event);
    }
  }, true);
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.closest?.("#box")) later(event);
  }, true);
  addEventListener("input", (event) => {
    if (event.target.closest?.("#box")) wait(null); // it is still being written
  }, true);

  window.araStop = { begun, over, waits };
})();
