"""Misspelt words of the domain → the words that the corpus uses.

Only a word that neither the corpus nor a list of common English words knows is corrected,
and only where one word of the corpus is clearly the nearest. A name, a place, an acronym
and anything with a digit in it stay as they were typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.language.english import common_words
from corpus import Corpus
from index import words as stems

__all__ = ["Speller"]

_WORD = re.compile(r"(?<![\w@./'’&-])[A-Za-z]+(?![\w@/'’&-]|\.\w)")
_SHORTEST = 5
_LONG = 8
"""From this length on two slips are mended, below it one."""
_OFTEN = 8
"""An example's word is one of the domain from so many uses on; rarer ones may be slips themselves."""
_ENDINGS = re.compile(r"(?:e?s|e?d|ing|ly|e[er]s?|or|al|ness|able|'s|isation|ise[ds]?)$")


@dataclass(frozen=True)
class Speller:
    """Corrects questions against the words of one corpus."""

    corpus: Corpus

    @cached_property
    def domain(self) -> dict[str, int]:
        """What a slip may be mended to, with how often the corpus uses it."""
        counts = _counted([*_reviewed(self.corpus), *(example.question for example in self.corpus.examples)])
        reviewed = _counted(_reviewed(self.corpus))
        return {
            word: count
            for word, count in counts.items()
            if len(word) >= _SHORTEST and (word in reviewed or (count >= _OFTEN and word in common_words()))
        }

    @cached_property
    def _known(self) -> frozenset[str]:
        """Words that are never touched beside the common ones: the corpus' own and the names of places."""
        # Reading the table as text is enough for its names, and a hundred times as fast.
        places = (self.corpus.root / "places.yaml").read_text(encoding="utf-8")
        return frozenset(_counted([*_reviewed(self.corpus), places]))

    def correct(self, text: str) -> str:
        """``text`` with its misspelt words of the domain mended; the same text where there are none."""
        return _WORD.sub(lambda match: self._mended(match.group(), text, match.start()), text)

    def _mended(self, word: str, text: str, start: int) -> str:
        lower = word.lower()
        if len(word) < _SHORTEST or lower in common_words() or lower in self._known or _is_name(word, text, start):
            return word
        meant = self._meant(lower)
        if not meant:
            return word
        return meant.capitalize() if word[0].isupper() else meant

    def _meant(self, word: str) -> str:
        """The one word of the domain that ``word`` is a slip of; empty where that is not clear."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        slips = 2 if len(word) >= _LONG else 1
        found = extract(word, list(self.domain), scorer=OSA.distance, score_cutoff=slips, limit=4)
        near = [(meant, distance) for meant, distance, _ in found if meant[0] == word[0]]
        if not near or any(_derived(word, meant) for meant, _ in near):
            return ""
        nearest = [meant for meant, distance in near if distance == near[0][1]]
        nearest.sort(key=lambda meant: (-self.domain[meant], meant))
        return nearest[0] if len({tuple(stems(meant)) for meant in nearest}) == 1 else ""


def _reviewed(corpus: Corpus) -> Iterable[str]:
    """The texts of the corpus that hold no slips."""
    yield from (f"{clause.section_title} {clause.text}" for clause in corpus.rules.clauses)
    for note in corpus.notes:
        yield from (note.note, *(point.says for point in note.points))
    for entry in corpus.faq:
        yield from (entry.title, entry.answer)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"[a-z]+", text.lower()))


def _is_name(word: str, text: str, start: int) -> bool:
    """Whether a word may be a name: a capital inside a sentence, or capitals within."""
    begins = not text[:start].strip() or text[:start].rstrip()[-1] in '.?!:;"“('
    return word[1:] != word[1:].lower() or (word[0].isupper() and not begins)


def _derived(word: str, meant: str) -> bool:
    """Whether the two differ only in an ending: “awardee” is a word of its own."""
    return _ENDINGS.sub("", word) in {meant, _ENDINGS.sub("", meant)} or word.startswith(meant)
