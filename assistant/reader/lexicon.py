"""Names of companies, people near the applicant and public bodies → tags, so that patterns stay short.

A tag is a word in capitals (``AMZN``, ``SPOUSE``, ``GOVBODY``) in the otherwise lower-case
text. ``my wife's brother`` becomes one tag, ``INLAW``; ``the Amazon rainforest`` none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.reader.normalise import Token

__all__ = ["PEOPLE", "gender_of", "tagged"]

_AMAZON = (
    "amazon",
    "aws",
    "amzn",
    "amazon web services",
    "amazon.com",
    "amazon company",
    "amazon companies",
    "amazon affiliate",
    "amazon affiliates",
    "amazon subsidiary",
    "amazon subsidiaries",
    "amazon 's affiliates",
    "aws affiliate",
    "whole foods",
    "whole foods market",
    "twitch",
    "audible",
    "zoox",
    "zappos",
    "goodreads",
    "imdb",
    "annapurna labs",
    "annapurna",
    "lab126",
    "pillpack",
    "eero",
    "abebooks",
    "ivona",
    "wondery",
    "shopbop",
    "souq",
    "prime video",
    "one medical",
    "kiva systems",
    "ring inc",
    "mgm studios",
    "metro-goldwyn-mayer",
    "comixology",
    "woot",
    "body labs",
    "elemental technologies",
    "kuiper",
    "project kuiper",
    "alexa team",
    "fulfilment center",
    "fulfillment center",
    "alexa",
)
_AMAZON_UNITS = (
    "robotics logistics music studios science scientist labs lab retail fresh go flex prime ads advertising pay "
    "air games media search devices alexa warehouse office india germany japan uk luxembourg berlin london seattle"
).split()
_AMAZON_AMBIGUOUS = frozenset({"ring", "blink", "a9", "evi", "kindle"})
"""Companies whose names are also words: read as Amazon's only after "at", "for", "from", "with" or "left"."""
_NOT_THE_COMPANY = (
    "amazon research award",
    "amazon research awards",
    "amazon research program",
    "amazon ara",
    "amazon award",
    "amazon awards",
    "amazon 's research awards",
    "amazon call",
    "amazon rules",
    "amazon program",
    "amazon grant",
    "amazon proposal",
    "amazon rainforest",
    "amazon forest",
    "amazon basin",
    "amazon river",
    "amazon region",
    "amazon delta",
    "amazon jungle",
    "amazon shares",
    "amazon stock",
    "amazon stocks",
    "amazon account",
    "amazon prime account",
    "amazon prime subscription",
    "amazon prime",
    "amazon customer",
    "amazon customers",
    "amazon order",
    "amazon orders",
    "amazon reviews",
    "amazon echo",
    "amazon kindle",
    "amazon dataset",
    "amazon data set",
    "amazon gift card",
    "on the amazon , the river",
    "the amazon , the river",
    "aws credits",
    "aws credit",
    "aws customer agreement",
    "aws account",
    "aws instances",
)
_PEOPLE: dict[str, str] = {
    "SPOUSE": "wife husband spouse wives spouses",
    "PARTNER": "partner boyfriend girlfriend fiancé fiancée fiance fiancee cohabitee",
    "PARENT": "father mother dad mum mom mam mama papa parent parents daddy mummy mommy",
    "CHILD": "son daughter child children sons daughters",
    "SIBLING": "brother sister brothers sisters sibling siblings twin",
    "INLAW": "brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law in-law in-laws "
    "brothers-in-law sisters-in-law parents-in-law",
    "OTHERREL": "grandfather grandmother grandma grandpa grandad granddad granny grandparent grandparents grandson "
    "granddaughter grandchild grandchildren stepson stepdaughter stepfather stepmother stepbrother stepsister stepchild "
    "stepchildren stepdad stepmum stepmom stepparent half-brother half-sister step-son step-daughter step-father "
    "step-mother step-brother step-sister half-sibling godfather godmother guardian ward step-dad step-child",
    "DISTANT": "cousin cousins uncle uncles aunt aunts auntie nephew nephews niece nieces",
    "HOUSEMATE": "housemate housemates flatmate flatmates roommate roommates roomie lodger lodgers tenant tenants "
    "cohabitant flat-mate room-mate house-mate nanny au-pair subtenant",
    "UNREL": "neighbour neighbours neighbor neighbors friend friends colleague colleagues coworker coworkers co-worker "
    "co-workers student students boss supervisor mentor advisor labmate officemate officemates acquaintance mate mates "
    "classmate classmates ex-wife ex-husband ex-partner ex-girlfriend ex-boyfriend ex-boss ex-colleague ex-student dean landlord man woman lady gentleman person landlady coauthor "
    "co-author coauthors collaborator collaborators postdocs guy guys alumnus alumni graduate "
    "graduates godchild mentee buddy pal",
    "FAMILY": "family families relatives relative household households kin relations housefolk",
}
_PEOPLE_PHRASES: dict[str, str] = {
    "civil partner": "PARTNER",
    "domestic partner": "PARTNER",
    "life partner": "PARTNER",
    "significant other": "PARTNER",
    "my postdoc": "my UNREL",
    "our postdoc": "our UNREL",
    "a postdoc of mine": "UNREL",
    "my phd student": "my UNREL",
    "my doctoral student": "my UNREL",
    "our phd student": "our UNREL",
    "my phd students": "my UNREL",
    "my doctoral students": "my UNREL",
    "of my doctoral students": "of my UNREL",
    "better half": "SPOUSE",
    "older brother": "SIBLING",
    "half brother": "OTHERREL",
    "half sister": "OTHERREL",
    "step son": "OTHERREL",
    "step daughter": "OTHERREL",
    "step father": "OTHERREL",
    "step mother": "OTHERREL",
    "step brother": "OTHERREL",
    "mother in law": "INLAW",
    "father in law": "INLAW",
    "brother in law": "INLAW",
    "sister in law": "INLAW",
    "son in law": "INLAW",
    "daughter in law": "INLAW",
    "room mate": "HOUSEMATE",
    "flat mate": "HOUSEMATE",
    "house mate": "HOUSEMATE",
    "au pair": "HOUSEMATE",
    "student house": "house",
    "student flat": "flat",
    "student home": "home",
    "student dorm": "house",
    "office mate": "UNREL",
    "office mates": "UNREL",
    "office-mate": "UNREL",
    "lab mate": "UNREL",
    "ex wife": "UNREL",
    "ex husband": "UNREL",
    "ex partner": "UNREL",
    "former wife": "UNREL",
    "former husband": "UNREL",
    "guy next door": "UNREL",
    "man next door": "UNREL",
    "woman next door": "UNREL",
    "lady next door": "UNREL",
    "people next door": "UNREL",
    "former student": "UNREL",
    "family member": "FAMILY",
    "family members": "FAMILY",
    "family friend": "UNREL",
    "household member": "FAMILY",
    "household members": "FAMILY",
    "next of kin": "FAMILY",
    "loved ones": "FAMILY",
    "immediate family": "FAMILY",
    "close family": "FAMILY",
    "people in my house": "FAMILY",
    "people in my home": "FAMILY",
    "people in the house": "FAMILY",
    "people i live with": "FAMILY",
    "those i live with": "FAMILY",
    "anyone i live with": "FAMILY",
    "anybody i live with": "FAMILY",
    "someone i live with": "FAMILY",
    "nobody i live with": "nobody FAMILY",
    "who live with me": "FAMILY",
    "at home": "FAMILY",
    "in my home": "FAMILY",
    "in my house": "FAMILY",
    "in our home": "FAMILY",
    "in our house": "FAMILY",
    "in the house": "FAMILY",
    "in the home": "FAMILY",
    "from my house": "FAMILY",
    "under our roof": "FAMILY",
    "under my roof": "FAMILY",
    "under the same roof": "FAMILY",
    "under one roof": "FAMILY",
    "in my flat": "FAMILY",
    "in my apartment": "FAMILY",
}
_MEN = frozenset(
    "husband father dad papa daddy son brother uncle nephew boyfriend fiancé fiance grandfather grandpa stepson guy "
    "stepfather stepbrother half-brother brother-in-law father-in-law son-in-law ex-husband landlord man sons brothers".split()
)
_WOMEN = frozenset(
    "wife mother mum mom mam mama mummy mommy daughter sister aunt auntie niece girlfriend fiancée fiancee grandmother "
    "grandma granny stepdaughter stepmother stepsister half-sister sister-in-law mother-in-law daughter-in-law ex-wife "
    "landlady daughters sisters".split()
)
PEOPLE = frozenset({*_PEOPLE, "FAMILY"})

_GOVERNMENT = (
    "government agency|government agencies|government body|government bodies|government entity|government entities|"
    "government institution|government office|government department|government laboratory|government lab|"
    "federal government|state government|local government|city government|the government|government|governments|"
    "ministry|ministries|federal agency|federal agencies|national agency|state agency|public authority|"
    "city council|town council|county council|local council|city hall|town hall|municipality|municipal council|"
    "city administration|district council|borough council|regional council|regional government|prefecture|"
    "parliament|senate|congress|house of representatives|bundestag|army|navy|air force|military|armed forces|"
    "national guard|coast guard|police|court|district court|supreme court|court of appeal|tax office|tax authority|"
    "revenue service|customs|statistics office|statistical office|weather service|weather agency|weather bureau|ias officer|meteorological office|"
    "meteorological service|met office|geological survey|patent office|civil service|embassy|consulate|central bank|"
    "reserve bank|public prosecutor|prosecutor 's office|space agency|environment agency|environmental agency|"
    "nasa|isro|nist|nih|cdc|fda|epa|noaa|darpa|usda|usgs|gchq|gsa|state department|treasury|home office|"
    "pentagon|white house|cabinet office|health department|public health agency|national health service|"
    "food standards agency|police department|fire department|sheriff|intelligence agency|intelligence service|"
    "defense ministry|foreign office|forestry commission|atomic energy commission|"
    "government research institute|government research center|state laboratory|federal laboratory|federal lab|"
    "federal research institute|federal institute for|"
    "school district|county government|the county|public service|state of bavaria"
).split("|")
_DEPARTMENTS = frozenset(
    "energy defense agriculture health transport transportation justice state commerce labor interior treasury "
    "homeland veterans housing immigration environment finance".split()
)
_UNCLEAR_BODIES = (
    "national laboratory|national lab|national laboratories|state-owned company|state-owned enterprise|state-owned|"
    "state owned company|state owned|public hospital|state hospital|university hospital|united nations|world bank|"
    "unesco|unicef|world health organization|european commission|european union|public broadcaster|cnrs|csiro|csic|"
    "inria|max planck|max planck institute|fraunhofer|fraunhofer institute|helmholtz|research council|public company|"
    "public corporation|public enterprise|government-owned|government owned|partly state-owned|state company|"
    "state enterprise|public utility|semi-public|quasi-government|parastatal|state museum|public museum|"
    "national museum|national library|public library|development bank|state bank|museum foundation|"
    "public body|arm's-length body|quango|nato|oecd|imf|un agency|"
    "academy of sciences|national academy|science foundation"
).split("|")


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Every phrase under its first word, the longest first."""
    rows: dict[str, str] = {}
    rows.update(dict.fromkeys(_GOVERNMENT, "GOVBODY"))
    rows.update({f"department of {name}": "GOVBODY" for name in _DEPARTMENTS})
    rows.update({f"ministry of {name}": "GOVBODY" for name in ("the",)})
    rows.update(dict.fromkeys(_UNCLEAR_BODIES, "GOVUNCLEAR"))
    for tag, words in _PEOPLE.items():
        rows.update(dict.fromkeys(words.split(), tag))
    rows.update(_PEOPLE_PHRASES)
    rows.update(dict.fromkeys(_AMAZON, "AMZN"))
    rows.update({f"amazon {unit}": "AMZN" for unit in _AMAZON_UNITS})
    rows.update(dict.fromkeys(_NOT_THE_COMPANY, "NOTCOMPANY"))
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
_CHAINS: dict[tuple[str, str], str] = {
    ("SPOUSE", "PARENT"): "INLAW",
    ("SPOUSE", "SIBLING"): "INLAW",
    ("SPOUSE", "CHILD"): "OTHERREL",
    ("SPOUSE", "FAMILY"): "INLAW",
    ("PARTNER", "PARENT"): "INLAW",
    ("PARTNER", "SIBLING"): "INLAW",
    ("PARTNER", "CHILD"): "OTHERREL",
    ("SIBLING", "SPOUSE"): "INLAW",
    ("SIBLING", "PARTNER"): "INLAW",
    ("SIBLING", "CHILD"): "DISTANT",
    ("PARENT", "SIBLING"): "DISTANT",
    ("PARENT", "SPOUSE"): "OTHERREL",
    ("PARENT", "PARTNER"): "OTHERREL",
    ("PARENT", "PARENT"): "OTHERREL",
    ("PARENT", "CHILD"): "SIBLING",
    ("CHILD", "SPOUSE"): "INLAW",
    ("CHILD", "PARTNER"): "INLAW",
    ("CHILD", "CHILD"): "OTHERREL",
}
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
    return _chained(found)


def _match(tokens: list[Token], at: int) -> tuple[int, str]:
    token = tokens[at]
    for words, tag in _ROWS.get(token.text, ()):
        if _fits(tokens, at, words):
            if (tag == "PARTNER" and not _is_person(tokens, at)) or (
                words[-1] == "postdoc" and _is_a_time(tokens, at + 2)
            ):
                return 0, ""
            return len(words), tag
    if token.text in _AMAZON_AMBIGUOUS and token.capital and at and tokens[at - 1].text in _AT:
        return 1, "AMZN"
    return 0, ""


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
    return "m" if word in _MEN else "f" if word in _WOMEN else ""


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
    if "FAMILY" in {owner, kin} and (owner, kin) not in _CHAINS:
        return "UNREL" if owner in {"UNREL", "HOUSEMATE"} else "DISTANT" if owner == "DISTANT" else kin
    return _CHAINS.get(
        (owner, kin), "DISTANT" if owner in {"INLAW", "OTHERREL", "DISTANT", "PARENT", "SIBLING"} else "UNREL"
    )
