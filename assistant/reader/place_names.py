"""Names of places in a sentence, as the table of places knows them."""

from __future__ import annotations

from assistant.reader.claims import Discourse
from assistant.reader.normalise import Token
from assistant.reader.towns import town
from corpus.places import Match, Place

__all__ = ["SMALL", "looked_up", "place_name", "with_outer"]

_MAX_WORDS = 4
SMALL = frozenset(
    "a an and any as at august autumn be bed but by can case data date do during fall field force full-time general good home i in is it "
    "january february march april may june july september october november december me my no none not of on one or our other part "
    "past person principle progress so some spring summer that the their there these this those time to total us was we which who "
    "winter work writing you your both his her its all about academia science english german french spanish private public addition fact "
    "mind practice touch law physics chemistry biology statistics mathematics economics mobile nice reading split bath cork media energy "
    "section charge return short case full half september ads process place position principle advance general most each more general "
    "computer robotics many january life linguistics medicine engineering history education hydrology industry two three 2 3 ok monday sunday".split()
)
_COMMON = frozenset("reading split bath cork mobile nice male bar lund orange bergen hull essen".split())
"""Towns whose names are also words: read only where typed with a capital."""
_SHORT = frozenset({"uk", "nz", "usa", "uae", "drc"})
"""Short names of countries that are also typed without capitals."""
_BETWEEN = frozenset({",", "(", "-", "in", "the", "town", "city", "village", "one"})


def place_name(
    discourse: Discourse, tokens: tuple[Token, ...], at: int, *, lower: bool = False
) -> tuple[str, int] | None:
    """The longest name of a place that begins at token ``at``, as typed, and where it ends.

    A town that the table does not know comes with its country; ``lower`` lets one be typed without a capital.
    """
    first = tokens[at] if at < len(tokens) else None
    if first is None or not first.text[:1].isalpha() or first.text.isupper():
        return None
    if first.text in SMALL and not (first.capital and first.text in _COMMON) and first.text not in {"the", "la"}:
        return None
    if first.text in _COMMON and not first.capital:
        return None
    best = _of_the_table(discourse, tokens, at) or _town(discourse, tokens, at, lower=lower)
    return None if best is None else with_outer(discourse, tokens, best)


def _of_the_table(discourse: Discourse, tokens: tuple[Token, ...], at: int) -> tuple[str, int] | None:
    """The longest name that the table of places knows."""
    first = tokens[at]
    best: tuple[str, int] | None = None
    for size in range(1, min(_MAX_WORDS, len(tokens) - at) + 1):
        last = tokens[at + size - 1]
        if not (last.text[:1].isalpha() and not last.text.isupper()) and last.text != "-":
            break
        typed = discourse.text[first.start : last.end]
        if size == 1 and len(typed) <= 3 and not typed.isupper():
            continue
        if discourse.places.look_up(typed) is not None:
            best = typed, at + size
    return best


def _town(discourse: Discourse, tokens: tuple[Token, ...], at: int, *, lower: bool) -> tuple[str, int] | None:
    """A town of the larger list: with a capital, or where the words before it lead to a place."""
    first = tokens[at]
    if not (first.capital or lower) or (at == 0 and not first.capital) or first.text in SMALL | _NO_TOWN:
        return None
    for size in range(min(_MAX_WORDS, len(tokens) - at), 0, -1):
        last = tokens[at + size - 1]
        if not last.text[:1].isalpha() or last.text.isupper():
            continue
        typed = discourse.text[first.start : last.end]
        if size == 1 and (typed.lower() != first.text or (typed.isupper() and len(typed) < _SHORTEST)):
            continue
        if len(typed) < _SHORTEST + 1 - first.capital - lower:
            continue
        found = town(typed, discourse.places)
        if found is not None:
            return found, at + size
    return None


_SHORTEST = 4
_NO_TOWN = frozenset(
    "amazon ara faculty full part professor lecturer lecture reader instructor senior junior assistant associate university college "
    "institute school academy government never nobody none eligible apply proposal proposals accredited accreditation age aged "
    "home family household cloud procurement export controls sanctions section rules january technology applied sciences arts "
    "agriculture commerce health design music fine medical dental nursing dance drama theatre sport sports forestry mining fashion "
    "engineering marine security water food animal plant human social political classical modern ancient comparative theology "
    "philosophy psychology sociology anthropology geography geology astronomy archaeology architecture linguistics literature "
    "best regards dear hello thanks many kind yours sincerely greetings please good morning evening sirs madam team thank "
    "salam saludos namaste hola bonjour hallo hujambo habari shalom merhaba ciao marhaba jan "
    "paul peter maria anna john ruth beth victoria florence santiago san mr mrs lead sales prime king queen bear union".split()
)
"""Words with which no town's name begins here; what is a word by itself alone is in ``not_towns.txt``."""


def with_outer(discourse: Discourse, tokens: tuple[Token, ...], best: tuple[str, int]) -> tuple[str, int]:
    """The name with the larger place that follows it: "Lincoln, Nebraska", "Suva (Fiji)", "Santiago de Chile"."""
    name, end = best[0].partition(",")[0], best[1]
    begin = end
    while begin < len(tokens) and begin - end < _FAR and tokens[begin].text in _BETWEEN:
        begin += 1
    for size in range(min(_MAX_WORDS, len(tokens) - begin), 0, -1):
        words = tokens[begin : begin + size]
        if not all(token.text[:1].isalpha() and not token.text.isupper() for token in words):
            continue
        part = discourse.text[words[0].start : words[-1].end]
        if words[0].text in SMALL or (len(part) <= 3 and not part.isupper() and part.casefold() not in _SHORT):
            continue
        outer = discourse.places.look_up(part)
        if outer is None or outer.is_proposal or part.casefold() == name.casefold():
            continue
        inner = discourse.places.look_up(name)
        if inner and any(_inside(one, other) for one in inner.places for other in outer.places):
            return f"{name}, {part}", begin + size
        larger = any(place.kind in {"country", "subdivision", "excluded"} for place in outer.places)
        if larger and ("," in best[0] or _belongs(tokens, end, begin)):
            return (f"{name}, {part}" if "," in best[0] else part), begin + size
    return best


_FAR = 6


def _belongs(tokens: tuple[Token, ...], end: int, begin: int) -> bool:
    """Whether the second name says where the first one is: "Cuba, the town in New York"."""
    between = [token.text for token in tokens[end:begin]]
    return between in ([","], ["("]) or bool({"town", "city", "village", "one"} & set(between))


def _inside(place: Place, other: Place) -> bool:
    return place.country == other.country


def looked_up(discourse: Discourse, name: str) -> str:
    """The name as the checker should look it up: a city known in one country only goes with its country."""
    match: Match | None = discourse.places.look_up(name)
    if match is None or match.ask or not match.is_proposal:
        return name
    homes = {place.excluded for place in match.places}
    if homes == {None} or len(match.places) != 1:
        return name
    (home,) = match.places
    country = next((listed.name for listed in discourse.places.excluded if listed.id == home.excluded), None)
    joined = f"{home.name}, {country}"
    return joined if country and discourse.places.look_up(joined) else name
