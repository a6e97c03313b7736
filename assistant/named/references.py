"""The numbers of clauses that a message names, in the many ways in which people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import Clause, Rules

__all__ = ["Reference", "asks_for_the_text", "references"]

_ROMAN = r"[IVX]{1,5}"
_NUMBER = rf"(?:{_ROMAN}|[1-9]|1\d|20)"
_ITEM = r"(?:\s*\(\s*[a-z]\s*\)|\s*[.\-]\s*[a-z]\b(?!\.)|\s?[a-h]\b(?!\.| (?:proposal|clause|section|rule|single|new|second)\b))"
_PARAGRAPH = r"(?:,?\s*(?:¶|par(?:agraph|a)?\.?)\s*\d{1,2}|\.p\d{1,2}\b)"
_KEYWORD = r"(?:§§?|\b(?:section|sec\.|rule|clause|article|art\.|point|chapter|part)\b)"
_FULL = re.compile(
    rf"{_KEYWORD}\s*(?P<section>{_NUMBER})(?![A-Za-z0-9])(?P<part>{_PARAGRAPH}|{_ITEM})?|"
    rf"{_KEYWORD}\s*(?P<joined>{_NUMBER})(?P<letter>[a-h])\b|"
    r"\b(?P<bare>[IVX]{1,5})(?P<bare_part>\s?\([a-z]\)|\.(?:[a-z]|p\d{1,2})\b(?!\.)|,?\s*¶\s*\d{1,2})",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    rf"\b(?:(?:item|point|letter|clause|sub-?section|paragraph|part)\s*)\(?(?P<item>[a-z]|\d{{1,2}})\)?,? (?:of|in|under) (?:section|§|rule|article) ?(?P<section>{_NUMBER})\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:customer agreement|credit terms|trademark guidelines|privacy notice|my (?:contract|institution)|our (?:contract|policy|"
    r"statutes|law)|tax code|irc|u\.?s\.? code|gdpr|constitution|of the (?:act|law|agreement|contract|terms|guidelines|code|treaty))\b",
    re.IGNORECASE,
)
_SHOW = re.compile(
    r"\b(?:what(?:['’]s| is| are| does| do| did)?|quote|cite|show|read|recite|print|display|give|tell|explain|see|text|"
    r"wording|words|says?|mean|full|exact(?:ly)?|verbatim|is there|does .* exist|are there|have|has)\b",
    re.IGNORECASE,
)
_FILLER = frozenset(
    "what whats what's what’s is are does do did the a an me us you we i can could would will please pls quote cite show read recite print "
    "display give tell explain see text wording words say says said state states mean means full exact exactly "
    "verbatim word for in of from to ara rules rule program programme amazon research awards about and so ok hi hello "
    "it there any exist exists have has under whole entire complete again now need want like out that this s "
    "section clause paragraph article point plain english simple terms here content contents contain contains cover covers".split()
)
_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Reference:
    """One clause or section that a message names."""

    section: str
    """The Roman numeral."""
    part: str = ""
    """``c`` or ``p3``; empty for the whole section."""

    @property
    def label(self) -> str:
        """The name for people: ``§ IV(b)``, ``§ III ¶ 3``, ``section XI``."""
        if not self.part:
            return f"section {self.section}"
        return f"§ {self.section} ¶ {self.part[1:]}" if len(self.part) > 1 else f"§ {self.section}({self.part})"

    def clauses(self, rules: Rules) -> tuple[Clause, ...]:
        """The clauses that it names; empty where the Rules have no such clause."""
        section = next((section for section in rules.sections if section.numeral == self.section), None)
        if section is None:
            return ()
        return tuple(clause for clause in section.clauses if self.part in {"", clause.part})


def references(message: str) -> tuple[Reference, ...]:
    """The clauses that ``message`` names, each once, in order; none where it speaks of another document's."""
    if _ELSEWHERE.search(message):
        return ()
    found: dict[Reference, None] = {}
    rest = message
    for match in _REVERSED.finditer(message):
        item = match["item"].lower()
        found[Reference(_roman(match["section"]), f"p{item}" if item.isdigit() else item)] = None
        rest = rest.replace(match.group(), " ")
    for match in _FULL.finditer(rest):
        section = match["section"] or match["joined"] or match["bare"]
        whole = not (match["part"] or match["letter"] or match["bare"])
        # “i(c)” and “v.s” are no numerals, and “any rule I should know” names none.
        if not _roman(section) or (match["bare"] and not section.isupper()) or (whole and not _names_a_section(match)):
            continue
        found[Reference(_roman(section), match["letter"] or _part(match["part"] or match["bare_part"] or ""))] = None
    return tuple(found)


def asks_for_the_text(message: str) -> bool:
    """Whether a message that names a clause asks for no more than what it says."""
    rest = _FULL.sub(" ", _REVERSED.sub(" ", message))
    others = [word for word in re.findall(r"[a-z’']+", rest.lower()) if word not in _FILLER]
    return not others and (bool(_SHOW.search(rest)) or not rest.strip(" ?.!"))


def _names_a_section(match: re.Match[str]) -> bool:
    """Whether a keyword and a number without a letter name a whole section."""
    keyword = match.group().lower()
    return keyword.startswith(("§", "sec")) or (
        keyword.startswith(("rule", "clause", "art")) and not keyword.endswith(" i")
    )


def _part(text: str) -> str:
    """``(c)``, ``.c``, ``-c`` → ``c``; ``¶ 3``, ``, paragraph 3``, ``.p3`` → ``p3``."""
    number = re.search(r"\d+", text)
    if number:
        return f"p{int(number.group())}"
    letter = re.search(r"[a-z](?=\W*$)", text.lower())
    return letter.group() if letter else ""


def _roman(number: str) -> str:
    """A number or numeral as a proper Roman numeral; empty where it is none."""
    if number.isdigit():
        return _written(int(number))
    numeral = number.upper()
    total = 0
    for at, letter in enumerate(numeral):
        value = _VALUES[letter]
        total += -value if at + 1 < len(numeral) and _VALUES[numeral[at + 1]] > value else value
    return numeral if _written(total) == numeral else ""


def _written(number: int) -> str:
    tens, units = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]
