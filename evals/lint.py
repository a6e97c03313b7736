"""What is wrong with cases, found before they are run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from corpus import Corpus
from corpus.errors import EvalError
from corpus.statements import STATEMENTS_FILE, read_statements
from evals.cases import (
    CASES_DIR,
    PARTS,
    Case,
    Dialogue,
    EligibilityText,
    Located,
    Question,
    Sentence,
    Turn,
    case_files,
    iter_cases,
    train_cases,
)
from evals.items import asks_of
from evals.said import SAID_FACTS

__all__ = ["clause_faults", "lint_cases", "lint_parts", "near_keys", "normalised"]

_LONG = 6
"""From this many words a question that differs from another in one word is its near-duplicate."""
_LEANS = {"first_turn", "later_turn"}
_KINDS = {"answerable", "unanswerable", "out_of_scope", "hostile"}
_ELIGIBILITY = "rules:I."


def normalised(text: str) -> tuple[str, ...]:
    """The words of ``text`` in lower case without accents, apostrophes or punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’`")
    return tuple(re.findall(r"\w+", letters))


def near_keys(text: str) -> set[tuple[str, ...]]:
    """Keys that two texts share where their words are the same, or all but one in a longer text."""
    words = normalised(text)
    keys = {words}
    if len(words) >= _LONG:
        keys.update(words[:at] + words[at + 1 :] for at in range(len(words)))
    return keys


def lint_parts(corpus: Corpus, parts: Iterable[str] = PARTS[1:]) -> list[str]:
    """The faults of the given parts, and of the train part's examples.

    Each is ``file:line: what is wrong``. Raises ``EvalError`` for a line that is no case
    and for an empty part.
    """
    train = list(train_cases(corpus.root))
    faults = [fault for located in train for fault in clause_faults(located, corpus)]
    known = _Known()
    statements = corpus.root / STATEMENTS_FILE
    for number, statement in enumerate(read_statements(statements) if statements.exists() else (), start=1):
        known.learnt(statement.text, f"{STATEMENTS_FILE}:{number}")
    faults += [fault for located in train for fault in known.repeated(located, near=False)]
    ids: dict[str, str] = {}
    for part in parts:
        cases = list(iter_cases(case_files(CASES_DIR / part)))
        if not cases:
            raise EvalError(f"{CASES_DIR / part}: holds no case.")
        faults += lint_cases(cases, corpus, known, ids)
    return faults


def lint_cases(
    cases: Iterable[Located], corpus: Corpus, known: _Known | None = None, ids: dict[str, str] | None = None
) -> list[str]:
    """The faults of ``cases``; what was seen before in ``known`` and ``ids`` counts as there already."""
    known = _Known() if known is None else known
    ids = {} if ids is None else ids
    # Authors who never met write "I am not an Amazon employee": a sentence may stand in two parts.
    sentences = _Known()
    faults: list[str] = []
    for located in cases:
        case_id = located.case.id
        if case_id in ids:
            faults.append(f"{located.where}: the id {case_id!r} stands at {ids[case_id]} already.")
        ids.setdefault(case_id, located.where)
        if not located.case.author:
            faults.append(f"{located.where}: has no author. Add who wrote it.")
        faults += clause_faults(located, corpus)
        faults += [f"{located.where}: {fault}" for fault in _shape_faults(located.case)]
        faults += (sentences if isinstance(located.case, Sentence) else known).repeated(located, near=True)
    return faults


class _Known:
    """The questions seen so far, by the keys of their words."""

    def __init__(self) -> None:
        self._same: dict[tuple[str, ...], str] = {}
        self._near: dict[tuple[str, ...], str] = {}

    def learnt(self, text: str, where: str) -> None:
        """Remember a text that the program has learnt from; a short one may be written by anybody."""
        words = normalised(text)
        if len(words) >= _LONG:
            self._same.setdefault(words, where)
            for key in near_keys(text):
                self._near.setdefault(key, where)

    def repeated(self, located: Located, *, near: bool) -> Iterator[str]:
        """The faults of a case whose questions were asked before; remembers them.

        ``near`` looks for near-duplicates too. Turns of dialogues may repeat what others ask.
        """
        for ask in asks_of(located):
            if ask.type in _LEANS:
                continue
            words = normalised(ask.question)
            keys = near_keys(ask.question)
            at = self._same.get(words)
            if at:
                yield f"{located.where}: asks the same as {at}. Remove one."
            elif near and (close := next((self._near[key] for key in keys if key in self._near), None)):
                yield f"{located.where}: differs in one word from {close}. Ask something else, or remove one."
            self._same.setdefault(words, located.where)
            for key in keys:
                self._near.setdefault(key, located.where)


def clause_faults(located: Located, corpus: Corpus) -> Iterator[str]:
    """A line for each clause that a case names and the Rules do not have; nothing could ever be right by it."""
    for name in sorted(_named(located.case) - set(corpus.rules.by_id)):
        yield (
            f"{located.where}: there is no clause {name!r} in the Rules of {corpus.rules.version}. "
            "Expected an id such as rules:I.c or rules:III.p3."
        )


def _named(case: Case) -> set[str]:
    if isinstance(case, EligibilityText):
        return set(case.decisive)
    if isinstance(case, Sentence):
        return set()
    turns = case.turns if isinstance(case, Dialogue) else (case,)
    return {clause for turn in turns for group in (*turn.gold, turn.harmless) for clause in group}


def _shape_faults(case: Case) -> Iterator[str]:
    if isinstance(case, Question):
        yield from _turn_faults(case)
    elif isinstance(case, Dialogue):
        if len(case.turns) == 1:
            yield "a dialogue has at least two turns; make it a question."
        for number, turn in enumerate(case.turns, start=1):
            yield from (f"turn {number}: {fault}" for fault in _turn_faults(turn))
    elif isinstance(case, Sentence):
        yield from _label_faults(case)
    else:
        yield from _verdict_faults(case)


def _turn_faults(turn: Turn) -> Iterator[str]:
    if turn.kind not in _KINDS:
        yield f"has no kind; expected one of {', '.join(sorted(_KINDS))}."
    if any(not group for group in turn.gold):
        yield "a gold group is empty; name at least one clause in each."
    if turn.kind == "answerable" and not turn.gold:
        yield "is answerable but names no gold clause."
    if turn.kind in {"unanswerable", "out_of_scope"} and (turn.gold or turn.polarity):
        yield f"is {turn.kind} but has gold clauses or a short answer."
    if both := {clause for group in turn.gold for clause in group}.intersection(turn.harmless):
        yield f"names {', '.join(sorted(both))} as gold and as harmless."
    for field, patterns in (("must_mention", turn.must_mention), ("must_not", turn.must_not)):
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                yield f"{field}: {pattern!r} is no regular expression ({error})."


def _verdict_faults(case: EligibilityText) -> Iterator[str]:
    if (case.status == "eligible") == bool(case.decisive):
        yield "decisive clauses belong to every verdict but “eligible”."
    for clause in case.decisive:
        if not clause.startswith(_ELIGIBILITY):
            yield f"{clause} cannot decide a verdict; only clauses of section I can."


def _label_faults(case: Sentence) -> Iterator[str]:
    for number, said in enumerate(case.says, start=1):
        if said.fact not in SAID_FACTS:
            yield f"label {number}: there is no fact {said.fact!r}. Expected one of {', '.join(SAID_FACTS)}."
        if said.words not in case.text:
            yield f"label {number}: its words do not stand in the sentence."
