"""What could be asked next: questions of the FAQ near the cited clauses, and only those that get an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.answer import Answer
from assistant.page.texts import EXAMPLES
from assistant.turns import leans
from corpus import Corpus, FaqEntry

__all__ = ["MOST", "FollowUps", "follow_ups"]

MOST = 3
"""How many are offered."""
Ask = Callable[[str], Answer]


def follow_ups(
    answer: Answer, asked: Sequence[str], corpus: Corpus, is_answered: Callable[[str, FaqEntry], bool]
) -> tuple[str, ...]:
    """Up to three questions that go on from ``answer``; where it cites nothing, examples.

    First come entries that one of the cited clauses decides, then those that rest on one, then
    those on the clauses next to them. ``asked`` are the questions of the conversation so far.
    """
    if not answer.citations:
        return tuple(question for question in EXAMPLES if question not in asked)[:MOST]
    found: list[str] = []
    for entry in _near(answer, corpus):
        wordings = [one.ask for one in entry.questions]
        if entry.answer.strip() in answer.text or set(wordings) & set(asked):
            continue
        question = next((wording for wording in wordings if not leans(wording)), None)
        if question and is_answered(question, entry):
            found.append(question)
        if len(found) == MOST:
            break
    return tuple(found)


def _near(answer: Answer, corpus: Corpus) -> Iterator[FaqEntry]:
    cited = list(dict.fromkeys(citation.id for citation in answer.citations))
    entries = [entry for entry in corpus.faq if entry.source == "rules" and entry.clauses]
    seen: set[str] = set()
    for clauses, deciding in ((cited, True), (cited, False), (_neighbours(cited, corpus), True)):
        for clause in clauses:
            for entry in entries:
                ids = [support.id for support in entry.clauses]
                if entry.id not in seen and clause in (ids[:1] if deciding else ids):
                    seen.add(entry.id)
                    yield entry


def _neighbours(clauses: Sequence[str], corpus: Corpus) -> list[str]:
    """The clauses before and after each, of the same section."""
    found = []
    for section in corpus.rules.sections:
        ids = [clause.id for clause in section.clauses]
        for place, one in enumerate(ids):
            beside = {*ids[max(place - 1, 0) : place], *ids[place + 1 : place + 2]}
            if one not in clauses and beside & set(clauses):
                found.append(one)
    return found


class FollowUps:
    """``follow_ups`` over one assistant.

    Each question is tried once, by itself, as it is asked when it is pressed; what is remembered of it
    is whether it is answered.
    """

    def __init__(self, ask: Ask, corpus: Corpus) -> None:
        self._ask = ask
        self._corpus = corpus
        self._answered: dict[str, bool] = {}

    def after(self, answer: Answer, asked: Sequence[str]) -> tuple[str, ...]:
        """What could be asked after ``answer``."""
        return follow_ups(answer, asked, self._corpus, self._is_answered)

    def _is_answered(self, question: str, entry: FaqEntry) -> bool:
        """Whether it is, by the clause that decides its entry."""
        if question not in self._answered:
            answer = self._ask(question)
            cites = {citation.id for citation in answer.citations}
            self._answered[question] = answer.kind == "answer" and entry.clauses[0].id in cites
        return self._answered[question]
