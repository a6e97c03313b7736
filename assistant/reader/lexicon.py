"""Names of companies, people near the applicant and public bodies → tags, so that patterns stay short.

A tag is a word in capitals (``AMZN``, ``SPOUSE``, ``GOVBODY``) in the otherwise lower-case
text. ``my wife's brother`` becomes one tag, ``INLAW``; ``the Amazon rainforest`` none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.reader.names import (
    AMAZON,
    AMAZON_AMBIGUOUS,
    AMAZON_UNITS,
    CHAINS,
    DEPARTMENTS,
    GOVERNMENT,
    MEN,
    NOT_THE_COMPANY,
    PEOPLE,
    PEOPLE_PHRASES,
    PEOPLE_WORDS,
    UNCLEAR_BODIES,
    WOMEN,
)
from assistant.reader.normalise import Token

__all__ = ["PEOPLE", "gender_of", "tagged"]


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Every phrase under its first word, the longest first."""
    rows: dict[str, str] = {}
    rows.update(dict.fromkeys(GOVERNMENT, "GOVBODY"))
    rows.update({f"department of {name}": "GOVBODY" for name in DEPARTMENTS})
    rows.update({f"ministry of {name}": "GOVBODY" for name in ("the", *DEPARTMENTS)})
    rows.update(dict.fromkeys(UNCLEAR_BODIES, "GOVUNCLEAR"))
    for tag, words in PEOPLE_WORDS.items():
        rows.update(dict.fromkeys(words, tag))
    rows.update(PEOPLE_PHRASES)
    rows.update(dict.fromkeys(AMAZON, "AMZN"))
    rows.update({f"amazon {unit}": "AMZN" for unit in AMAZON_UNITS})
    rows.update(dict.fromkeys(NOT_THE_COMPANY, "NOTCOMPANY"))
    return _by_first(rows)


def _by_first(rows: Mapping[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, tag in rows.items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, tag))
    for options in found.values():
        options.sort(key=lambda row: -len(row[0]))
    return found


_ROWS = _table()
_OF_APPLICANT = frozenset({"my", "our", "her", "his", "their", "the"})


def tagged(tokens: list[Token]) -> list[Token]:
    """The tokens with every known name in place of its words, and chains of relatives joined."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        size, tag = _match(tokens, at)
        if not size:
            found.append(tokens[at])
            at += 1
            continue
        first, last = tokens[at], tokens[at + size - 1]
        *before, name = tag.split()
        found += [first.spelt(word) for word in before]
        found.append(
            Token(name, first.start, last.end, first.capital, first.shouted, _detail(name, tokens[at : at + size]))
        )
        at += size
    return _chained(_with_whom_one_lives(found))


_PLURAL = frozenset(
    "people persons those folks others ones lads guys girls friends students colleagues everyone everybody anyone anybody whoever men women tenants whom neighbours all".split()
)
_SINGLE = frozenset(
    "person one guy girl lad man woman friend colleague student somebody someone chap fellow lady".split()
)
_LINKS = frozenset({"who", "whom", "that", "with", "which"})


def _with_whom_one_lives(tokens: list[Token]) -> list[Token]:
    """“The people I share a flat with” as one tag, whatever they are called."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _relative_clause(tokens, at)
        if end:
            word = tokens[at].detail or tokens[at].text
            tag = "HOUSEMATE" if word in _SINGLE else "FAMILY"
            found.append(replace(tokens[at], text=tag, end=tokens[end - 1].end, detail="household"))
            at = end
        else:
            found.append(tokens[at])
            at += 1
    return found


def _relative_clause(tokens: list[Token], at: int) -> int:
    """Where “(who) I live with”, “with whom I share a house” ends after the noun at ``at``; 0 where there is none."""
    word = tokens[at].detail if tokens[at].text == "UNREL" else tokens[at].text
    if word not in _PLURAL | _SINGLE:
        return 0
    texts = [token.text for token in tokens[at + 1 : at + 11]]
    begin = next((spot for spot, text in enumerate(texts) if text not in _LINKS), len(texts))
    verb = texts[begin : begin + 2]
    if len(verb) < 2 or _AT_WORK & set(texts[begin : begin + 6]):
        return 0
    if verb[0] in _WHO and verb[1] in _SHARE:
        end = _shared_with(texts, begin, led="with" in texts[:begin])
    elif verb[0] in _RENT:
        end = _first(texts, begin + 1, begin + 6, _ROOMS)
    elif verb[0] in _SHARE:
        end = _first(texts, begin + 1, begin + 5, _HOMES)
    else:
        end = 0
    return at + 1 + end if end else 0


_WHO = frozenset({"i", "we", "APPLICANT", "she", "he"})
_SHARE = frozenset({"live", "lives", "living", "share", "shares", "sharing", "am", "room"})
_RENT = frozenset({"rents", "rent", "renting", "lodges", "boards", "occupies", "sublets", "sleeps"})
_ROOMS = frozenset({"room", "attic", "basement", "house", "flat", "bedroom", "rooms", "couch", "sofa"})
_HOMES = frozenset({"me", "us", "FAMILY", "home", "house", "flat", "roof", "here"})
_AT_WORK = frozenset({"office", "lab", "desk", "car", "workshop", "building"})
_MARKS = frozenset({",", ".", ";", "-", ":"})


def _first(texts: list[str], begin: int, end: int, wanted: frozenset[str]) -> int:
    """Just after the first of ``wanted``; 0 where there is none."""
    return next((spot + 1 for spot in range(begin, min(len(texts), end)) if texts[spot] in wanted), 0)


def _shared_with(texts: list[str], begin: int, *, led: bool) -> int:
    """Where “I share a flat with”, or "with whom I share a flat", ends."""
    stop = next((spot for spot in range(begin + 2, min(len(texts), begin + 8)) if texts[spot] in _MARKS | {"with"}), -1)
    if stop >= 0 and texts[stop] == "with":
        return stop + 1
    if not led:
        return 0
    return stop if stop >= 0 else min(len(texts), begin + 5)


def _match(tokens: list[Token], at: int) -> tuple[int, str]:
    token = tokens[at]
    for words, tag in _ROWS.get(token.text, ()):
        if _fits(tokens, at, words):
            if (tag == "PARTNER" and not _is_person(tokens, at)) or (
                words[-1] == "postdoc" and _is_a_time(tokens, at + 2)
            ):
                return 0, ""
            return len(words), tag
    if token.text in AMAZON_AMBIGUOUS and at:
        follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if (tokens[at - 1].text in _AT and (token.capital or tokens[at - 1].text in {"for", "at"})) or (
            token.capital and follows in _JOBS
        ):
            return 1, "AMZN"
    return 0, ""


_JOBS = frozenset(
    "engineer employee manager developer scientist intern contractor technician designer staff recruiter".split()
)
_AT = frozenset({"at", "for", "from", "with", "left", "joined", "by", "quit", "in"})


def _is_a_time(tokens: list[Token], at: int) -> bool:
    """“My postdoc was at AWS” speaks of years, “my postdoc left for AWS” of a person."""
    after = [token.text for token in tokens[at : at + 2]]
    return bool(after) and (
        after[0] in {"at", "in", "with", "position", "years", "ended", "time"}
        or after[-1:] in (["at"], ["in"], ["with"])
    )


def _fits(tokens: list[Token], at: int, words: Iterable[str]) -> bool:
    for offset, word in enumerate(words):
        if at + offset >= len(tokens) or tokens[at + offset].text != word:
            return False
    return True


def _is_person(tokens: list[Token], at: int) -> bool:
    """A partner is a person, unless it is a partner institution, firm or delivery partner."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = {token.text for token in tokens[max(0, at - 2) : at]}
    firms = {
        "university",
        "institution",
        "institutions",
        "organization",
        "company",
        "school",
        "program",
        "network",
        "firm",
    }
    return after not in firms and not before & {
        "delivery",
        "business",
        "industry",
        "project",
        "implementation",
        "consulting",
    }


def _detail(tag: str, tokens: list[Token]) -> str:
    """The last word for a person, all words for anything else."""
    return tokens[-1].text if tag in PEOPLE else " ".join(token.text for token in tokens)


def gender_of(word: str) -> str:
    """``m`` or ``f`` where the word for a person tells it, else nothing."""
    return "m" if word in MEN else "f" if word in WOMEN else ""


def _chained(tokens: list[Token]) -> list[Token]:
    """``SPOUSE 's SIBLING`` and ``the SIBLING of my SPOUSE`` as one person."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        if token.text not in PEOPLE:
            continue
        back = _possessor(found)
        if back is not None:
            owner = found[back]
            del found[back:]
            found.append(replace(token, text=_chain(owner.text, token.text), start=owner.start))
            continue
        back = _possessed(found)
        if back is not None:
            kin = found[back]
            del found[back:]
            found.append(replace(kin, text=_chain(token.text, kin.text), end=token.end))
    return found


def _possessor(found: list[Token]) -> int | None:
    """Where the owner stands, in ``OWNER 's (older) KIN`` that ends here."""
    for gap in (2, 3):
        if len(found) > gap and found[-gap].text == "'s" and found[-gap - 1].text in PEOPLE and _adjectives(found, gap):
            return len(found) - gap - 1
    return None


def _adjectives(found: list[Token], gap: int) -> bool:
    return all(token.text in _ADJECTIVES for token in found[len(found) - gap + 1 : -1])


_ADJECTIVES = frozenset(
    {"older", "younger", "elder", "little", "big", "twin", "own", "oldest", "youngest", "only", "new"}
)


def _possessed(found: list[Token]) -> int | None:
    """Where the relative stands, in ``KIN of (one of) my OWNER`` that ends here."""
    for gap in (3, 4):
        if len(found) >= gap and found[-gap].text in PEOPLE and found[-gap + 1].text == "of":
            between = [token.text for token in found[len(found) - gap + 2 : -1]]
            if found[-gap].text != "FAMILY" and between and set(between) <= _OF_APPLICANT | {"a", "one"}:
                return len(found) - gap
    return None


def _chain(owner: str, kin: str) -> str:
    if kin in {"UNREL", "HOUSEMATE"}:
        return "UNREL"
    if "FAMILY" in {owner, kin} and (owner, kin) not in CHAINS:
        return "UNREL" if owner in {"UNREL", "HOUSEMATE"} else "DISTANT" if owner == "DISTANT" else kin
    return CHAINS.get(
        (owner, kin), "DISTANT" if owner in {"INLAW", "OTHERREL", "DISTANT", "PARENT", "SIBLING"} else "UNREL"
    )
