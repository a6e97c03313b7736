"""What a mention of Amazon says about somebody's tie to it: role, last day, or none. Rules § I(c) and (d)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.eligibility import CURRENT, Gap, Period
from assistant.reader.claims import Hit
from assistant.reader.dates import long_ago
from assistant.reader.frames.last_day import last_day_in
from assistant.reader.frames.mention import is_beside_the_point, is_only_an_offer, is_praise

__all__ = ["Tie", "read_tie"]


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to Amazon, or its denial."""

    role: str | Gap | None
    last_day: Period | Gap | str | None


_JOB = (
    r"(?:work|works|worked|working|employ\w*|job|jobs|intern\w*|contract\w*|consult\w*|freelanc\w*|role|position|post|engineer\w*|scientist|researcher|manager|director|officer|board|"
    r"driver|drives?|drove|driving|drive|packs?|packer|picker|warehouse|staff|payroll|salary|badge|tie|ties|tied|connection|link|links|linked|affiliation|relation|relationship|association|history|career|past|"
    r"left|leave|leaving|leaves|quit|joined|joins|join|resigned|retired|stopped|stop|ended|finished|last day|ex|former|formerly|recruiter|lawyer|developer|programmer|sde|analyst|"
    r"scholar|academic|sabbatical|hired|hires|shifts?|gig|stint|time|capacity|at|with|for|from|anything|something|nothing|employer|employee|been|was|is|in|team|moved|advis\w+|counsel|people|person|part|years|months|start|started|starts|paid|pays|fulfil\w*|belong\w*|came|involvement|involved|dealings)"
)
_TIED = re.compile(
    rf"\b{_JOB}\b(?: [\w']+){{0,6}}? (?:AMZN)|\bAMZN(?: 's)?(?: \w+){{0,3}} (?:employee|employees|intern|interns|internship|contractor|contractors|contract|engineer|job|manager|worker|staff|scholar|driver|"
    r"warehouse|payroll|board|employer|director|officer|team|badge|past|history|career|ties?|role|recruiter|lawyer|link|people|person|consultant|alum\w*|scientist|family|relatives|connection|affiliation|position|depot|subsidiary|work|at all|ever|"
    r"years|sabbatical|gig|shift|flex|van|parcels|office|employs?|employed|paid|pays|hired)\b|^(?:ex-?|no |never )?AMZN\b|\b(?:ex|no|never|not|former|nothing|none|any|@)[ -]AMZN|\bAMZN ?(?:[:=-] )?(?:no|never|none|nothing|neither|not|yes)\b|\bthere\b"
)
_POST = re.compile(
    r"\b(?:work|works|worked|working|employ\w*|intern\w*|contract\w*|job|jobs|left|quit|never|engineer\w*|role|payroll|board|drives?|drove|driver|nothing|no|lawyer|managers?|developers?|recruiter|scientist|researcher|staff|officers?|directors?|"
    r"position|hired|warehouse|consult\w*|scholar|programmer|analyst|salary|paid by|lawyer|counsel|picker|packer|accountant|shift|shifts|designer|architect|technician|sales|executive|vp|head of|team lead|badge|resign\w*|retired|freelanc\w*)\b"
)
_BENIGN = re.compile(
    r"\b(?:order(?:s|ed)?|buy|bought|buys|delivered|delivers?|parcel from|shopping|shop|website|recommendation|expensive|cheap|use|uses|used AMZN|using|run on|runs on|credits?|gave a talk|talk at|invited|conference|visit(?:ed)?|"
    r"application|rejected|turned down|interview\w*|dream|favou?rite|love|hate|stock|shares|share(?! (?:a|an|the|my|our|one|with)\b)|invest\w*|customer|account(?! (?:manager|executive|exec|director|lead))|co-wrote|coauthor\w*|collaborat\w+|cooperat\w+|research gift|gift|award|grant|grants|funded|"
    r"hire someone|wants? to hire|tried to hire|competitor|compete\w*|sued|boycott|subscri\w+|watch|stream\w*|listen|read on|published|publish|sell|sells|selling|seller|review\w*|too big|affiliate of|an affiliate|counts? as|belongs? to AMZN|does it count|prices?|"
    r"services|platform|instances?|ec2|s3|storage|on AMZN(?! 's)|machine learning|dataset|data set|paper|papers)\b"
)
_BOUGHT = re.compile(
    r"\bAMZN (?:later |then |has |had |since |recently )*(?:bought|acquired|took over|purchased|swallowed)|\b(?:bought|acquired|taken over|purchased) (?:\w+ ){0,2}?by AMZN|\bacquisition by AMZN|\bAMZN 's acquisition|\bbefore AMZN (?:bought|acquired|took)"
)
_AGENCY = re.compile(
    r"\b(?:agency|agencies|staffing|temp firm|subcontract\w*|sub-contract\w*|through (?:a|an|another) (?:\w+ )?(?:firm|company|vendor)|via (?:a|an|another) (?:\w+ )?(?:firm|company|vendor)|not by AMZN|not AMZN|never from AMZN|"
    r"delivery (?:firms?|partner|company|service partner)|dsp|outsourc\w+|third[- ]party (?:firm|company|vendor)|third party|employed by (?:the|a) (?:\w+ )?(?:firm|agency|vendor)|placed (?:me|him|her)|supplier of)\b"
)
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "intern",
        re.compile(
            r"\bintern(?:s|ed|ing|ship|ships)?\b|\bpraktik\w+|\btrainee\b|\bpracticas\b|\bstage\b|\bstagiaire\b"
        ),
    ),
    (
        "contractor",
        re.compile(
            r"\bcontract(?:or|ors|ing|ed|or 's)?\b|\bconsult\w*|\bfreelanc\w*|\bself-employed\b|\bflex\b|\bindependent advisor\b"
        ),
    ),
    ("director", re.compile(r"\bboard\b|\b(?:a|as|its|non-executive|the|board) director\b(?! of)|\bboard member\b")),
    ("officer", re.compile(r"\bofficers?\b|\bvice president\b|\bcfo\b|\bcto\b|\bceo\b")),
)
_ENDED = re.compile(
    r"\b(?:no longer|not (?:\w+ ){0,6}(?:any ?more|any longer)|any ?more|left|(?<!on )(?<!paid )(?<!of )leave|leaving|leaves|quit|ended|ends|finished|until|till|former|formerly|ex|previously|stopped|retired|resigned|departed|stepped down|step down|handed over|parted ways|gave notice|(?:last|final) (?:working )?day|completed|"
    r"used to|handed in my badge|was over|moved on|laid off|fired|out of|gave up|dismissed|gone from|expired|terminated|run out|ran out|concluded|wrapped up|my time at|final day)\b|\bex-"
)
_PAST = re.compile(
    r"\b(?:worked|was(?! (?:just |recently )?(?:hired|recruited))|were(?! (?:just |recently )?(?:hired|recruited))|interned|had|did|drove|consulted|contracted|freelanced|been with|served|sat|spent|packed|moonlighted|once|in the past|held|wrote|taught|employed me|ran)\b"
)
_PRESENT = re.compile(
    r"\b(?:work|works|working|is|am|are|'s|drives?|packs?|driving|currently|now|still|interning|consults?|has a|have a|have been|has been|holds?|hold|employs|pays|still there|joined|started|hired|recruited|running|does|sits?|serves?|runs|manages|leads|got a job|has his|has her|codes|builds|writes|delivers|has)\b"
)
_FUTURE = re.compile(
    r"\b(?:will (?:join|start|work|be|begin|move)|shall|joins|about to (?:start|join)|starting (?:at|with|in)|going to (?:join|work|start|be)|accepted|offer|signed|from next|starts (?:at|in|next)|would|may|might)\b"
)
_NEVER = re.compile(
    r"\b(?:never|ever|at any time|at no time|in any (?:way|form|capacity|role)|have not|has not|had|worked|was|were|did not|been|history|past|ties?|nothing|none|connection|link|role|whatsoever|at all|in my life|career|present or past|or affiliates|its affiliates|have no|has no|no AMZN|anything)\b"
)
_PRESENT_ONLY = re.compile(
    r"\b(?:am not|is not|are not|do not|does not|not an? AMZN|not currently|not now|not (?:work|employed)|not with AMZN|not at AMZN|nobody (?:\w+ )*works|works)\b"
)
_SINCE = re.compile(
    r"\bsince(?: then| that)?(?= $|$| ,| and|;)|\bafter (?:that|then|this)\b|\bfrom then on\b|\bafterwards\b|\bwith nothing since\b|\bever since\b|\bthereafter\b"
)


def read_tie(hit: Hit) -> Tie | None:
    """The tie that a mention of Amazon states; ``None`` where it states none."""
    text = _named(hit)
    if _BOUGHT.search(text):
        return _bought(hit)
    if is_beside_the_point(hit, text):
        return None
    benign = bool(_BENIGN.search(text[max(0, hit.start - _NEAR) : hit.start + _NEAR]))
    if (benign and hit.mode_anywhere("unsure") and _IN_ROLE.search(text)) or not (
        benign or _TIED.search(text) or _JOB_TITLE.search(text[hit.start :])
    ):
        return Tie(Gap.UNKNOWN, None)
    if (
        is_praise(text[hit.start :])
        or not (_TIED.search(text) or _JOB_TITLE.search(text[hit.start :]))
        or (benign and not _POST.search(text))
        or is_only_an_offer(text)
    ):
        return None
    return _denial(hit) if _is_denied(hit) else _stated(hit)


_NEAR = 45
"""So many characters around the name are about it."""
_IN_ROLE = re.compile(r"\b(?:contractor|employee|intern|staff|employer|employed)\b")


_PRONOUN = re.compile(r"\b(?:there|(?:for|of|at|with) (?:that|this|the) (?:company|firm)|for them|with them)$")


def _named(hit: Hit) -> str:
    """The sentence with Amazon's name where the match only points to it."""
    if hit.match.group() == "AMZN":
        return hit.text
    pointer = _PRONOUN.search(hit.match.group())
    at = hit.match.start() + pointer.start() if pointer else hit.match.end()
    return f"{hit.text[:at]}at AMZN{hit.text[hit.match.end() :]}"


_HEADED = re.compile(
    r"(?:about|regarding|concerning|as (?:to|for)|with regard to) AMZN(?: [\w/-]+){0,6} ?[:,] (?:there is |i have |i had |have )?(?:no|none|nothing|never)\b"
)
"""“About Amazon and its group: there is no experience, as worker, as director.”"""


def _is_denied(hit: Hit) -> bool:
    after = re.match(
        r"(?:AMZN|there)(?: (?:the|as a) \w+)?(?: itself)? ?(?:[:=-] )?(?:there is |i have |i had |at )?(?:no|never|none|nothing|neither|nobody|not ever|n/a)\b",
        hit.text[hit.start :],
    )
    return hit.negated or bool(after) or bool(_HEADED.match(hit.text) and hit.start < _NEAR)


def _bought(hit: Hit) -> Tie:
    dates = [
        one
        for one in hit.sentence.dates
        if re.search(r"\b(?:until|till|left|ended|to|last day)\b[^,]{0,20}$", hit.text[: one.start])
    ]
    return Tie("acquired_later", dates[0].period if dates else long_ago(hit.today))


def _denial(hit: Hit) -> Tie | None:
    """What a denied tie says: an end, nothing, nothing now, or nothing ever."""
    text = _named(hit)
    if re.search(r"\b(?:not|never) (?:yet )?(?:leave|left|quit|stop\w*|resign\w*|finish\w*)\b", text[: hit.start + 5]):
        until = next((one for one in hit.sentence.dates if re.search(r"\buntil (?:the )?$", text[: one.start])), None)
        return Tie(_role(hit), until.period if until else CURRENT)
    ended = _denied_since(hit, text)
    if ended is not None:
        return ended
    if _SINCE.search(text) or (_NOT_IN_ROLE.search(text) and not re.search(r"\b(?:never|employee|or)\b", text)):
        return None
    if _LAST_YEAR.search(text):
        return Tie("not_in_last_12_months", None)
    if _PRESENT_ONLY.search(text) and not _EVER.search(text):
        return Tie(Gap.UNKNOWN, long_ago(hit.today))
    return Tie("never", None)


_LAST_YEAR = re.compile(
    r"\b(?:last|past|previous) (?:12 months|year|twelve months)|\b(?:within|in) the (?:last |past )?12 months|\bin (?:over|more than) (?:a|one|12|2|3|\d+) (?:year|month)s?"
)
_NOT_IN_ROLE = re.compile(
    r"\bnot (?:just |only |merely |an? |a )*(?:AMZN )?(?:intern|contractor|director|officer|engineer|manager|scientist|full-time)\b(?! (?:,|or|and))"
)
_EVER = re.compile(
    r"\b(?:never|ever|been|was|were|worked|did|have not|has not|nothing|no role|past|had|ties?|connection|related|link|affiliat\w+ with|anything|history|or affiliates?)\b"
)


def _denied_since(hit: Hit, text: str) -> Tie | None:
    """“I haven't worked there since May”, “no longer”: a tie that has ended."""
    since = next(
        (one for one in hit.sentence.dates if re.search(r"\b(?:since|after) (?:the )?$", text[: one.start])), None
    )
    if (
        since
        and re.search(r"\b(?:not|never|nothing|no)\b.*\bAMZN\b", text)
        and not re.search(r"\bis not|am not\b", text)
    ):
        return Tie(_role(hit), since.period or long_ago(hit.today))
    if re.search(r"\bno longer\b|\bany ?more\b|\bany longer\b", text) and not re.search(r"\bnever\b", text):
        return Tie(_role(hit), _last_day(hit) or long_ago(hit.today))
    return None


def _stated(hit: Hit) -> Tie | None:
    text = _named(hit)
    role = _role(hit)
    ended, present, past = _tense(hit)
    if (
        _FUTURE.search(text[: hit.start])
        and not (ended or past)
        and not re.search(r"\b(?:works|is|am) (?:\w+ ){0,3}(?:at|for|with) AMZN", text)
    ):
        return Tie(Gap.UNKNOWN, None)
    if ended or past:
        day = _last_day(hit)
        return Tie(role, day if isinstance(day, Period) else long_ago(hit.today))
    if (
        present
        or re.search(
            r"\b(?:is|'s|am) AMZN\b|\bAMZN payroll\b|AMZN(?: \w+){0,2} : yes\b|\bdo(?:ing)? (?:\d+|some|a few|shifts|hours|night shifts) ",
            text,
        )
        or _JOB_TITLE.search(text[hit.start :])
        or re.search(
            r"\b(?:AMZN|my|our) (?:employee|intern|contractor|engineer|staff)\b|\b(?:employee|intern|contractor|engineer|employed|manager|job|works?) (?:\w+ ){0,3}AMZN|\bat AMZN\b|\bfor AMZN\b|\bwith AMZN\b|AMZN (?:employee|engineer|intern|contractor|manager|staff|scientist|scholar|recruiter)",
            text,
        )
    ):
        return Tie(role, CURRENT)
    gone = [one.period for one in hit.dates_in(*_bounds(hit)) if one.period is not None and not one.yearless]
    if (
        gone
        and all(one.last < hit.today for one in gone)
        and re.search(
            r"\b(?:payroll|job|shifts?|work\w*|employ\w*|contract\w*|intern\w*|pick\w*|pack\w*|driv\w*|drove|warehouse|staff)\b",
            text,
        )
    ):
        return Tie(role, max(gone, key=lambda one: one.last))
    return Tie(Gap.UNKNOWN, None)


_JOB_TITLE = re.compile(
    r"^AMZN(?: 's)?(?: (?!seller|customer|user|order|voucher|paper|server|provider|over|after|under|other|never|number|letter|partner|career|whether|either|neither|rather|her|their|for|or|nor|and|as|at|is|was)[\w-]+){0,3}? (?!seller|customer|user|order|voucher|paper|server|provider|over|after|under|other|never|number|letter|partner|career|whether|either|neither|rather|competitor|vendor|border|supplier)[\w-]+(?:er|or|ist|ant|ect|ian|man|woman|yst|clerk|staff|intern|lead|sales|hr)\b"
)
_NEXT_CLAUSE = re.compile(
    r" (?:, (?:and |but |so )?(?:now |since |i am|i have|today|he is now|she is now|one|full-time|currently|then |the other|another|my |she |he |they )|\band (?:now|since|i am|my |she |he |the other)\b|; )"
)


def _bounds(hit: Hit) -> tuple[int, int]:
    """The clause of the mention: from the person it is about to where another statement begins."""
    here = [one.at for one in hit.nearest_subjects if one.sentence == hit.sentence.index and one.at < hit.start]
    low = max([*here, 0])
    stop = _NEXT_CLAUSE.search(hit.text, hit.match.end())
    return low, stop.start() if stop else len(hit.text)


def _tense(hit: Hit) -> tuple[bool, bool, bool]:
    """Whether the tie has ended, stands, or was in the past, by the verbs around the mention."""
    low, high = _bounds(hit)
    text = hit.text
    clause = text[low:high]
    before = text[low : hit.start]
    opening = text[:low][-25:]
    if re.search(
        r"\b(?:has|have|'s) (?:been )?(?:[\w-]+ )?(?:work\w*|employed|with|at|been)\b.*\bsince\b", clause
    ) and not _ENDED.search(clause):
        return False, True, False
    if re.search(
        r"\b(?:has|have|'s) been (?:with|at|working|employed|on)\b.*\b(?:these|for|the) (?:past|last|\d+)\b", clause
    ) and not _ENDED.search(clause):
        return False, True, False
    ended = bool(_ENDED.search(clause)) or bool(
        re.search(r"\b(?:ex|former)(?:-| )$", before)
        or re.search(r"\b(?:it was|was) (?:\S+ ){1,4}(?:when|that) $", opening)
    )
    verbs = [(match.start(), "present") for match in _PRESENT.finditer(clause)] + [
        (match.start(), "past") for match in _PAST.finditer(clause)
    ]
    near = [kind for at, kind in sorted(verbs) if at <= hit.start - low]
    after = [kind for at, kind in sorted(verbs) if at > hit.start - low]
    first = near[-1] if near else (after[0] if after else "")
    if (
        ended
        and first == "present"
        and re.search(r"\b(?:until|till|ends)\b", clause)
        and not re.search(
            r"\b(?:left|quit|no longer|stopped|finished|ended|used to|retired|resigned|last day|have been|former|ex)\b",
            clause,
        )
    ):
        return False, True, False
    if ended and re.search(r"\byet to (?:leave|quit)", clause):
        return False, True, False
    if (
        ended
        and re.search(r"\b(?:still|currently) (?:\w+ ){0,4}(?:at|with|for|there|has|have|work)|\bstill there\b", clause)
        and not re.search(r"\b(?:left|ended|quit|stopped)\b", clause)
    ):
        return False, True, False
    return ended, first == "present", first == "past"


def _role(hit: Hit) -> str:
    text = hit.text
    if _AGENCY.search(text) or (_AGENCY.search(_following(hit)) and hit.is_self):
        return "agency_staff"
    if re.search(r"\b(?:employee|employed|employment contract|payroll)\b", text) and not re.search(
        r"\bintern|\b(?:director|officer)s?\b|\bcontractor", text
    ):
        return "employee"
    found = [
        (abs(match.start() - hit.start), role)
        for role, pattern in _ROLES
        for match in pattern.finditer(text)
        if not re.search(r"\bnot (?:an? )?$", text[: match.start()])
    ]
    return min(found)[1] if found else "employee"


def _following(hit: Hit) -> str:
    after = hit.sentence.index + 1
    return (
        hit.discourse.sentences[after].text
        if after < len(hit.discourse.sentences) and hit.sentence.end_mark == ";"
        else ""
    )


def _last_day(hit: Hit) -> Period | Gap | None:
    """The date that goes with the end; of several, the one that an end word leads to."""
    return last_day_in(hit, hit.dates_in(0, _bounds(hit)[1]))
