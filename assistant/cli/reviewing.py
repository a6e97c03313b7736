"""The review in the terminal: one kept question at a time, one key a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from rich.console import ConsoleRenderable, Group
from rich.markdown import Markdown
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from assistant.cli.terminal import Terminal
from assistant.record import Card, Kept, Label, LabelKind, checked, make_card
from corpus import Polarity
from corpus.errors import RecordError

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.record.store import Store

__all__ = ["Review"]

_WHY = {
    "thumbs_down": "got a thumb down",
    "unanswered": "was not answered",
    "low_confidence": "was answered with low confidence",
}
_KEYS = (
    "1-9 about this clause · / another clause · u the Rules do not say · o out of scope\n"
    "e edit the words · s skip · d drop · z take the last label back · q quit"
)
_POLARITY: dict[str, Polarity] = {"y": "yes", "n": "no", "d": "depends"}
_BACK = ("\x1b", "\x7f", "\b")
_Next = Literal["next", "again", "quit"]


class Review:
    """One sitting of one reviewer."""

    def __init__(self, store: Store, assistant: Assistant, terminal: Terminal, today: date) -> None:
        self._store = store
        self._assistant = assistant
        self._terminal = terminal
        self._today = today
        self._skipped: set[int] = set()
        self._labels: list[int] = []
        self._words: dict[int, str] = {}
        """Changed words, by question."""

    def run(self) -> Counter[str]:
        """Go on until nothing is left or the reviewer quits; what was done, counted."""
        done: Counter[str] = Counter()
        try:
            while (kept := self._store.next_question(self._skipped)) is not None:
                if self._review(kept, done) == "quit":
                    break
            else:
                self._terminal.show("\nNothing is left to review.")
        except KeyboardInterrupt:
            self._terminal.show()
        return done

    def _review(self, kept: Kept, done: Counter[str]) -> _Next:
        """Show one question until it is decided on."""
        card = make_card(kept, self._assistant)
        waiting = sum(self._store.totals().open.values()) - len(self._skipped)
        self._terminal.show(_shown(card, self._words.get(kept.id), waiting, self._store.reasons_given(kept)))
        after: _Next = "again"
        while after == "again":
            after = self._pressed(self._terminal.key(), card, done)
        return after

    def _pressed(self, key: str, card: Card, done: Counter[str]) -> _Next:
        actions: dict[str, Callable[[Card, Counter[str]], _Next]] = {
            "u": lambda card, done: self._label(self._checked(card, "unanswerable"), card, done),
            "o": lambda card, done: self._label(self._checked(card, "out_of_scope"), card, done),
            "/": lambda card, done: self._about(self._terminal.line("Clause, such as III.c").strip(), card, done),
            "e": self._edit,
            "s": self._skip,
            "d": self._drop,
            "z": self._take_back,
            "q": lambda _card, _done: "quit",
        }
        for place, choice in enumerate(card.choices, start=1):
            actions[str(place)] = partial(self._about, choice.id)
        return actions.get(key, self._remind)(card, done)

    def _checked(self, card: Card, kind: LabelKind) -> Label:
        return checked(self._assistant.corpus, self._wording(card), kind)

    def _remind(self, _card: Card, _done: Counter[str]) -> _Next:
        self._terminal.show(_KEYS)
        return "again"

    def _skip(self, card: Card, done: Counter[str]) -> _Next:
        self._skipped.add(card.kept.id)
        done["skipped"] += 1
        return "next"

    def _edit(self, card: Card, _done: Counter[str]) -> _Next:
        before = self._wording(card)
        self._words[card.kept.id] = self._terminal.line("Words", before).strip() or before
        self._terminal.show(Text(f"  The label will read: {self._words[card.kept.id]}"))
        return "again"

    def _about(self, clause: str, card: Card, done: Counter[str]) -> _Next:
        """Label it with a clause, once the short answer is known."""
        corpus = self._assistant.corpus
        named = clause if clause in corpus.rules.by_id else f"rules:{clause}"
        try:
            label = checked(corpus, self._wording(card), "answerable", named)
        except RecordError as error:
            self._terminal.show(str(error))
            return "again"
        self._terminal.show(
            f"  {corpus.label(named)}. The short answer to this question: y yes · n no · d depends · enter none · esc back"
        )
        key = self._terminal.key()
        if key in _BACK:
            return self._remind(card, done)
        return self._label(Label(label.question, label.kind, label.clauses, _POLARITY.get(key)), card, done)

    def _label(self, label: Label, card: Card, done: Counter[str]) -> _Next:
        number = self._store.label(card.kept.id, label, self._today)
        if number is None:
            self._terminal.show("  Somebody else has just reviewed it.")
            return "next"
        self._labels.append(number)
        done["labelled"] += 1
        said = ", ".join(self._assistant.corpus.label(clause) for clause in label.clauses)
        short = f", {label.polarity}" if label.polarity else ""
        self._terminal.show(f"  Labelled: {said or label.kind.replace('_', ' ')}{short}.")
        return "next"

    def _drop(self, card: Card, done: Counter[str]) -> _Next:
        self._terminal.show("  Dropping deletes it for good. Press d again to drop it, any other key to keep it.")
        if self._terminal.key() != "d":
            return self._remind(card, done)
        self._store.drop(card.kept.id)
        done["dropped"] += 1
        self._terminal.show("  Dropped.")
        return "next"

    def _take_back(self, _card: Card, done: Counter[str]) -> _Next:
        if not self._labels:
            self._terminal.show("  There is no label of this sitting to take back.")
            return "again"
        if self._store.take_back(self._labels.pop()):
            done["labelled"] -= 1
            self._terminal.show("  The last label is taken back; its question waits again.")
        return "next"

    def _wording(self, card: Card) -> str:
        return self._words.get(card.kept.id, card.kept.asked.question)


def _shown(card: Card, words: str | None, waiting: int, reasons: list[str]) -> Group:
    """The card as it is printed. What people wrote is shown as text, never as markup."""
    asked = card.kept.asked
    times = f", asked {card.kept.times} times" if card.kept.times > 1 else ""
    parts: list[ConsoleRenderable] = [
        Rule(f"{waiting} to review", style="dim"),
        Text(words or asked.question, style="bold"),
        Text(f"It {_WHY[asked.reason]} (confidence {asked.confidence:.2f}{times}), {card.kept.last_day}.", style="dim"),
        *(Text(f"A reader wrote: {reason}") for reason in reasons),
        Text("\nThe answer was:", style="dim"),
        Padding(Markdown(asked.answer, hyperlinks=False), (0, 0, 0, 2)),
        Text("\nNear to it in the Rules:", style="dim"),
        *(
            _row(f"{place}  {choice.label}{' (cited)' if choice.cited else ''}: {choice.plain}")
            for place, choice in enumerate(card.choices, start=1)
        ),
        Text("\nNear to it among the examples:", style="dim"),
        *(_row(f"{near.similarity:.2f}  {near.said}: {near.question}") for near in card.neighbours),
        Text(f"\n{words or asked.question}", style="bold"),
        Text(_KEYS),
    ]
    return Group(*parts)


def _row(text: str) -> Text:
    """One line, cut off at the edge."""
    return Text(f"  {' '.join(text.split())}", no_wrap=True, overflow="ellipsis")
