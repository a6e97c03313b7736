"""Pay from a government body: Rules § I(a). Pay from an accredited academic institution is exempt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reader.claims import Claim, Frame, Hit, Read, compiled

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"GOV|pay|paid|salary|salaries|civil|public|judge|minister|soldier|reserv|police|employer|earn|income|second job|other job|another job|state|city|county|council|senator|mayor|officer|wage|national|federal|official|job|office"
)
_UNPAID = re.compile(
    r"\b(?:unpaid|without (?:any )?(?:pay|salary|remuneration|compensation)|honorary|honorific|volunteer|voluntary|pro bono|no (?:pay|salary|money|fee|remuneration)|not paid|receive nothing|for free|not even travel)\b"
)
_FEE = re.compile(
    r"\b(?:fees?|expert opinions?|honorari\w+|now and then|occasional(?:ly)?|per diem|stipend|allowance|consult(?:ing|ant|ancy)?|freelance|contractor|as a contractor|expenses|refund\w*|now and again|sometimes)\b"
)
_PAST = re.compile(
    r"\b(?:until|was|were|used to|had been|left|resigned|retired|formerly|former|previously|before|ended|ex|no longer|stopped|quit|once worked)\b"
)
_NOW = re.compile(r"\b(?:still|now|currently|am|is|are|today|also|every|each)\b")
_GRANT = re.compile(r"\b(?:grants?|funds?|funded|funding|scholarship|subsid\w+|project money|fellowship from|budget)\b")
_UNI = r"(?:university|college|school|institution|academy|UNI)"


def _paid(hit: Hit) -> Iterator[Claim]:
    sentence = hit.text
    unclear = "GOVUNCLEAR" in hit.match.group()
    if not hit.is_self:
        yield hit.nothing("government_pay")
    elif hit.negated:
        yield from _denied_body(hit, unclear)
    elif re.search(r"\bunpaid|without (?:any )?(?:pay|salary)|honorary|volunteer", sentence):
        yield hit.claim("government_pay", False, weak=True)
    elif (_PAST.search(hit.before) and not _NOW.search(hit.text[: hit.match.end()])) or (
        _GRANT.search(sentence) and not re.search(r"\b(?:salary|employ\w*|payroll)\b", sentence)
    ):
        yield hit.nothing("government_pay")
    elif _FEE.search(sentence) and not re.search(
        r"\b(?:salaried|salary|payroll|employee|paid staff|employs|employed|wages?|monthly)\b", sentence
    ):
        yield hit.claim("government_pay", "unclear_pay")
    elif unclear or (_is_any_government(hit) and _is_at_a_university(hit)):
        yield hit.claim("government_pay", "unclear_body")
    else:
        yield hit.claim("government_pay", True)


def _is_any_government(hit: Hit) -> bool:
    """Whether no body is named but “the government” or “the state”, which may pay through a university."""
    named = [token.detail for token in hit.sentence.between(*hit.match.span()) if token.text == "GOVBODY"]
    return bool(named) and all(_ANY_GOVERNMENT.fullmatch(name) for name in named)


_ANY_GOVERNMENT = re.compile(
    r"(?:the )?(?:federal |national |state |central )?(?:government\w*|govt|gov|state)", re.IGNORECASE
)


def _is_at_a_university(hit: Hit) -> bool:
    """Whether a university is spoken of in the sentence or the one before, and no post besides the one there."""
    around = _around(hit)
    besides = r"\b(?:besides|also|second|other|another|as well|too|part-time|side|extra|additional\w*)\b"
    return bool(
        re.search(r"\b(?:university|college|professor|academy|UNI)\b", around) and not re.search(besides, around)
    )


def _around(hit: Hit) -> str:
    before = hit.discourse.sentences[hit.sentence.index - 1].text if hit.sentence.index else ""
    return f"{before} {hit.text}"


def _denied_body(hit: Hit, unclear: bool) -> Iterator[Claim]:
    """A denial of one body's pay is a denial of all only where it speaks of any."""
    words = " ".join(f"{token.text} {token.detail}" for token in hit.sentence.between(*hit.match.span()))
    general = "GOVBODY" in words and re.search(r"\b(?:governments?|any|public|state)\b", words)
    if unclear or (not general and not re.search(r"\bno (?:\w+ )?GOVBODY", hit.text)):
        yield hit.nothing("government_pay")
    else:
        yield hit.claim("government_pay", False)


def _seat(hit: Hit) -> Iterator[Claim]:
    """A seat or function at a public body: paid, unpaid, or not said."""
    if (
        not hit.is_self
        or hit.negated
        or re.search(r"\blists?\b", hit.match.group())
        or re.search(r"\b(?:accredited|recognised|recognized|approved|certified) by (?:\w+ ){0,2}$", hit.before)
        or (_PAST.search(hit.before) and not _NOW.search(hit.before))
    ):
        yield hit.nothing("government_pay")
    elif _UNPAID.search(hit.text) or _UNPAID.search(_next(hit)):
        yield hit.claim("government_pay", False, weak=True)
    elif re.search(r"\b(?:paid|salaried|salary|wage|payroll)\b", hit.text):
        yield hit.claim("government_pay", True)
    else:
        yield hit.claim("government_pay", "unclear_pay")


def _next(hit: Hit) -> str:
    after = hit.sentence.index + 1
    return hit.discourse.sentences[after].text if after < len(hit.discourse.sentences) else ""


def _denied(hit: Hit) -> Iterator[Claim]:
    if hit.is_self or hit.subjects[0].kind == "nobody":
        yield hit.claim("government_pay", False)
    else:
        yield hit.nothing("government_pay")


def _fixed(value: object) -> Read:
    def read(hit: Hit) -> Iterator[Claim]:
        if not hit.is_self or hit.negated or (_PAST.search(hit.before) and not _NOW.search(hit.before)):
            yield hit.nothing("government_pay")
        else:
            yield hit.claim("government_pay", value)

    return read


_GOV = r"(?:GOVBODY|GOVUNCLEAR)"
_DET = r"(?:(?:a|an|the|any|our|my|its|some|one|no|every|local|national|federal|state|state 's|city 's|country 's|foreign|regional|us|usa|public|other|country) )*"
_JOB = r"(?:job|post|position|pay|salary|employer|employment|employee|paycheck|paycheque|wages?|money|income|office|contract|link|role|work|connection|ties?|payroll|official|worker|money|function|side job|link)"


def _office(hit: Hit) -> Iterator[Claim]:
    if not hit.is_self or hit.negated or (_PAST.search(hit.before) and not _NOW.search(hit.match.group())):
        yield hit.nothing("government_pay")
    elif _UNPAID.search(hit.text):
        yield hit.claim("government_pay", False, weak=True)
    elif re.search(r"\b(?:paid|pays|salary|salaried)\b", hit.text):
        yield hit.claim("government_pay", True)
    else:
        yield hit.claim("government_pay", "unclear_pay")


def _servant(hit: Hit) -> Iterator[Claim]:
    around = _around(hit)
    if not hit.is_self or re.search(r"\b(?:was|former|until)\b", hit.before):
        yield hit.nothing("government_pay")
    elif hit.negated:
        yield hit.claim("government_pay", False)
    elif re.search(r"\b(?:university|college|professor|academy)\b", around) and "besides" not in around:
        yield hit.nothing("government_pay")
    else:
        yield hit.claim("government_pay", "unclear_body")


def _unclear(hit: Hit) -> Iterator[Claim]:
    if hit.is_self and re.search(r"\b(?:pays? me|paid|i get|salary|fees?|employ|appointment|job|earn)\b", hit.text):
        pay = "unclear_pay" if _FEE.search(hit.text) else "unclear_body"
        yield hit.claim("government_pay", pay)
    else:
        yield hit.nothing("government_pay")


FRAMES: tuple[Frame, ...] = (
    Frame(
        "only the university pays",
        compiled(
            r"\b(?:paid|employed|salaried) by (?:nobody|no one|none) (?:but|except|other than|else than)\b|\b<u>(?: \w+)? (?:is|alone is) (?:the|my) (?:only|sole|one and only) (?:body that (?:pays|employs)|employer|paymaster|one (?:that|who) pays)|"
            r"\b(?:only|sole|one and only) (?:paymaster|employer|salary|income|pay|paid (?:post|job|one|position))\b(?! as)|\b<u> alone (?:pays|employs)|\b(?:my paid job is one|on the <u> 's payroll alone|no other (?:job|pay|employer|employment|income|salary|paid|paymaster|position|post))\b|"
            r"\bnot (?:have )?(?:any )?other (?:job|employer|pay|salary|paid)\b|\bpay comes from (?:the|my) <u>|\bsalary (?:only )?(?:comes|is) (?:only |solely |entirely )?from (?:the|my|a|an)(?: \w+){0,2} (?:<u>)\b(?=.*\b(?:nowhere|nobody|only|alone|not from)\b)|\bfrom nowhere else\b|\bonly (?:(?:the|my) )?(?:accredited )?<u> (?:that )?pays?\b|\bpay me only (?:the )?<u>|\b<u> (?:is )?the only one (?:who|that) pays\b|\b(?:only|just) (?:get |am |being |gets |is )?paid by (?:the|my|a|an) (?:\w+ ){0,2}<u>\b|\b(?:salary|pay|money|income)(?: only)? from (?:the|my) <u> (?:only|alone|and nowhere else)|\bsalary only from (?:the|my) <u>|\b(?:whole|entire|full|sole|only|all of my|all my) (?:salary|pay|income) (?:comes|is) from (?:the|my) <u>|\bstate (?:i get|pays me|money) only (?:as|through|via) (?:a |the |my )?(?:professor|lecturer|teacher|<u>)|\bpaid by (?:the|my) (?:<u>|charity|foundation) (?:only|alone|exclusively)|"
            r"\bonly (?:the|my) (?:accredited )?<u>\b|\b(?:post|position|job) is my (?:sole|only) (?:paid )?(?:one|job)|\bi have not other job\b|\bonly job i have\b|\b(?:paid|employed) by (?:the|my|a|an) (?:\w+ ){0,3}<u> (?:only|alone|and (?:nobody|no one) else)|\bpaid (?:only|solely|exclusively) by (?:the|my|a|an) (?:\w+ ){0,2}<u>|"
            r"\b(?!GOV)\w+ (?:alone pays|is the only (?:one|outfit|body|place|institution) (?:who|that|which) (?:pays|employs)) (?:me|her|him)\b|\bonly (?:the |my )?<u> gives? (?:me )?(?:a |my |the )?(?:salary|pay|wages?)\b|"
            r"\b(?!GOV)\w+ signs? (?:my|her|his) (?:only|one) (?:paycheck|paycheque|pay)\b|\b(?:her|his|my) sole (?:salary|pay|wage) is the <u>|\b<u> and from nobody else\b",
            u=_UNI,
        ),
        _denied,
        (
            "I am paid by nobody but the university.",
            "My only salary comes from a state university.",
            "The university alone pays me.",
            "York alone pays me.",
            "NGO is the only one who pays me.",
            "only univ gives salary",
            "The college signs my only paycheck.",
        ),
        (
            "Is the university the only one that pays?",
            "My wife's only employer is the city.",
            "The ministry is the only one who pays me.",
        ),
    ),
    Frame(
        "no government pay",
        compiled(
            r"\b(?:no|not any|never any|neither a|neither|nor a|nor any|nor|without|without any|zero) <d>(?:paid |public |second |other )*<g>(?: body| entity| agency| sector)? ?(?:<j>|pays?|employs?|body|entity|agency)?\b|\b<g>(?: <j>)? ?[:=] ?(?:none|no|never|n/a|nothing|no pay\w*)\b|"
            r"\b<g> (?:pays? me nothing|does not pay me|never paid me|has not paid me|has never paid me|did not pay me|does not employ me|no)\b(?! )|\bnot (?:get|receive|draw|take|earn|have) (?:a cent|any money|a penny|anything|any pay|any salary|salary|a salary|a dime|pay|money) from <d><g>|"
            r"\b<g> (?:does not|do not|has not|never) (?:pay|paid|employ)(?:s|ed)? (?:me|myself)\b|\bno public (?:office|sector job|employment|servant job)\b|\bnot (?:a )?(?:civil|public) servants?\b|\bno (?:paid )?(?:links?|ties?|connections?|relations?|affiliation) (?:to|with) <d><g>|\bnot from <d><g>|\b<g> no\b(?= ,|$)|"
            r"\bno <g>\b|\bno second (?:job|salary|employer) (?:with|from|at)",
            g=_GOV,
            d=_DET,
            j=_JOB,
        ),
        _denied,
        (
            "I have no government job.",
            "Government: none.",
            "No government body pays me anything.",
            "I don't get a cent from any govt.",
        ),
        ("Is no government job allowed?", "My husband has no government job."),
    ),
    Frame(
        "paid by a body",
        compiled(
            r"\b(?:paid|employed|salaried|paid monthly|remunerated|seconded)(?: \w+){0,6}? (?:by|at|with|to|from|of) <d>(?:\w+ ){0,2}?<g>|\b(?:paid|salaried|part-time|full-time|permanent)? ?(?:employee|staff|member of (?:the )?staff|worker|official|officer|servant|clerk|analyst|economist|statistician|scientist|engineer|advisor|researcher|prosecutor|lawyer|doctor) (?:of|at|with|for|in) <d>(?:\w+ ){0,2}?<g>|"
            r"\bpayroll of <d>(?:\w+ ){0,3}?<g>|\b(?:salary|wages?|pay|income|money|paycheck|paid work|fee|fees) (?:comes? |came |is )?(?:from|by|at|with|of) <d>(?:\w+ ){0,2}?<g>|\b<g>(?: 's)?(?: \w+){0,3} (?:pays?|employs?|pay|employ|is paying|is employing|hired) (?:me|her|him|for|half|part)\b|\b(?:work|works|working|job|post|position|moonlights?|moonlighting|paid work|employment|career|shifts|role|appointment|contract|desk job|employee) (?:\w+ ){0,4}?(?:for|at|with|in|by|from) <d>(?:\w+ )?<g>|"
            r"\bgets? (?:paid|money|salary|fees?|a fee)\b(?: \w+){0,6}? (?:from|by) <d>(?:\w+ ){0,2}?<g>|\b(?:gets?|receives?|draws?|earns?|got|receiving)\b[^,.;]{1,40}\bfrom <d>(?:\w+ ){0,2}<g>|\b<g> (?:payroll|employee|worker|official|staff|officer|job|salary|pay|scientist|engineer|post|researcher|contractor)\b|\b(?:employed|paid)(?: and (?:paid|employed))? by <d>(?:\w+ )?<g>|\bjoint appointment with <d><g>|\bpart-time employee (?:of|at) <d><g>|\bGOVBODY [^.]{0,90}\b(?:it|which|that|who) (?:also |still )?(?:pays|employs) (?:me|her|him)\b|\bGOVBODY\b[^.]{0,40}\b(?:its|their) (?:\w+ ){0,2}(?:paid|salaried) (?:\w+ ){0,2}(?:employee|staff|advisor|member|worker)\b|\bGOVBODY (?:took|takes|has taken) me on\b|"
            r"\bGOVBODY\b(?: [\w-]+){0,4}(?: ,)? (?:drill|monthly|reserve|weekend|regular|part-time|on) ?(?:pay|salary|salaried|paid|payroll)\b|\bGOVBODY , (?:salaried|paid|on salary)\b|\b(?:salaried|paid)(?: \w+){0,3} (?:post|position|job|role) (?:at|in|with) (?:the )?GOVBODY\b|"
            r"\bpaid (?:from|by|out of) (?:the )?(?:state|public|government|federal|national|ministry) (?:budget|purse|treasury|funds)\b|\bpaid member(?: \( [^)]* \))? of (?:the )?GOVBODY\b|"
            r"\bemployed\b[^.;:]{0,60}\bby (?:the )?GOVBODY\b|\bpaid by (?:the )?(?:usa|crown|republic)\b|"
            r"\bgovernment(?:al)? (?:employee|worker|official|job|salary)\b|\bi (?:write|give|provide) [^,.]{1,40}\b(?:for|to) <d><g>",
            g=_GOV,
            d=_DET,
        ),
        _paid,
        (
            "The Ministry of Health pays me for one day a week.",
            "I'm on the payroll of the county as well.",
            "I am a paid employee of the city council.",
        ),
        (
            "My husband works for the city council.",
            "Does a paid job at the ministry matter?",
            "Our grant comes from the government.",
        ),
    ),
    Frame(
        "paid by the city",
        compiled(
            r"\b(?:payroll of|paid by|salaried by|employed by|employee of|salary from|wages? from|pay from|work for|works for|job (?:with|for|at)|paid staff of|staff of) (?:the |our |my |this )?(?:\w+ )?(?:city|town|state|province|canton|commune|region|federation|village|nation|crown)\b(?! (?:university|college|school|academy|'s|of \w+ university|company|-))|\b(?:city|state|town|county|municipal|federal|national|public) (?:archives?|library|museum|hospital|office|department|administration|agency|bureau|laboratory|authority)\b(?: [\w-]+){0,3} (?:pays?|employs?|paid|employed) (?:me|my (?:wage|salary))\b|\b(?:agency|bureau|office) pays (?:me|my (?:wage|salary))\b"
        ),
        _paid,
        ("I'm on the payroll of the city as well.",),
        ("My wife is on the payroll of the city.", "I am paid by the state university."),
    ),
    Frame(
        "seat at a body",
        compiled(
            r"\b(?:sit|sits|seat|serve|member|chair|elected|sitting|serving|advise|advisor|councillor|councilor|on the|am on)\b(?: \w+){0,6}? (?:of|on|at|to|for|in|by) <d>(?:\w+ ){0,3}?<g>|\b<g>(?: 's)?(?: \w+){0,2} (?:board|seat|commission|committee|panel|council|advisory)\b",
            g=_GOV,
            d=_DET,
        ),
        _seat,
        ("I sit on an advisory council of the Ministry of Education; it is unpaid.",),
        ("My wife sits on the city council.",),
    ),
    Frame(
        "city's board",
        compiled(
            r"\b(?:city|town|state|country|county|municipal|regional|national|region)(?: 's)? (?:\w+ )?(?:board|council|commission|committee|advisory|panel|parliament|assembly)\b"
        ),
        _seat,
        ("I sit on the city's climate board without any pay.",),
        ("My wife is on the city's climate board.",),
    ),
    Frame(
        "public office",
        compiled(
            r"(?:\b(?:am|as|work as|sit as|being|is|also|and|employed as)|,) (?:a |an |the )?(?:\w+ ){0,2}?(?:judge|magistrate|sergeant|captain|lieutenant|corporal|police officer|policeman|soldier|army reservist|reservist|army officer|diplomat|mayor|governor|senator|member of parliament|prosecutor|customs officer|tax inspector|firefighter|minister|state secretary)\b"
        ),
        _office,
        ("I'm a paid army reservist.", "On Fridays I sit as a judge in a district court, for which the state pays me."),
        ("My mother is a retired judge.", "Is a judge a government employee?"),
    ),
    Frame(
        "civil servant",
        compiled(
            r"\b(?:civil servant|public servant|state employee|public employee|beamter|beamtin|fonctionnaire|funcionari[oa])\b"
        ),
        _servant,
        ("I'm a civil servant at the tax office, besides.",),
        ("My sister is a civil servant.", "Is a civil servant eligible?"),
    ),
    Frame(
        "body of unclear status",
        compiled(
            r"\b(?:may or may not belong to|owned by|belongs to|part of|holds \d+ %|state holds|majority-owned by|runs for|run for|funded by|controlled by|subsidiary of|partly owned by)\b(?: \w+){0,5}? ?(?:<g>|city|state|government|%)",
            g=_GOV,
        ),
        _unclear,
        (
            "The museum that pays me may or may not belong to the city.",
            "I get paid by an energy company in which the state holds 67 %.",
        ),
        ("My wife's museum belongs to the city and pays her.",),
    ),
    Frame(
        "public agency",
        compiled(r"\bpublic (?:agency|body|office|authority|institute|hospital|company|enterprise)\b"),
        _unclear,
        ("I get fees from a public agency.",),
        ("My wife is paid by a public agency.",),
    ),
)
