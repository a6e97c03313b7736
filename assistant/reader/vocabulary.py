"""One spelling for each word: contractions taken apart, short forms written out, misspelt words mended.

Only words of the field are mended, and only where no ordinary word is meant: "lecturar"
is a lecturer, "lecture" is not. Likeness is rapidfuzz's, with swapped neighbours as one slip.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.reader.normalise import Token

__all__ = ["DOMAIN", "canonical", "mended"]

_NOT = "ain are ca could did do does had has have is must need should was were would wo"
_IRREGULAR = {"ca": "can", "wo": "will", "ain": "is", "sha": "shall"}
_WHOLE: dict[str, str] = {
    "im": "i am",
    "iam": "i am",
    "ive": "i have",
    "id": "i would",
    "youre": "you are",
    "hes": "he is",
    "shes": "she is",
    "theyre": "they are",
    "theyve": "they have",
    "weve": "we have",
    "thats": "that is",
    "theres": "there is",
    "whats": "what is",
    "lets": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "cannot": "can not",
    "cant": "can not",
    "wont": "will not",
    "shant": "shall not",
    "aint": "is not",
    "noone": "nobody",
    "no-one": "nobody",
    "asst": "assistant",
    "assoc": "associate",
    "ass't": "assistant",
    "prof": "professor",
    "profs": "professors",
    "uni": "university",
    "unis": "universities",
    "univ": "university",
    "govt": "government",
    "gov": "government",
    "gov't": "government",
    "gvt": "government",
    "govmt": "government",
    "governmental": "government",
    "dept": "department",
    "ft": "full-time",
    "f/t": "full-time",
    "fulltime": "full-time",
    "full-timer": "full-time",
    "pt": "part-time",
    "p/t": "part-time",
    "parttime": "part-time",
    "part-timer": "part-time",
    "halftime": "half-time",
    "yo": "years old",
    "y/o": "years old",
    "yrs": "years",
    "yr": "years",
    "hrs": "hours",
    "wk": "week",
    "snr": "senior",
    "sr": "senior",
    "w/": "with",
    "w/o": "without",
    "cuz": "because",
    "coz": "because",
    "cos": "because",
    "hubby": "husband",
    "bro": "brother",
    "sis": "sister",
    "bf": "boyfriend",
    "gf": "girlfriend",
    "kid": "child",
    "kids": "children",
    "atm": "currently",
    "btw": "also",
    "tho": "though",
    "thru": "through",
    "afaik": "as far as i know",
    "dunno": "do not know",
    "idk": "i do not know",
    "organisation": "organization",
    "organisations": "organizations",
    "non-governmental": "non-government",
    "nongovernmental": "non-government",
    "nonprofit": "non-profit",
    "not-for-profit": "non-profit",
    "none-profit": "non-profit",
    "ngo's": "ngo",
    "accreditated": "accredited",
    "post-doc": "postdoc",
    "post-doctoral": "postdoctoral",
    "ph": "phd",
    "adviser": "advisor",
    "programme": "program",
    "labour": "labor",
    "defence": "defense",
    "favour": "favor",
    "centre": "center",
    "licence": "license",
    "u": "you",
    "&": "and",
    "@": "at",
    "dauther": "daughter",
    "daugther": "daughter",
    "doughter": "daughter",
    "dougther": "daughter",
    "huband": "husband",
    "husbend": "husband",
    "goverment": "government",
    "gouvernment": "government",
    "governement": "government",
    "proffesor": "professor",
    "profesor": "professor",
    "professer": "professor",
    "lecturar": "lecturer",
    "lector": "lecturer",
    "acredited": "accredited",
    "acreditted": "accredited",
    "univercity": "university",
    "sallary": "salary",
    "employe": "employee",
    "emploee": "employee",
    "brothr": "brother",
    "sisiter": "sister",
    "fammily": "family",
    "familly": "family",
    "propsal": "proposal",
    "porposal": "proposal",
    "+": "and",
    "american": "usa",
    "america": "usa",
    "u.s": "usa",
}
_PHRASES: dict[tuple[str, ...], str] = {
    ("full", "time"): "full-time",
    ("full", "-", "time"): "full-time",
    ("full", "load"): "full-time",
    ("fully", "employed"): "full-time employed",
    ("part", "time"): "part-time",
    ("half", "time"): "half-time",
    ("no", "one"): "nobody",
    ("no", "body"): "nobody",
    ("any", "one"): "anyone",
    ("any", "body"): "anybody",
    ("not", "any", "longer"): "no longer",
    ("not", "anymore"): "no longer",
    ("post", "doc"): "postdoc",
    ("per", "cent"): "%",
    ("percent",): "%",
    ("pct",): "%",
    ("united", "states"): "usa",
    ("united", "states", "of", "america"): "usa",
    ("non", "profit"): "non-profit",
    ("non", "government"): "non-government",
    ("non", "-", "government"): "non-government",
    ("can", "not"): "can not",
    ("vis", "a", "vis"): "towards",
    ("a", "tiempo", "completo"): "full-time",
    ("tiempo", "completo"): "full-time",
    ("à", "temps", "plein"): "full-time",
    ("in", "vollzeit"): "full-time",
    ("vollzeit",): "full-time",
}
_LONGEST = max(map(len, _PHRASES))

DOMAIN: tuple[str, ...] = (
    *("professor", "professors", "professorship", "lecturer", "lecturers", "lectureship", "instructor", "faculty"),
    *("assistant", "associate", "accredited", "accreditation", "university", "universities", "college", "institution"),
    *("researcher", "postdoctoral", "doctoral", "student", "permanent", "adjunct", "visiting", "emeritus", "tenured"),
    *("proposal", "proposals", "submit", "submitted", "government", "ministry", "employee", "employed", "employer"),
    *("salary", "sanctions", "sanction", "sanctioned", "export", "controls", "amazon", "internship", "contractor"),
    *(
        "director",
        "officer",
        "affiliate",
        "affiliates",
        "procurement",
        "procurements",
        "infrastructure",
        "participated",
    ),
    *("husband", "daughter", "brother", "sister", "mother", "father", "family", "household", "flatmate", "housemate"),
    *("roommate", "neighbour", "neighbor", "exclusion", "exclusions", "eligible", "section", "applies", "nobody"),
    *("currently", "received", "receive", "children", "parents", "partner", "colleague", "organization", "january"),
    *("february", "september", "october", "november", "december", "august", "engineer", "warehouse", "worked"),
    *("working", "never", "contract", "position", "principal", "investigator", "adviser", "restrictions", "anybody"),
    *("anyone", "committee", "decision", "cloud", "companies", "relatives", "cousin", "married", "unpaid"),
)
_ORDINARY = frozenset(
    "lecture lectures processor profession professional confessor possessor assistance assists associated associates "
    "associations accredit accrediting universal universally collage colleges institutional institutions research "
    "researchers researched doctor doctors students studied permanently adjuncts visit visits visitors tenure "
    "propose proposed proposes proposing summit submits submitting governing governor governance ministries minister "
    "employees employ employs employers celery salaries exports exported export control controlled controlling "
    "amazing amazons interns internships contractors contracts contracted contrast directors direct directed offices "
    "office officers official affiliated affiliation affiliations procure procured participate participates "
    "participating participant husbands daughters brothers brotherly another other others sisters mothers bother "
    "bothers fathers further farther gather rather families familiar households flatmates housemates roommates "
    "neighbours neighbors exclusive excluding excluded exclude inclusion inclusions eligibility ineligible sections "
    "selection apply applied applying reapplies noble noted current received receives receiver deceive perceived "
    "childrens grandparents apparent partners pardon colleagues college organizations organized engineers "
    "engineering engineered warehouses work works workers walking worker networking nerve fever clever contact "
    "contacts positions petition composition principle principals investigators investigation advised advise advises "
    "restriction committees decisions precision clouds could would should could could comments compared relative "
    "cousins dozen marries marry carried varied paid unpaid unpaved repaid exertion extort expert experts sensor "
    "direction directory lecturing instruct instructed instructions instructional instructors structure facility "
    "facilities factor infrastructures students studies student prominent permitted proposal disposal refusal "
    "removal internal international internally external enjoyed deployed unemployed employable employing section "
    "faction action election mission missions weather whether leather either neither together brother thither "
    "everybody somebody anybody anyway anywhere month mouth north south worth forth fourth fifth eight partner "
    "partnered family formally finally normally worded cooked looked booked walked wondered wanted wording wearing "
    "walking parking marking barking sister system resistor minster cluster foster poster master faster visited "
    "sanctioning auction auctions function functions sections tension pensions pension mention mentions relations "
    "relation relatively decide decided applies supplies replies implies allies enables eligibly legible "
    "cleared cloudy crowd proud aloud loud contrasts extract extracts subtract direct directly divisor visor doctors "
    "director instructor contractor".split()
)
_SHORTEST, _LONG = 6, 9


def canonical(tokens: list[Token]) -> list[Token]:
    """The tokens with each word in its one spelling."""
    return _joined([part for token in tokens for part in _parts(token)])


def _parts(token: Token) -> list[Token]:
    word = token.text
    if "'" in word and word not in _WHOLE:
        return _apart(token)
    return [token.spelt(part) for part in _spelt(token).split()]


def _spelt(token: Token) -> str:
    """The word or words that a word without an apostrophe stands for."""
    word = token.text
    if word == "us" and token.shouted:
        return "usa"
    if word in _WHOLE:
        return _WHOLE[word]
    if "-" in word and not _COMPANY.isdisjoint(word.split("-")):
        return word.replace("-", " ")
    if word.endswith("nt") and word[:-2] in _NOTS:
        return f"{word[:-2]} not"
    if word.isalpha() and len(word) >= _SHORTEST and not token.shouted:
        return mended(word)
    return word


_COMPANY = frozenset({"amazon", "aws", "amzn"})
_NOTS = frozenset(_NOT.split())


def _apart(token: Token) -> list[Token]:
    stem, _, tail = token.text.rpartition("'")
    if tail == "t" and stem.endswith("n"):
        verb = stem[:-1] or "is"
        return [token.spelt(_IRREGULAR.get(verb, verb)), token.spelt("not")]
    ends = {"m": "am", "ve": "have", "ll": "will", "re": "are", "d": "would", "s": "'s"}
    if tail not in ends or not stem:
        return [token.spelt(token.text.replace("'", ""))] if not tail else [token]
    base = replace_end(token, stem)
    return [*_parts(base), token.spelt(ends[tail])]


def replace_end(token: Token, stem: str) -> Token:
    """The token for a word without its ending."""
    return Token(stem, token.start, token.end, token.capital, token.shouted, token.detail)


def _joined(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = _PHRASES.get(tuple(token.text for token in tokens[at : at + size]))
            if phrase:
                first, last = tokens[at], tokens[at + size - 1]
                found += [Token(word, first.start, last.end, first.capital) for word in phrase.split()]
                at += size
                break
        else:
            found.append(tokens[at])
            at += 1
    return found


@lru_cache(maxsize=8192)
def mended(word: str) -> str:
    """``word``, or the one word of the field that it must be a slip for."""
    if word in _KNOWN or word in _ORDINARY:
        return word
    slips = 2 if len(word) >= _LONG else 1
    best, second = "", slips + 1
    least = slips + 1
    for known in DOMAIN:
        if abs(len(known) - len(word)) > slips or known[0] != word[0]:
            continue
        distance = OSA.distance(word, known, score_cutoff=slips)
        if distance < least:
            best, second, least = known, least, distance
        elif distance < second:
            second = distance
    if not best or (least == second and least > 1):
        return word
    # A plural or a verb's ending is no slip.
    if best + "s" == word or word + "s" == best or word + "d" == best or best + "d" == word:
        return word
    return best


_KNOWN = frozenset(DOMAIN)
