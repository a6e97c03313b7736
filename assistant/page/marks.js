/* Words marked in a text: several kinds of mark, which may overlap, in elements that hold nothing but text. */
window.araMarks = (() => {
  const kinds = new Map(); // element → { kind: [[start, end], …] }, characters counted as Python counts them

  const paint = (element) => {
    const ranges = Object.entries(kinds.get(element) || {}).flatMap(([kind, list]) => list.map(([start, end]) => ({ kind, start, end })));
    const characters = Array.from(element.textContent);
    const cuts = new Set([0, characters.length]);
    for (const { start, end } of ranges) {
      cuts.add(Math.min(start, characters.length));
      cuts.add(Math.min(end, characters.length));
    }
    const places = [...cuts].sort((a, b) => a - b);
    const parts = places.slice(0, -1).map((start, index) => {
      const words = characters.slice(start, places[index + 1]).join("");
      const over = ranges.filter((range) => range.start <= start && start < range.end);
      if (!over.length) return words;
      const mark = document.createElement("mark");
      mark.className = over.map((range) => range.kind).join(" ");
      mark.textContent = words;
      return mark;
    });
    element.replaceChildren(...parts);
    element.normalize();
  };

  /** Mark ranges of an element; none takes the marks of this kind away. */
  const set = (element, kind, ranges) => {
    const all = { ...kinds.get(element), [kind]: ranges.filter(([start, end]) => start < end) };
    if (!all[kind].length) delete all[kind];
    if (Object.keys(all).length) kinds.set(element, all);
    else kinds.delete(element);
    paint(element);
  };

  const clear = (kind) => {
    for (const [element, all] of [...kinds]) if (kind in all) set(element, kind, []);
  };

  return { set, clear };
})();
