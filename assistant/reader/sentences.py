"""A text as sentences: canonical words with tags, each sentence with its dates and its way back to the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.reader.answers import answered
from assistant.reader.dates import When, find_dates
from assistant.reader.lexicon import tagged
from assistant.reader.normalise import Token, tokenise
from assistant.reader.numbers import with_digits
from assistant.reader.vocabulary import canonical

__all__ = ["Sentence", "read_sentences"]

_ENDS = frozenset({".", "!", "?", ";", "..."})
MAX_SENTENCES = 400


@dataclass(frozen=True)
class Sentence:
    """One sentence, or one item of a list."""

    index: int
    text: str
    """The canonical words, joined by single spaces."""
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    """Where each token begins in ``text``."""
    end_mark: str
    """What ended it: ``.``, ``!``, ``?``, ``;``, or nothing."""
    dates: tuple[When, ...]
    words: frozenset[str]

    def token_at(self, offset: int) -> int:
        """The index of the token that ``offset`` in ``text`` lies in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text as typed of ``text[start:end]``."""
        first = self.tokens[self.token_at(start)]
        last = self.tokens[self.token_at(max(start, end - 1))]
        return first.start, max(first.end, last.end)

    def rebuilt(self, tokens: Sequence[Token]) -> Sentence:
        """The same sentence with other canonical words."""
        text, starts = _joined(tokens)
        moved = tuple(
            replace(one, start=starts[self.token_at(one.start)], end=_end(tokens, starts, self.token_at(one.end - 1)))
            for one in self.dates
        )
        return replace(self, text=text, tokens=tuple(tokens), starts=starts, dates=moved, words=frozenset(text.split()))

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens of ``text[start:end]``."""
        return self.tokens[self.token_at(start) : self.token_at(max(start, end - 1)) + 1]


def read_sentences(text: str, today: date) -> tuple[Sentence, ...]:
    """The sentences of ``text``, with dates counted from ``today``."""
    tokens = tagged(with_digits(canonical(tokenise(text))))
    groups = answered(list(_groups(tokens))[:MAX_SENTENCES])
    return tuple(_sentence(index, group, mark, today) for index, (group, mark) in enumerate(groups))


def _groups(tokens: list[Token]) -> Iterator[tuple[list[Token], str]]:
    """Cut at sentence marks, and before each item of a lettered list."""
    group: list[Token] = []
    slashed = sum(token.text == "/" for token in tokens) >= _SLASHES
    marks = sum(token.text in _ENDS | _PAUSES for token in tokens)
    running = len(tokens) > _SPEECH * (marks + 1)
    for at, token in enumerate(tokens):
        if (
            running
            and len(group) > _RUN
            and _begins_clause(tokens, at)
            and not any(one.text in _PAUSES for one in group[-_RUN:])
        ):
            yield group, "."
            group = []
        if token.text in _ENDS or (slashed and token.text == "/" and _apart(tokens, at)):
            if group:
                yield group, ";" if token.text == "/" else token.text
            group = []
            continue
        if group and token.text in _ITEMS and _begins_item(tokens, at):
            yield group, ";"
            group = []
        if len(group) >= _LONGEST and (token.text == "," or len(group) >= 2 * _LONGEST):
            yield group, ";"
            group = []
        if group or token.text not in _BULLETS:
            group.append(token)
    if group:
        yield group, ""


_LONGEST = 80
"""A longer sentence is cut at its next comma: reading takes more than twice the time for twice the words."""


_SLASHES = 4
"""So many strokes part the items of a list."""


def _apart(tokens: list[Token], at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start < tokens[at + 1].start - 1


_BULLETS = frozenset({"*", "-", ">", "#", ")", ",", "~", "=", "/"})
"""Marks that open an item of a list and say nothing."""


_SPEECH = 20
"""With fewer marks than one in so many words, a text is running speech."""
_RUN = 4
"""Running speech is cut where a clause begins, after so many words."""
_PAUSES = frozenset({",", "(", ")", ":", "-"})
_VERBS = frozenset(
    {
        "am",
        "have",
        "will",
        "would",
        "never",
        "live",
        "work",
        "do",
        "did",
        "was",
        "teach",
        "hold",
        "submit",
        "had",
        "left",
        "can",
    }
)
_JOINS = frozenset(
    {
        "that",
        "if",
        "and",
        "or",
        "nor",
        "say",
        "because",
        "when",
        "where",
        "which",
        "while",
        "as",
        "than",
        "since",
        "who",
        "whom",
        "although",
        "though",
        "but",
        "with",
        "think",
        "whether",
        "neither",
        "so",
        "until",
        "before",
        "after",
        "claim",
        "what",
        "how",
        "company",
        "unless",
    }
)


def _begins_clause(tokens: list[Token], at: int) -> bool:
    """Whether a new statement begins here in speech written down without marks."""
    text = tokens[at].text
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text
    if before in _JOINS - {"and", "so", "company", "but"}:
        return False
    if text == "i":
        return (
            after in _VERBS
            and (before != "and" or after in {"am", "have"})
            and before not in {"am", "can", "may", "do", "could"}
        )
    if text == "my":
        return after == "FAMILY" and before not in _JOINS | {"in", "of", "from", "for", "at", "to"}
    if text in {"am", "can", "may"}:
        return after == "i"
    return (
        text in {"one", "no", "none", "otherwise"}
        and after in {"proposal", "government", "other", "section", "of", "exclusion", "full-time", "exclusions"}
        and before
        not in _JOINS | {"submit", "send", "is", "only", "just", "have", "at", "in", "a", "the", "to", "for", "not"}
    )


_ITEMS = frozenset({"(a)", "(b)", "(c)", "(d)", "(e)"})
_LISTING = frozenset({",", "and", "to", "or", "-", "through", "till", "until", "of", "points", "items", "in", "none"})
_ANSWERS = frozenset(
    {"no", "none", "never", "not", "n/a", "yes", "i", "my", "nobody", "?", ":", "-", "false", "ok", "nothing"}
)


def _begins_item(tokens: list[Token], at: int) -> bool:
    """Whether a letter opens an item, as in "(a) no (b) no", and is no part of a list of letters."""
    before = tokens[at - 1].text
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return before not in _LISTING and before not in _ITEMS and after in _ANSWERS


def _sentence(index: int, tokens: list[Token], mark: str, today: date) -> Sentence:
    text, starts = _joined(tokens)
    return Sentence(index, text, tuple(tokens), starts, mark, find_dates(text, today), frozenset(text.split()))


def _joined(tokens: Sequence[Token]) -> tuple[str, tuple[int, ...]]:
    """The words with single spaces between them, and where each begins."""
    starts: list[int] = []
    position = 0
    for token in tokens:
        starts.append(position)
        position += len(token.text) + 1
    return " ".join(token.text for token in tokens), tuple(starts)


def _end(tokens: Sequence[Token], starts: Sequence[int], at: int) -> int:
    return starts[at] + len(tokens[at].text)
