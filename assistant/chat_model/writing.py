"""The sentences of an answer, written by a chat model and checked one by one against what they rest on.

The reviewed words of the deterministic draft are the frame: each of their sentences is shown,
in the model's words where those hold and as reviewed where not. So a model can word an answer
and add to it from the cited clauses; it can leave nothing out and change no short answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.chat_model.asking import ChatError, Request
from assistant.chat_model.prompts import block, prompt
from assistant.chat_model.replies import Written
from assistant.chat_model.support import Checked, Dropped, Unit, Units, check_sentence
from assistant.chat_model.support.sources import Place, lead_and_rest
from assistant.compose import Draft
from corpus.clauses import sentence_spans
from index import words

__all__ = ["Writing", "write_request", "written"]

_MOST_SENTENCES = 12
"""Sentences of one reply that are looked at."""
_MOST_ADDED = 2
"""Sentences beyond the reviewed words."""
_SAID_ALREADY = 0.7
"""A sentence so much of whose words stand in the answer already adds nothing."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A draft after a model wrote at it."""

    draft: Draft
    shown: tuple[Checked, ...]
    """The model's sentences that stand in the draft."""
    dropped: tuple[Dropped, ...]


def write_request(question: str, units: Units) -> Request:
    """What the model is asked: the question and the numbered sentences, and nothing else."""
    return prompt("write").asks(f"{block('question', question)}\n{units.shown()}", Written)


def written(reply: Written, draft: Draft, units: Units) -> Writing:
    """The draft with the sentences of ``reply`` that hold; raises ``ChatError`` where it has no sentence."""
    if not reply.sentences:
        raise ChatError("unusable", "no sentence")
    checked = [check_sentence(one.text, one.rests_on, units) for one in reply.sentences[:_MOST_SENTENCES]]
    good = [one for one in checked if isinstance(one, Checked)]
    in_place: dict[Place, Checked] = {}
    for one in good:
        if one.unit.place is not None:
            in_place.setdefault(one.unit.place, one)
    paragraphs = [_paragraph(at, paragraph, in_place) for at, paragraph in enumerate(draft.sentences)]
    added = _adding(good, " ".join(paragraphs))
    if added:
        paragraphs.append(" ".join(one.text for one in added))
    shown = [one for one in in_place.values() if one.text != one.unit.text]
    return Writing(
        replace(draft, sentences=tuple(paragraphs)),
        (*shown, *added),
        tuple(one for one in checked if isinstance(one, Dropped)),
    )


def _paragraph(at: int, paragraph: str, in_place: dict[Place, Checked]) -> str:
    lead, text = lead_and_rest(paragraph)
    if not text:
        return paragraph
    reviewed = [span.cut(text) for span in sentence_spans(text)]
    said = [
        in_place[at, number].text if (at, number) in in_place else sentence for number, sentence in enumerate(reviewed)
    ]
    return lead + " ".join(said)


def _adding(good: Iterable[Checked], text: str) -> list[Checked]:
    """The sentences that say something beyond ``text``."""
    added: list[Checked] = []
    seen: set[Unit] = set()
    known = set(words(text))
    for one in good:
        own = set(words(one.text))
        new = one.unit.place is None and one.unit not in seen and len(own & known) < _SAID_ALREADY * len(own)
        if new and len(added) < _MOST_ADDED:
            added.append(one)
            seen.add(one.unit)
            known |= own
    return added
